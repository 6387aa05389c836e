/** When the exchanges of an open load are due. */
@NullMarked
package io.fetchmark.arrival;

import org.jspecify.annotations.NullMarked;
