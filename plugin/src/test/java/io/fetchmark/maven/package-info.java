@NullMarked
package io.fetchmark.maven;

import org.jspecify.annotations.NullMarked;
