/** What was measured, and the files that hold it. */
@NullMarked
package io.fetchmark.result;

import org.jspecify.annotations.NullMarked;
