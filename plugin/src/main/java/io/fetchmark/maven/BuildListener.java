package io.fetchmark.maven;

import io.fetchmark.RunListener;
import io.fetchmark.measure.Units;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Scenario;
import io.fetchmark.result.ScenarioResult;
import io.fetchmark.result.TargetFacts;
import java.util.Locale;
import org.apache.maven.plugin.logging.Log;

/** Tells the log of the build, and who watches it, how a run goes on. */
final class BuildListener implements RunListener, AutoCloseable {

    private final Log log;
    private final Progress progress;
    private final int workers;

    /** @param workers that drive the load together */
    BuildListener(Log log, Progress progress, int workers) {
        this.log = log;
        this.progress = progress;
        this.workers = workers;
    }

    @Override
    public void targetReady(TargetFacts target) {
        info("target: " + target.kind()
                + target.jar()
                        .map(jar -> " " + jar.artifact().orElse(jar.file()))
                        .orElse("")
                + target.image().map(image -> " " + image).orElse("") + " at " + target.url() + " (" + target.runtime()
                + ", network path " + target.networkPath() + ")");
    }

    @Override
    public void started(Scenario scenario, Client client) {
        info(scenario.name() + ", " + client + ": " + scenario.load()
                + (workers == 1 ? "" : ", " + workers + " workers"));
    }

    @Override
    public void progress(Scenario scenario, Client client, io.fetchmark.worker.Progress measured) {
        StringBuilder line = new StringBuilder(scenario.name()).append(", ").append(client);
        line.append(
                switch (measured.phase()) {
                    case WARM_UP -> " warms up";
                    case MEASURE -> measured.fetches() > 0 ? " fetches " + measured.fetches() + " at once" : "";
                });
        line.append(String.format(Locale.ROOT, ": %.0f s, ", measured.elapsedSeconds()))
                .append(Units.count(measured.requests()))
                .append(" requests, ")
                .append(Units.count(Math.round(measured.requestsPerSecond())))
                .append("/s");
        if (measured.p50Nanos() > 0) {
            line.append(", p50 ").append(Units.time((double) measured.p50Nanos()));
        }
        if (measured.failed() + measured.dropped() > 0) {
            line.append(", ")
                    .append(Units.count(measured.failed()))
                    .append(" failed, ")
                    .append(Units.count(measured.dropped()))
                    .append(" dropped");
        }
        progress.show(line.toString());
    }

    @Override
    public void ended(ScenarioResult result) {
        info(result.scenario() + ", " + result.client() + ": " + Units.count(result.requests()) + " requests, "
                + Units.count(result.failed()) + " failed"
                + (result.reconnected().orElse(0) == 0
                        ? ""
                        : ", " + Units.count(result.reconnected().getAsLong()) + " sent once more"));
    }

    @Override
    public void comparing(int comparisons) {
        info("starts target and baseline side by side for "
                + (comparisons == 1 ? "one comparison" : comparisons + " comparisons"));
    }

    @Override
    public void compared(Scenario scenario, Client client, int pairs, int planned) {
        progress.show(
                scenario.name() + ", " + client + " against the baseline: pair " + pairs + " of at most " + planned);
    }

    @Override
    public void confirming(int suspects) {
        info((suspects == 1 ? "one comparison is" : suspects + " comparisons are")
                + " suspected to have become worse, and measured again on fresh starts");
    }

    @Override
    public void warning(String sentence) {
        progress.clear();
        log.warn(sentence);
    }

    @Override
    public void detail(String line) {
        if (log.isDebugEnabled()) {
            progress.clear();
            log.debug(line);
        }
    }

    private void info(String line) {
        progress.clear();
        log.info(line);
    }

    /** Leaves the terminal clean. */
    @Override
    public void close() {
        progress.clear();
    }
}
