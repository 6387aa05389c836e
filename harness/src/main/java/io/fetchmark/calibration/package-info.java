/** What this machine's clients can do at most, and the file that keeps it from run to run. */
@NullMarked
package io.fetchmark.calibration;

import org.jspecify.annotations.NullMarked;
