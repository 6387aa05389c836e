package io.fetchmark.comparison;

import io.fetchmark.plan.Regression;
import io.fetchmark.result.Comparison;

/** Says when enough has been measured. A pure function of what it is asked about. */
public interface Umpire {

    /** Whether every test of that comparison has an answer at one of its looks up to now. */
    boolean isDecided(Regression regression, Comparison soFar);

    /** Whether any test suspects the candidate to be worse, so that it has to be measured again on fresh starts. */
    boolean isSuspect(Regression regression, Comparison screened);
}
