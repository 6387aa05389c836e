package io.fetchmark.report;

import io.fetchmark.plan.Load;
import io.fetchmark.result.ScenarioResult;

/** A load in words. */
final class LoadWords {

    private LoadWords() {}

    static String of(ScenarioResult result, Language language) {
        String load = of(result.load(), language);
        int workers = result.workerCount();
        return workers == 1 ? load : language.say("load-shared", load, workers);
    }

    private static String of(Load load, Language language) {
        if (load instanceof Load.Closed closed) {
            return language.say("load-closed", closed.concurrency());
        }
        if (load instanceof Load.Open open) {
            return language.say("load-open", language.factor(open.arrivalRate()), open.arrivals());
        }
        return language.say(
                "load-ladder", load.toString().replace("ladder ", "").replace(",", ", "));
    }
}
