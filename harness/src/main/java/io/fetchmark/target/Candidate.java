package io.fetchmark.target;

import io.fetchmark.result.NetworkPath;
import java.net.URI;

/** A way on which a target may be reached. */
record Candidate(NetworkPath path, URI url) {}
