/** What is to be measured: immutable values that are checked when they are made. */
@NullMarked
package io.fetchmark.plan;

import org.jspecify.annotations.NullMarked;
