package io.fetchmark.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A JSON object of somebody else's, of which a few fields are looked at and changed and the others kept as they are. Not for
 * use by several threads at once.
 */
public final class JsonObject {

    private static final JsonMapper MAPPER = new JsonMapper();

    private final ObjectNode node;

    private JsonObject(ObjectNode node) {
        this.node = node;
    }

    /**
     * The object that a text holds.
     *
     * @throws MalformedJson if the text is torn, or is not a JSON object
     */
    public static JsonObject read(String text) throws MalformedJson {
        try {
            if (MAPPER.readTree(text) instanceof ObjectNode object) {
                return new JsonObject(object);
            }
            throw new MalformedJson("is not an object", null);
        } catch (JsonProcessingException e) {
            throw new MalformedJson(e.getOriginalMessage(), e);
        }
    }

    /** The names of its fields. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** The text of a field; empty if there is none, or it is no text. */
    public Optional<String> text(String name) {
        JsonNode value = node.path(name);
        return value.isTextual() ? Optional.of(value.textValue()) : Optional.empty();
    }

    /** Whether a field is there and is neither null nor false. */
    public boolean has(String name) {
        JsonNode value = node.path(name);
        return !value.isMissingNode() && !value.isNull() && !(value.isBoolean() && !value.booleanValue());
    }

    /** The object that a field is, made if the field is absent or anything else. */
    public JsonObject child(String name) {
        return new JsonObject(node.path(name) instanceof ObjectNode object ? object : node.putObject(name));
    }

    /** Sets a field to a text. */
    public void put(String name, String text) {
        node.put(name, text);
    }

    /** Sets a field to a number. */
    public void put(String name, int number) {
        node.put(name, number);
    }

    /** Adds a text to the list that a field is, made if the field is absent or anything else. */
    public void add(String name, String text) {
        list(name).add(text);
    }

    /** Adds an empty object to such a list. */
    public JsonObject addObject(String name) {
        return new JsonObject(list(name).addObject());
    }

    /** Takes a field away, if there is one. */
    public void remove(String name) {
        node.remove(name);
    }

    private ArrayNode list(String name) {
        return node.path(name) instanceof ArrayNode array ? array : node.putArray(name);
    }

    /** The whole as JSON, on one line. */
    @Override
    public String toString() {
        return node.toString();
    }
}
