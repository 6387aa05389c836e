/**
 * Whether a candidate is worse than its baseline: what follows from pairs of blocks, and from nothing else. A run asks it
 * when to stop, and whoever judges the run's file gets the same answers from the same pairs.
 */
@NullMarked
package io.fetchmark.gate;

import org.jspecify.annotations.NullMarked;
