/** Instants, exchanges, slices and distributions; the only door to HdrHistogram. */
@NullMarked
package io.fetchmark.measure;

import org.jspecify.annotations.NullMarked;
