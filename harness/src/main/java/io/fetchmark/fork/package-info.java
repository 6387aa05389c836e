/** JVMs that Fetchmark forks, which never outlive their parent. */
@NullMarked
package io.fetchmark.fork;

import org.jspecify.annotations.NullMarked;
