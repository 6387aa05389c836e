/** Instants, exchanges, slices and distributions, and figures with their units; the only door to HdrHistogram. */
@NullMarked
package io.fetchmark.measure;

import org.jspecify.annotations.NullMarked;
