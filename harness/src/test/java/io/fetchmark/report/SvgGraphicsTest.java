package io.fetchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SvgGraphicsTest {

    private static final Color NAMED = new Color(1, 2, 3);

    private final SvgGraphics graphics = new SvgGraphics("id", Map.of(NAMED, "known"));

    @Test
    void linesThatGoOnBecomeOnePath() {
        graphics.setColor(NAMED);
        graphics.draw(new Line2D.Double(0, 0, 10.04, 5));
        graphics.draw(new Line2D.Double(10.04, 5, 20, 5.26));

        assertThat(graphics.elements())
                .isEqualTo("<path class=\"fmk-line known\" stroke-width=\"1\" d=\"M0 0L10 5 20 5.3\"/>\n");
    }

    @Test
    void aGapStartsAnewInTheSamePath() {
        graphics.setColor(NAMED);
        graphics.draw(new Line2D.Double(0, 0, 1, 1));
        graphics.draw(new Line2D.Double(2, 2, 3, -3));

        assertThat(graphics.elements()).contains("d=\"M0 0L1 1M2 2L3-3\"");
    }

    @Test
    void whatIsTransparentLeavesNothing() {
        graphics.setColor(new Color(9, 9, 9, 0));
        graphics.fillRect(0, 0, 10, 10);
        graphics.drawLine(0, 0, 1, 1);

        assertThat(graphics.elements()).isEmpty();
    }

    @Test
    void aColourWithoutAClassIsWritten() {
        graphics.setColor(new Color(0x12, 0xab, 0xff, 128));
        graphics.fillRect(1, 2, 3, 4);

        assertThat(graphics.elements()).contains("fill=\"#12abff\" fill-opacity=\"0.5\"");
    }

    @Test
    void dashesAndWidthOfAStrokeAreKept() {
        graphics.setColor(NAMED);
        graphics.setStroke(
                new BasicStroke(2.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 1, new float[] {6, 4}, 0));
        graphics.drawLine(0, 0, 9, 9);

        assertThat(graphics.elements()).contains("stroke-width=\"2.5\" stroke-dasharray=\"6 4\"");
    }

    @Test
    void theTransformMovesWhatIsDrawnAfterIt() {
        graphics.setColor(NAMED);
        graphics.translate(100, 50);
        graphics.scale(2, 2);
        graphics.drawLine(1, 1, 2, 2);

        assertThat(graphics.elements()).contains("M102 52L104 54");
    }

    @Test
    void whatReachesOverTheClipIsCutAndWhatIsOutsideVanishes() {
        graphics.setColor(NAMED);
        graphics.setClip(new Rectangle2D.Double(0, 0, 10, 10));
        graphics.drawLine(5, 5, 15, 5);
        graphics.drawLine(20, 20, 30, 30);

        assertThat(graphics.elements())
                .contains("<clipPath id=\"id-clip0\"><path d=\"M0 0L10 0 10 10 0 10 0 0Z\"/></clipPath>")
                .contains("clip-path=\"url(#id-clip0)\" d=\"M5 5L15 5\"")
                .doesNotContain("20 20");
    }

    @Test
    void whatIsWithinTheClipNeedsNoClip() {
        graphics.setColor(NAMED);
        graphics.setClip(0, 0, 10, 10);
        graphics.fillOval(2, 2, 4, 4);

        assertThat(graphics.elements()).doesNotContain("clip");
    }
}
