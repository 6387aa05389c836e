package io.fetchmark.http1;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the fuzzer found worth keeping, once more. */
final class ResponseDecoderCorpusTest {

    private static final Path CORPUS = Path.of("src/test/corpus/response-decoder");

    @Test
    void everyInputOfTheCorpusIsDecodedAlikeInPiecesAndAsAWhole() throws IOException {
        List<Path> inputs;
        try (Stream<Path> files = Files.list(CORPUS)) {
            inputs = files.toList();
        }
        assertThat(inputs).hasSizeGreaterThan(50);
        for (Path input : inputs) {
            ResponseDecoderFuzz.fuzzerTestOneInput(Files.readAllBytes(input));
        }
    }
}
