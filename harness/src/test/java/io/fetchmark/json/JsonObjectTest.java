package io.fetchmark.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonObjectTest {

    @Test
    void whatIsNotTouchedStaysAsItIs() throws MalformedJson {
        String text = "{\"b\":null,\"a\":[1,2.5,{\"x\":\"é\\n\"}],\"c\":12345678901234567890}";
        assertThat(JsonObject.read(text).toString()).isEqualTo(text);
    }

    @Test
    void fieldsAreReadChangedAndTakenAway() throws MalformedJson {
        JsonObject object = JsonObject.read("{\"a\":\"1\",\"b\":{\"c\":\"2\"},\"d\":3}");
        assertThat(object.names()).containsExactly("a", "b", "d");
        assertThat(object.text("a")).contains("1");
        assertThat(object.text("d")).isEmpty();
        assertThat(object.text("none")).isEmpty();
        object.child("b").put("c", "4");
        object.child("new").put("e", 5);
        object.add("list", "first");
        object.add("list", "second");
        object.addObject("list").put("f", "6");
        object.remove("a");
        object.remove("none");
        assertThat(object.toString())
                .isEqualTo(
                        "{\"b\":{\"c\":\"4\"},\"d\":3,\"new\":{\"e\":5},\"list\":[\"first\",\"second\",{\"f\":\"6\"}]}");
    }

    @Test
    void aFieldThatSaysNoIsNotThere() throws MalformedJson {
        JsonObject object = JsonObject.read("{\"no\":false,\"nothing\":null,\"yes\":true,\"empty\":\"\",\"zero\":0}");
        assertThat(object.has("no")).isFalse();
        assertThat(object.has("nothing")).isFalse();
        assertThat(object.has("absent")).isFalse();
        assertThat(object.has("yes")).isTrue();
        assertThat(object.has("empty")).isTrue();
        assertThat(object.has("zero")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "1", "{", "{\"a\":}"})
    void whatIsNoObjectIsRefused(String text) {
        assertThatExceptionOfType(MalformedJson.class).isThrownBy(() -> JsonObject.read(text));
    }
}
