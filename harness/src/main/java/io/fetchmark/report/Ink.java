package io.fetchmark.report;

import io.fetchmark.plan.Client;
import java.awt.Color;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * How a client is drawn, on every chart: a colour that people with any colour vision tell from the others (after Okabe
 * and Ito), and a marker for those who see none. The style sheet has the colour itself, under the class.
 */
enum Ink {
    SLATE("fmk-slate", 0x4d5663),
    VERMILION("fmk-vermilion", 0xb84a00),
    BLUE("fmk-blue", 0x0068a8),
    GREEN("fmk-green", 0x00795a),
    PURPLE("fmk-purple", 0x8a3a94),
    /** Of no client: what clients are held against. */
    BLACK("fmk-black", 0x1b232e);

    private final String className;
    private final int rgb;

    Ink(String className, int rgb) {
        this.className = className;
        this.rgb = rgb;
    }

    static Ink of(Client client) {
        return switch (client) {
            case SEQUENTIAL -> SLATE;
            case THREADS -> VERMILION;
            case VIRTUAL_THREADS -> BLUE;
            case ASYNC -> GREEN;
            case EVENT_LOOP -> PURPLE;
        };
    }

    /** The class of every ink by the colour that stands for it while drawing. */
    static Map<Color, String> classes() {
        return Stream.of(values()).collect(Collectors.toMap(Ink::colour, Ink::className));
    }

    String className() {
        return className;
    }

    Marker marker() {
        return switch (this) {
            case SLATE -> SeriesMarkers.SQUARE;
            case VERMILION -> SeriesMarkers.TRIANGLE_UP;
            case BLUE -> SeriesMarkers.DIAMOND;
            case GREEN -> SeriesMarkers.CIRCLE;
            case PURPLE -> SeriesMarkers.TRIANGLE_DOWN;
            case BLACK -> SeriesMarkers.RECTANGLE;
        };
    }

    /** The colour while drawing. */
    Color colour() {
        return new Color(rgb);
    }
}
