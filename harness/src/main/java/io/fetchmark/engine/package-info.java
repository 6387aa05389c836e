/** The clients: how exchanges are laid over threads. */
@NullMarked
package io.fetchmark.engine;

import org.jspecify.annotations.NullMarked;
