package io.fetchmark.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A {@code Graphics2D} whose picture is a list of SVG paths. Shapes of one style that follow each other become one path;
 * a transparent one vanishes, and so does one whose paint is no plain colour. A colour that has a class is left to the
 * style sheet, so that it can differ in the dark; clips are honoured by their bounds.
 */
final class SvgGraphics extends ShapeGraphics {

    private record Stretch(String style, PathData data) {}

    private final String id;
    private final Map<Color, String> classes;
    private final List<Stretch> stretches = new ArrayList<>();
    private final List<Rectangle2D> clips = new ArrayList<>();

    /**
     * @param id starts the ids within the picture, which must differ within a page
     * @param classes the class of each colour that has one
     */
    SvgGraphics(String id, Map<Color, String> classes) {
        this.id = id;
        this.classes = Map.copyOf(classes);
    }

    @Override
    public void draw(Shape shape) {
        if (getStroke() instanceof BasicStroke stroke) {
            if (visible()) {
                add(ink("fmk-line", "stroke") + width(stroke), shape, stroke.getLineWidth() / 2);
            }
        } else {
            fill(getStroke().createStrokedShape(shape));
        }
    }

    @Override
    public void fill(Shape shape) {
        if (visible()) {
            add(ink("fmk-area", "fill"), shape, 0);
        }
    }

    /** What was drawn: elements to stand within an {@code svg}. */
    String elements() {
        Markup svg = new Markup();
        for (int i = 0; i < clips.size(); i++) {
            PathData area = new PathData();
            area.add(clips.get(i), new AffineTransform());
            svg.open("clipPath", "id", clipId(i)).leaf("path", "d", area.toString());
            svg.close();
        }
        for (Stretch stretch : stretches) {
            svg.raw("<path " + stretch.style + " d=\"" + stretch.data + "\"/>\n");
        }
        return svg.toString();
    }

    private void add(String style, Shape shape, double reach) {
        AffineTransform transform = getTransform();
        Rectangle2D bounds = transform.createTransformedShape(shape).getBounds2D();
        Rectangle2D inked = new Rectangle2D.Double(
                bounds.getX() - reach,
                bounds.getY() - reach,
                bounds.getWidth() + 2 * reach,
                bounds.getHeight() + 2 * reach);
        Optional<Rectangle2D> clip = Optional.ofNullable(getClip())
                .map(area -> transform.createTransformedShape(area).getBounds2D())
                .filter(area -> !area.contains(inked));
        if (clip.isPresent() && !clip.get().intersects(inked)) {
            return;
        }
        stretch(style + clip.map(this::clipped).orElse("")).data.add(shape, transform);
    }

    private Stretch stretch(String style) {
        if (stretches.isEmpty() || !stretches.get(stretches.size() - 1).style.equals(style)) {
            stretches.add(new Stretch(style, new PathData()));
        }
        return stretches.get(stretches.size() - 1);
    }

    private boolean visible() {
        return getPaint() instanceof Color colour && colour.getAlpha() > 0;
    }

    private String ink(String kind, String attribute) {
        Color colour = getColor();
        String known = classes.get(colour);
        if (known != null) {
            return "class=\"" + kind + " " + known + "\"";
        }
        String opacity = colour.getAlpha() == 255
                ? ""
                : " " + attribute + "-opacity=\"" + Math.round(colour.getAlpha() / 2.55) / 100.0 + "\"";
        String rgb = String.format(Locale.ROOT, "#%06x", colour.getRGB() & 0xffffff);
        return "class=\"" + kind + "\" " + attribute + "=\"" + rgb + "\"" + opacity;
    }

    private String clipped(Rectangle2D area) {
        if (!clips.contains(area)) {
            clips.add(area);
        }
        return " clip-path=\"url(#" + clipId(clips.indexOf(area)) + ")\"";
    }

    private String clipId(int index) {
        return id + "-clip" + index;
    }

    private static String width(BasicStroke stroke) {
        StringBuilder text = new StringBuilder(" stroke-width=\"" + plain(stroke.getLineWidth()) + "\"");
        float[] dashes = stroke.getDashArray();
        if (dashes != null) {
            text.append(" stroke-dasharray=\"");
            for (int i = 0; i < dashes.length; i++) {
                text.append(i == 0 ? "" : " ").append(plain(dashes[i]));
            }
            text.append('"');
        }
        return text.toString();
    }

    private static String plain(float value) {
        return value == Math.rint(value) ? Integer.toString((int) value) : Float.toString(value);
    }
}
