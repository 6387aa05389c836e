/** Results and verdicts as people and other programs read them; the only door to XChart and the HTML templates. */
@NullMarked
package io.fetchmark.report;

import org.jspecify.annotations.NullMarked;
