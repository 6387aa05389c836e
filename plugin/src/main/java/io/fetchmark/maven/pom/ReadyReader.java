package io.fetchmark.maven.pom;

import io.fetchmark.plan.Durations;
import io.fetchmark.plan.Readiness;
import io.fetchmark.plan.ReadySign;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way from a {@code <ready>} to what a container is waited for. */
final class ReadyReader {

    private ReadyReader() {}

    /** @param otherwise what it is without a sign in the POM */
    static Readiness read(Place container, @Nullable ReadyElement element, ReadySign otherwise) {
        if (element == null) {
            return Readiness.by(otherwise);
        }
        Place place = container.child("ready");
        List<String> given = given(element);
        if (given.size() > 1) {
            place.problem("must have one of <path>, <port> and <log>, was " + String.join(" and ", given));
        }
        if (element.port != null && !element.port.text.isEmpty()) {
            place.problem("port", "must be empty, for it is the <port> of the container, was " + element.port.text);
        }
        ReadySign port = element.port == null ? otherwise : new ReadySign.Listens();
        ReadySign path = container.read("ready", element.path, port, ReadySign.Answers::new);
        Readiness ready = Readiness.by(place.read("log", element.log, path, ReadySign.Says::new));
        return place.read("timeout", element.timeout, ready, text -> ready.within(Durations.parse(text)));
    }

    private static List<String> given(ReadyElement element) {
        List<String> given = new ArrayList<>();
        if (element.path != null) {
            given.add("<path>");
        }
        if (element.port != null) {
            given.add("<port>");
        }
        if (element.log != null) {
            given.add("<log>");
        }
        return given;
    }
}
