package io.fetchmark.report;

/**
 * What a reader must know before the figures.
 *
 * @param who it is about, with what parts that from the text; or empty
 * @param own whether the text is in the language of the page, or as the file says it
 */
record Caution(String who, String text, boolean own) {

    @Override
    public String toString() {
        return who + text;
    }
}
