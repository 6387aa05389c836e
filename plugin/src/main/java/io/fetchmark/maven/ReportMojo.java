package io.fetchmark.maven;

import io.fetchmark.report.Language;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.reporting.AbstractMavenReport;
import org.apache.maven.reporting.MavenReportException;
import org.jspecify.annotations.Nullable;

/**
 * Draws what was measured, from the files of {@code run} and {@code verify}: the page {@code fetchmark.html} of the site,
 * with all executions, and a {@code report.html} that stands alone for each. It runs nothing and judges nothing.
 */
@Mojo(name = "report", defaultPhase = LifecyclePhase.POST_INTEGRATION_TEST, threadSafe = true)
public final class ReportMojo extends AbstractMavenReport {

    private static final String TITLE = "Fetchmark";

    /** Draws nothing. */
    @Parameter(property = "fetchmark.skip", defaultValue = "false")
    private boolean skip;

    /**
     * The folder that keeps the figures of each build, for the trends; that of the execution that measured if absent, and
     * none if it has none.
     */
    @Parameter(property = "fetchmark.history")
    private @Nullable String history;

    @Parameter(defaultValue = "${session}", readonly = true)
    private MavenSession session;

    /** Where the executions keep their results, a directory for each. */
    @Parameter(defaultValue = "${project.build.directory}/fetchmark", readonly = true)
    private File resultsDirectory;

    @SuppressWarnings("deprecation") // Its successor has a default that Maven 3.8's site plugin does not know of.
    @Override
    public String getOutputName() {
        return "fetchmark";
    }

    @Override
    public String getName(Locale reader) {
        return TITLE;
    }

    @Override
    public String getDescription(Locale reader) {
        return Language.of(reader).say("report-description");
    }

    /** False where nothing was measured. */
    @Override
    public boolean canGenerateReport() throws MavenReportException {
        if (skip) {
            getLog().info("skipped, as fetchmark.skip is true");
            return false;
        }
        siteTool = PlainSkin.orPlain(siteTool, resultsDirectory.toPath(), getLog()::warn);
        return !drawings().isEmpty();
    }

    @Override
    protected void executeReport(Locale reader) throws MavenReportException {
        List<Drawing> drawings = drawings();
        TitledPage.write(
                getSink(),
                TITLE,
                () -> drawings.forEach(drawing -> drawing.draw(
                        getSink(),
                        Language.of(reader),
                        Language.of(getLocale()),
                        drawings.size() > 1,
                        getLog()::warn)));
    }

    private List<Drawing> drawings() throws MavenReportException {
        try {
            ResultFolders folders = new ResultFolders(resultsDirectory.toPath());
            HistoryFolders histories = new HistoryFolders(
                    Optional.ofNullable(history), new PomExecutions(session, mojoExecution), project);
            List<Drawing> drawings = new ArrayList<>();
            for (ExecutionName execution : folders.withResults()) {
                drawings.add(new Drawing(execution, folders.of(execution), histories.of(execution)));
            }
            return drawings;
        } catch (IOException e) {
            throw new MavenReportException("the results in " + resultsDirectory + " cannot be listed: " + e, e);
        } catch (MojoExecutionException e) {
            throw new MavenReportException(String.valueOf(e.getMessage()), e);
        }
    }
}
