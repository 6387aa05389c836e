package io.fetchmark.report;

import io.fetchmark.result.SliceSummary;
import java.util.ArrayList;
import java.util.List;

/** The slices of a run in groups of neighbours, few enough for a line on a chart. */
final class Stretches {

    /** As many points as a line over the run has at most: more could not be told apart, and the page would grow. */
    private static final int MOST = 100;

    private Stretches() {}

    /** The groups, none of them empty of time. What is left over of the last second is added to the group before. */
    static List<List<SliceSummary>> of(List<SliceSummary> slices) {
        int each = (slices.size() + MOST - 1) / MOST;
        List<List<SliceSummary>> groups = new ArrayList<>();
        for (int i = 0; i < slices.size(); i += each) {
            List<SliceSummary> group = slices.subList(i, Math.min(i + each, slices.size()));
            boolean rest = !groups.isEmpty() && seconds(group) < seconds(groups.get(0)) / 2;
            if (rest && i + each >= slices.size()) {
                groups.set(groups.size() - 1, slices.subList(i - each, slices.size()));
            } else {
                groups.add(group);
            }
        }
        return groups.stream().filter(group -> seconds(group) > 0).toList();
    }

    static double seconds(List<SliceSummary> group) {
        return group.stream().mapToDouble(SliceSummary::seconds).sum();
    }

    static String words(double startSeconds, double endSeconds, Language language) {
        return language.say("stretch", language.factor(startSeconds), language.factor(endSeconds));
    }
}
