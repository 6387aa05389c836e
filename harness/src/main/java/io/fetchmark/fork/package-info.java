/** JVMs that Fetchmark forks, which never outlive their parent, and what Linux lets them have and counts of it. */
@NullMarked
package io.fetchmark.fork;

import org.jspecify.annotations.NullMarked;
