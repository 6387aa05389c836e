package io.fetchmark.report;

import java.util.Optional;
import java.util.stream.Stream;

/** A name and what goes with it, in a list of such. */
record Fact(String name, String value) {

    static Stream<Fact> of(String name, String value) {
        return Stream.of(new Fact(name, value));
    }

    /** Nothing where nothing is known. */
    static Stream<Fact> of(String name, Optional<String> value) {
        return value.stream().map(known -> new Fact(name, known));
    }
}
