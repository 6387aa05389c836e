package io.fetchmark.report;

import io.fetchmark.history.Build;
import io.fetchmark.history.Trend;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The builds of a trend side by side, each one step after the one before, however much time there was between: 1 is the
 * first.
 *
 * @param builds the oldest first, the one that the report is about at the end
 */
record TrendAxis(List<Build> builds, Language language) {

    /** Beside the one of this build; more would overlap on a narrow page. */
    private static final int MOST_TICKS = 3;
    /** The label of the last build is centred below it, and needs room to its right. */
    private static final double RIGHT = 0.1;

    private static final int SHA = 8;

    static TrendAxis of(Trend trend, Language language) {
        return new TrendAxis(
                Stream.concat(trend.earlier().stream(), Stream.of(trend.now())).toList(), language);
    }

    int position(Build build) {
        return builds.indexOf(build) + 1;
    }

    int last() {
        return builds.size();
    }

    Axis axis() {
        int number = builds.size();
        double room = Math.max(0.5, number * RIGHT);
        List<Axis.Tick> ticks = new ArrayList<>();
        String format = format();
        int every = Math.max(1, (int) Math.ceil((number - 1.0) / MOST_TICKS));
        for (int position = 1; position <= number - 0.75 * every; position += every) {
            ticks.add(new Axis.Tick(
                    position,
                    language.formatted(format, builds.get(position - 1).start())));
        }
        ticks.add(new Axis.Tick(number, language.say("history-this")));
        return new Axis(language.say("axis-builds"), 1 - room / 2, number + room, false, ticks);
    }

    /** When a build started, to the minute. */
    String words(Build build) {
        return position(build) == last()
                ? language.say("history-this")
                : language.formatted("history-minute", build.start());
    }

    /** What was built, as short as people say it. */
    static String commit(Build build) {
        return build.gitCommit()
                .map(sha -> sha.substring(0, Math.min(SHA, sha.length())))
                .orElse("–");
    }

    /** The pattern of days or times that tells the builds apart. */
    private String format() {
        Duration all = Duration.between(
                builds.get(0).start(), builds.get(builds.size() - 1).start());
        return all.toDays() < 1 ? "history-time" : all.toDays() < 300 ? "history-day" : "history-month";
    }
}
