/**
 * Starting and stopping what the load is put on, in a JVM of its own that cleans up however its parent ends. The only
 * door to Testcontainers, to docker-java and to the JDK's HTTP server.
 */
@NullMarked
package io.fetchmark.target;

import org.jspecify.annotations.NullMarked;
