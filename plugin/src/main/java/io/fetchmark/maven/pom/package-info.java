/** What a POM says: elements as Maven fills them, and the one way from them to a plan. */
@NullMarked
package io.fetchmark.maven.pom;

import org.jspecify.annotations.NullMarked;
