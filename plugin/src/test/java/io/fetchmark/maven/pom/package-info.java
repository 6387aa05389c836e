@NullMarked
package io.fetchmark.maven.pom;

import org.jspecify.annotations.NullMarked;
