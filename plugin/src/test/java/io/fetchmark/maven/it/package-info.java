/** What the scripts of the invoked builds in {@code src/it} share. */
@NullMarked
package io.fetchmark.maven.it;

import org.jspecify.annotations.NullMarked;
