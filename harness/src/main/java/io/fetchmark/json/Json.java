package io.fetchmark.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Records as JSON and back. Components are written under their own names; an absent {@code Optional} is left out; enum
 * constants are written as {@code toString} gives them; a record of a sealed interface carries its own name, in
 * lower case, as {@code kind}. Unknown fields are passed over, so that a later writer may add some. All methods may be
 * called by any thread.
 */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new SimpleModule()
                    .addSerializer(java.time.Duration.class, new DurationAsText.Writer())
                    .addDeserializer(java.time.Duration.class, new DurationAsText.Reader())
                    .addSerializer(java.nio.file.Path.class, new PathAsText.Writer())
                    .addDeserializer(java.nio.file.Path.class, new PathAsText.Reader()))
            .annotationIntrospector(new RecordTypes())
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
            .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
            .enable(SerializationFeature.WRITE_ENUMS_USING_TO_STRING)
            .enable(DeserializationFeature.READ_ENUMS_USING_TO_STRING)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Json() {}

    /** The value on one line. */
    public static String line(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON: " + value, e);
        }
    }

    /** The value indented, with a new line at the end. */
    public static String document(Object value) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON: " + value, e);
        }
    }

    /**
     * The value that the text holds.
     *
     * @throws MalformedJson if the text is torn, is no JSON, or lacks a component, or a component is not allowed
     */
    public static <T> T read(String text, Class<T> type) throws MalformedJson {
        try {
            T value = MAPPER.readValue(text, type);
            if (value == null) {
                throw new MalformedJson("holds no value", null);
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new MalformedJson(e.getOriginalMessage(), e);
        }
    }

    /**
     * A whole number that the text holds at its top level, for example the version of a schema, before the rest is read.
     *
     * @throws MalformedJson if the text is torn or is no JSON, or there is no such number
     */
    public static int number(String text, String field) throws MalformedJson {
        try (JsonParser json = MAPPER.createParser(text)) {
            if (json.nextToken() == JsonToken.START_OBJECT) {
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    boolean found = json.currentName().equals(field);
                    if (json.nextToken() == JsonToken.VALUE_NUMBER_INT && found) {
                        return json.getIntValue();
                    }
                    json.skipChildren();
                }
            }
            throw new MalformedJson("has no whole number named " + field, null);
        } catch (JsonProcessingException e) {
            throw new MalformedJson(e.getOriginalMessage(), e);
        } catch (MalformedJson e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail to be read", e);
        }
    }
}
