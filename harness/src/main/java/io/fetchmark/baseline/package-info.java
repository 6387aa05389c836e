/** What earlier runs have measured, as a project keeps it: the recorded baseline and its file. */
@NullMarked
package io.fetchmark.baseline;

import org.jspecify.annotations.NullMarked;
