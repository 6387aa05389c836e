/** The only door to Jackson: our records as JSON and back. */
@NullMarked
package io.fetchmark.json;

import org.jspecify.annotations.NullMarked;
