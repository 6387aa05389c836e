/** The figures of builds in the formats of tools that watch trends. */
@NullMarked
package io.fetchmark.export;

import org.jspecify.annotations.NullMarked;
