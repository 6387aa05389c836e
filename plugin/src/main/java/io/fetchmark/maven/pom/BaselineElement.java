package io.fetchmark.maven.pom;

import org.jspecify.annotations.Nullable;

/** The {@code <baseline>} of a POM: what the target is held against. It holds one kind of target, or the recorded one. */
public final class BaselineElement extends TargetElement {

    /** The directory with the recorded baseline, for example {@code src/perf/baseline}. */
    @Nullable String recorded;
}
