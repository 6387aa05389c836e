/** The way in: {@link io.fetchmark.Harness} runs a plan. */
@NullMarked
package io.fetchmark;

import org.jspecify.annotations.NullMarked;
