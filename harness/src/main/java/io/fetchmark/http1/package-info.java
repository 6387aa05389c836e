/** HTTP/1.1 as bytes: requests out, responses in, and no socket. */
@NullMarked
package io.fetchmark.http1;

import org.jspecify.annotations.NullMarked;
