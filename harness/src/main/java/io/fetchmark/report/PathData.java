package io.fetchmark.report;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;

/**
 * The {@code d} of an SVG path, in tenths of a unit, grown shape by shape: a shape that starts where the last one ended
 * goes on with its line. Not for use by several threads.
 */
final class PathData {

    private final StringBuilder data = new StringBuilder();
    private long lastX;
    private long lastY;
    private long startX;
    private long startY;
    private char lastVerb;

    /** Adds a shape as it is after the transform. */
    void add(Shape shape, AffineTransform transform) {
        double[] at = new double[6];
        for (PathIterator path = shape.getPathIterator(transform); !path.isDone(); path.next()) {
            switch (path.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> moveTo(tenths(at[0]), tenths(at[1]));
                case PathIterator.SEG_LINETO -> segment('L', at, 1);
                case PathIterator.SEG_QUADTO -> segment('Q', at, 2);
                case PathIterator.SEG_CUBICTO -> segment('C', at, 3);
                default -> close();
            }
        }
    }

    boolean isEmpty() {
        return data.isEmpty();
    }

    private void moveTo(long x, long y) {
        startX = x;
        startY = y;
        if (lastVerb == 'L' && x == lastX && y == lastY) {
            return;
        }
        data.append('M');
        lastVerb = 'M';
        number(x);
        number(y);
        arrive(x, y);
    }

    private void segment(char verb, double[] at, int points) {
        long x = tenths(at[2 * points - 2]);
        long y = tenths(at[2 * points - 1]);
        if (verb == 'L' && x == lastX && y == lastY) {
            return;
        }
        verb(verb);
        for (int i = 0; i < 2 * points; i++) {
            number(tenths(at[i]));
        }
        arrive(x, y);
    }

    private void close() {
        data.append('Z');
        lastVerb = 'Z';
        arrive(startX, startY);
    }

    private void arrive(long x, long y) {
        lastX = x;
        lastY = y;
    }

    private void verb(char verb) {
        // SVG lets a verb be left out that is the same as the one before; M is another matter, and never left out.
        if (verb != lastVerb) {
            data.append(verb);
        }
        lastVerb = verb;
    }

    private void number(long tenths) {
        char before = data.charAt(data.length() - 1);
        if (tenths >= 0 && !Character.isLetter(before)) {
            data.append(' ');
        }
        if (tenths < 0) {
            data.append('-');
        }
        long size = Math.abs(tenths);
        data.append(size / 10);
        if (size % 10 != 0) {
            data.append('.').append(size % 10);
        }
    }

    private static long tenths(double value) {
        return Math.round(value * 10);
    }

    @Override
    public String toString() {
        return data.toString();
    }
}
