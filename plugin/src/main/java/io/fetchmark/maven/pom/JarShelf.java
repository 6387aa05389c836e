package io.fetchmark.maven.pom;

import java.nio.file.Path;

/** Where the jars of a POM are. */
public interface JarShelf {

    /** A shelf that is not looked at: for who judges what was measured, and starts nothing. */
    JarShelf UNSEEN = new JarShelf() {
        @Override
        public void check(Path file) {
            // Nobody is going to run it.
        }

        @Override
        public Found find(Coordinates wanted) {
            return new Found(wanted, Path.of(wanted.artifact() + ".jar"));
        }
    };

    /**
     * A jar on the shelf.
     *
     * @param coordinates with the version that {@code RELEASE} stands for
     */
    record Found(Coordinates coordinates, Path file) {}

    /**
     * Makes sure that a file is an executable jar.
     *
     * @throws IllegalArgumentException if it is not, or not there
     */
    void check(Path file);

    /**
     * The executable jar of those coordinates.
     *
     * @throws IllegalArgumentException if there is none
     */
    Found find(Coordinates wanted);
}
