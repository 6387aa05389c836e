package io.fetchmark.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class JsonTest {

    enum Colour {
        RED("deep-red"),
        GREEN("green");

        private final String label;

        Colour(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    sealed interface Shape {
        record Circle(double radius) implements Shape {
            public Circle {
                if (radius < 0) {
                    throw new IllegalArgumentException("radius: must be positive, was " + radius);
                }
            }
        }

        record Square(int side) implements Shape {}
    }

    record Box(
            Shape shape,
            Colour colour,
            Optional<String> label,
            OptionalDouble weight,
            Duration age,
            Path place,
            List<Shape> more,
            Map<Colour, Long> counts) {}

    private static final Box FULL = new Box(
            new Shape.Circle(1.5),
            Colour.RED,
            Optional.of("a \"b\""),
            OptionalDouble.of(0.25),
            Duration.ofMillis(1500),
            Path.of("src/main/www"),
            List.of(new Shape.Square(2), new Shape.Circle(3)),
            Map.of(Colour.GREEN, 7L));

    private static final Box EMPTY = new Box(
            new Shape.Square(1),
            Colour.GREEN,
            Optional.empty(),
            OptionalDouble.empty(),
            Duration.ZERO,
            Path.of(""),
            List.of(),
            Map.of());

    @Test
    void writesEachKindOfComponentInItsForm() {
        assertThat(Json.line(FULL))
                .isEqualTo("{\"shape\":{\"kind\":\"circle\",\"radius\":1.5},\"colour\":\"deep-red\","
                        + "\"label\":\"a \\\"b\\\"\",\"weight\":0.25,\"age\":\"PT1.5S\",\"place\":\"src/main/www\","
                        + "\"more\":[{\"kind\":\"square\",\"side\":2},{\"kind\":\"circle\",\"radius\":3.0}],"
                        + "\"counts\":{\"green\":7}}");
    }

    @Test
    void leavesOutWhatIsAbsent() {
        assertThat(Json.line(EMPTY)).doesNotContain("label", "weight", "null");
    }

    @Test
    void readsWhatItWrote() throws Exception {
        assertThat(Json.read(Json.line(FULL), Box.class)).isEqualTo(FULL);
        assertThat(Json.read(Json.document(FULL), Box.class)).isEqualTo(FULL);
        assertThat(Json.read(Json.line(EMPTY), Box.class)).isEqualTo(EMPTY);
    }

    @Test
    void readsAMemberOfASealedInterfaceByItself() throws Exception {
        assertThat(Json.line(new Shape.Square(2))).isEqualTo("{\"kind\":\"square\",\"side\":2}");
        assertThat(Json.read("{\"kind\":\"square\",\"side\":2}", Shape.class)).isEqualTo(new Shape.Square(2));
    }

    @Test
    void aLineHasNoLineEndAndADocumentEndsWithOne() {
        assertThat(Json.line(FULL)).doesNotContain("\n");
        assertThat(Json.document(FULL)).endsWith("}\n");
    }

    @Test
    void passesOverUnknownFields() throws Exception {
        assertThat(Json.read("{\"kind\":\"square\",\"side\":2,\"colour\":{\"x\":[1]}}", Shape.class))
                .isEqualTo(new Shape.Square(2));
    }

    @Test
    void refusesEveryTornText() {
        String whole = Json.line(FULL);
        for (int length = 0; length < whole.length(); length++) {
            String torn = whole.substring(0, length);
            assertThatThrownBy(() -> Json.read(torn, Box.class)).isInstanceOf(MalformedJson.class);
        }
    }

    @Test
    void namesTheComponentThatIsMissing() {
        assertThatThrownBy(() -> Json.read("{\"kind\":\"square\"}", Shape.class))
                .isInstanceOf(MalformedJson.class)
                .hasMessageContaining("side");
    }

    @Test
    void keepsTheReasonWhyAComponentIsNotAllowed() {
        assertThatThrownBy(() -> Json.read("{\"kind\":\"circle\",\"radius\":-1}", Shape.class))
                .isInstanceOf(MalformedJson.class)
                .hasMessageContaining("radius: must be positive, was -1.0");
    }

    @Test
    void refusesNullsAndWrongForms() {
        List<String> wrong = List.of(
                "null",
                "{\"kind\":\"square\",\"side\":null}",
                "{\"kind\":\"triangle\",\"side\":2}",
                "{\"side\":2}",
                "[]",
                "7",
                Json.line(FULL).replace("deep-red", "blue"),
                Json.line(FULL).replace("PT1.5S", "soon"),
                Json.line(FULL).replace("src/main/www", "a\\u0000b"),
                Json.line(FULL).replace("\"green\":7", "\"green\":null"),
                Json.line(FULL).replace("\"more\":[", "\"more\":[null,"));
        for (String text : wrong) {
            Class<?> type = text.contains("colour") ? Box.class : Shape.class;
            assertThatThrownBy(() -> Json.read(text, type)).as(text).isInstanceOf(MalformedJson.class);
        }
    }

    @Test
    void readsANumberBeforeTheRest() throws Exception {
        assertThat(Json.number("{\"else\":[],\"schemaVersion\":3}", "schemaVersion"))
                .isEqualTo(3);
        for (String text : List.of("", "{", "{}", "[3]", "{\"schemaVersion\":\"3\"}", "{\"schemaVersion\":3.5}")) {
            assertThatThrownBy(() -> Json.number(text, "schemaVersion")).isInstanceOf(MalformedJson.class);
        }
    }
}
