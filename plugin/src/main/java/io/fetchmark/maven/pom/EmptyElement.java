package io.fetchmark.maven.pom;

/** An element that says all by being there. */
public final class EmptyElement {

    /** What it holds all the same. */
    String text = "";

    /** What Maven calls for an element with text. */
    public void set(String newText) {
        text = newText.trim();
    }
}
