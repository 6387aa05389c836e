package io.fetchmark.report;

import io.fetchmark.measure.Distribution;
import io.fetchmark.measure.Interval;
import io.fetchmark.measure.IntervalLog;
import io.fetchmark.plan.Client;
import io.fetchmark.result.ScenarioResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The interval logs of one client in one scenario.
 *
 * @param service service times, in the order of time
 * @param response response times, in the order of time
 */
record ClientLog(Client client, List<Interval> service, List<Interval> response) {

    /** As many points as a line over the run has at most: more could not be told apart, and the page would grow. */
    private static final int MOST_INTERVALS = 100;

    ClientLog {
        service = List.copyOf(service);
        response = List.copyOf(response);
    }

    /**
     * Reads the logs of a result.
     *
     * @throws IOException if one is missing, torn or empty; the message is for readers of the page
     */
    static ClientLog read(Path directory, ScenarioResult result, Language language) throws IOException {
        if (result.histograms().size() < 2) {
            throw new IOException(language.say("log-none"));
        }
        return new ClientLog(
                result.client(),
                read(directory, result.histograms().get(0), language),
                read(directory, result.histograms().get(1), language));
    }

    Distribution serviceTimes() {
        return sum(service);
    }

    Distribution responseTimes() {
        return sum(response);
    }

    /** The response times in at most 100 intervals, none of them empty of time. */
    List<Interval> overTheRun() {
        int each = (response.size() + MOST_INTERVALS - 1) / MOST_INTERVALS;
        List<Interval> few = new ArrayList<>();
        for (int i = 0; i < response.size(); i += each) {
            few.add(joined(response.subList(i, Math.min(i + each, response.size()))));
        }
        // What is left over of the last second is too short to have a rate of its own.
        while (few.size() > 1 && length(few.get(few.size() - 1)) < length(few.get(0)) / 2) {
            Interval rest = few.remove(few.size() - 1);
            few.add(joined(List.of(few.remove(few.size() - 1), rest)));
        }
        few.removeIf(interval -> length(interval) <= 0);
        return few;
    }

    /**
     * Reads one log.
     *
     * @throws IOException if it is missing, torn or empty; the message is for readers of the page
     */
    static List<Interval> read(Path directory, String name, Language language) throws IOException {
        List<Interval> intervals;
        try {
            intervals = IntervalLog.read(directory.resolve(name));
        } catch (IOException | RuntimeException e) {
            throw new IOException(language.say("log-unreadable", name), e);
        }
        if (intervals.stream().noneMatch(interval -> interval.times().count() > 0)) {
            throw new IOException(language.say("log-empty", name));
        }
        return intervals;
    }

    private static double length(Interval interval) {
        return interval.endSeconds() - interval.startSeconds();
    }

    private static Interval joined(List<Interval> neighbours) {
        if (neighbours.size() == 1) {
            return neighbours.get(0);
        }
        return new Interval(
                neighbours.get(0).startSeconds(),
                neighbours.get(neighbours.size() - 1).endSeconds(),
                sum(neighbours));
    }

    static Distribution sum(List<Interval> intervals) {
        return intervals.stream().map(Interval::times).reduce(Distribution.of(), Distribution::plus);
    }
}
