package io.fetchmark.export;

import io.fetchmark.history.Build;
import io.fetchmark.history.BuildFigures;
import io.fetchmark.history.History;
import java.util.List;

/**
 * What is exported: one build of one execution, and those before it.
 *
 * @param module its artifact id
 * @param execution its name
 * @param history may be of other machines and loads, too
 */
public record Subject(String module, String execution, Build build, History history) {

    /** The figures that say anything: what could not be judged would spoil a series. */
    List<BuildFigures> sound() {
        return build.results().stream().filter(BuildFigures::areSound).toList();
    }

    /** A name that only this client has in this scenario, the same in every build: {@code shop/perf/home-page/threads}. */
    String name(BuildFigures figures) {
        return module + "/" + execution + "/" + figures.scenario() + "/" + figures.client();
    }
}
