/** What a result is worth: findings, verdicts and their file. */
@NullMarked
package io.fetchmark.verdict;

import org.jspecify.annotations.NullMarked;
