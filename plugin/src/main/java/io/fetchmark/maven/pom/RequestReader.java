package io.fetchmark.maven.pom;

import io.fetchmark.plan.Durations;
import io.fetchmark.plan.Expect;
import io.fetchmark.plan.HttpVersion;
import io.fetchmark.plan.Request;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The way from a {@code <request>} to a request. */
final class RequestReader {

    private static final Request SOUND = Request.get("/");

    private RequestReader() {}

    static Request read(Place scenario, @Nullable RequestElement element) {
        if (element == null) {
            return SOUND;
        }
        Place place = scenario.child("request");
        Request alone = place.read("path", element.path, SOUND, Request::get);
        Request withMethod = place.read("method", element.method, alone, text -> with(alone, text, Map.of()));
        Map<String, String> headers = NamedTexts.read(element.headers);
        Request withHeaders = place.make(withMethod, () -> with(withMethod, withMethod.method(), headers));
        Request withTimeout =
                place.read("timeout", element.timeout, withHeaders, text -> withHeaders.within(Durations.parse(text)));
        return new Request(
                withTimeout.path(),
                withTimeout.method(),
                withTimeout.headers(),
                element.body == null ? "" : element.body,
                expect(place.child("expect"), element.expect),
                withTimeout.timeout(),
                place.read("http", element.http, SOUND.http(), HttpVersion::of));
    }

    private static Request with(Request request, String method, Map<String, String> headers) {
        return new Request(
                request.path(), method, headers, request.body(), request.expect(), request.timeout(), request.http());
    }

    private static Expect expect(Place place, @Nullable ExpectElement element) {
        if (element == null) {
            return Expect.OK;
        }
        String contains = element.contains == null ? "" : element.contains;
        Expect otherwise = new Expect(Expect.OK.status(), contains);
        return place.read("status", element.status, otherwise, text -> new Expect(Numbers.whole(text), contains));
    }
}
