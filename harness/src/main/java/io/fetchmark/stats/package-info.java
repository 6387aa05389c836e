/**
 * Tests, estimates and intervals that assume no shape of the noise, each a pure function of its values. It alone uses
 * Commons Numbers, for the special functions.
 */
@NullMarked
package io.fetchmark.stats;

import org.jspecify.annotations.NullMarked;
