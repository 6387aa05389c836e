package io.fetchmark.target;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The media type of a file by the end of its name: the same list for nginx and for the embedded server. */
final class ContentTypes {

    static final String OTHER = "application/octet-stream";

    private static final Map<String, List<String>> ENDINGS = new TreeMap<>(Map.ofEntries(
            Map.entry("application/javascript", List.of("js", "mjs")),
            Map.entry("application/json", List.of("json", "map")),
            Map.entry("application/pdf", List.of("pdf")),
            Map.entry("application/wasm", List.of("wasm")),
            Map.entry("application/xml", List.of("xml")),
            Map.entry("audio/mpeg", List.of("mp3")),
            Map.entry("font/ttf", List.of("ttf")),
            Map.entry("font/woff", List.of("woff")),
            Map.entry("font/woff2", List.of("woff2")),
            Map.entry("image/avif", List.of("avif")),
            Map.entry("image/gif", List.of("gif")),
            Map.entry("image/jpeg", List.of("jpeg", "jpg")),
            Map.entry("image/png", List.of("png")),
            Map.entry("image/svg+xml", List.of("svg")),
            Map.entry("image/webp", List.of("webp")),
            Map.entry("image/x-icon", List.of("ico")),
            Map.entry("text/css", List.of("css")),
            Map.entry("text/html", List.of("htm", "html")),
            Map.entry("text/markdown", List.of("md")),
            Map.entry("text/plain", List.of("txt")),
            Map.entry("video/mp4", List.of("mp4"))));

    private static final Map<String, String> BY_ENDING = ENDINGS.entrySet().stream()
            .flatMap(entry -> entry.getValue().stream().map(ending -> Map.entry(ending, entry.getKey())))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private ContentTypes() {}

    /** The type of a file of that name. */
    static String of(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return BY_ENDING.getOrDefault(ending, OTHER);
    }

    /** The lines of nginx's {@code types} block. */
    static List<String> nginxLines() {
        return ENDINGS.entrySet().stream()
                .map(entry -> entry.getKey() + " " + String.join(" ", entry.getValue()) + ";")
                .toList();
    }
}
