/** Builds that a project has kept, and which of them can be held against each other. */
@NullMarked
package io.fetchmark.history;

import org.jspecify.annotations.NullMarked;
