/** Candidate and baseline side by side: several running targets of each, measured in pairs of short blocks. */
@NullMarked
package io.fetchmark.comparison;

import org.jspecify.annotations.NullMarked;
