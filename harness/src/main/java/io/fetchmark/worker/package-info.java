/** The forked JVMs that drive the load: a scenario goes in, slices and the recording come out. */
@NullMarked
package io.fetchmark.worker;

import org.jspecify.annotations.NullMarked;
