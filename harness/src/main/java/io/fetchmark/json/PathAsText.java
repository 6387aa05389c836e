package io.fetchmark.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Paths as the text that a person would write, not as {@code file:} addresses. */
final class PathAsText {

    private PathAsText() {}

    static final class Writer extends JsonSerializer<Path> {
        @Override
        public void serialize(Path value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(value.toString());
        }
    }

    static final class Reader extends JsonDeserializer<Path> {
        @Override
        public Path deserialize(JsonParser json, DeserializationContext context) throws IOException {
            try {
                return Path.of(json.getValueAsString(""));
            } catch (InvalidPathException e) {
                return (Path) context.handleWeirdStringValue(Path.class, json.getValueAsString(""), e.getReason());
            }
        }
    }
}
