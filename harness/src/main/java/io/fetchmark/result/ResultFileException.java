package io.fetchmark.result;

import java.nio.file.Path;

/** A file of a run cannot be used: the message names the file, what is wrong with it, and what to do. */
public final class ResultFileException extends Exception {

    private static final long serialVersionUID = 1;

    ResultFileException(Path file, String wrong, String remedy) {
        super(file + " " + wrong + "; " + remedy);
    }

    ResultFileException(Path file, String wrong, String remedy, Throwable cause) {
        super(file + " " + wrong + "; " + remedy, cause);
    }
}
