package io.fetchmark.target;

/** Hears what becomes of a start that is under way. */
interface StartListener {

    /** A line for the user. */
    void says(String line);

    /** An image is pulled, which takes its time. */
    void pulls(String image);
}
