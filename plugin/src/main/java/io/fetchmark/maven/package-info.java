/** The goals of the Maven plugin: doors that lead from a POM to the harness. */
@NullMarked
package io.fetchmark.maven;

import org.jspecify.annotations.NullMarked;
