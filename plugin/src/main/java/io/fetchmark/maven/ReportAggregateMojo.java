package io.fetchmark.maven;

import io.fetchmark.report.AggregatePage;
import io.fetchmark.report.HtmlReport;
import io.fetchmark.report.Language;
import io.fetchmark.report.ModulePart;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.reporting.AbstractMavenReport;
import org.apache.maven.reporting.MavenReportException;

/**
 * Draws what all modules have measured, from the files of {@code run} and {@code verify}: the page
 * {@code fetchmark-aggregate.html} of the site, and {@code target/fetchmark/report.html}, which stands alone. The modules
 * are those of the project and theirs, and those that it depends on in the same build. It runs nothing and judges nothing,
 * so it has to come after them: {@code mvn verify fetchmark:report-aggregate}, or {@code mvn verify} and then
 * {@code mvn site}.
 */
@Mojo(name = "report-aggregate", aggregator = true, threadSafe = true)
public final class ReportAggregateMojo extends AbstractMavenReport {

    /** Draws nothing. */
    @Parameter(property = "fetchmark.skip", defaultValue = "false")
    private boolean skip;

    /** Takes the page that stands alone. */
    @Parameter(defaultValue = "${project.build.directory}/fetchmark", readonly = true)
    private File resultsDirectory;

    @Parameter(defaultValue = "${session}", readonly = true)
    private MavenSession session;

    private boolean warned;

    @SuppressWarnings("deprecation") // Its successor has a default that Maven 3.8's site plugin does not know of.
    @Override
    public String getOutputName() {
        return "fetchmark-aggregate";
    }

    @Override
    public String getName(Locale reader) {
        return Language.of(reader).say("all-title");
    }

    @Override
    public String getDescription(Locale reader) {
        return Language.of(reader).say("all-description");
    }

    /** False where no module has measured, and for a module alone, whose page is that of the goal report. */
    @Override
    public boolean canGenerateReport() throws MavenReportException {
        ReactorModules modules = modules();
        if (skip || !modules.areSeveral()) {
            return false;
        }
        List<String> late = late();
        if (!late.isEmpty() && !warned) {
            warned = true;
            getLog().warn(String.join(", ", late) + " will measure after the page of all modules is drawn: call"
                    + " mvn verify first and mvn site then, or let a module that depends on them have the page");
        }
        siteTool = PlainSkin.orPlain(siteTool, resultsDirectory.toPath(), getLog()::warn);
        try {
            return modules.haveResults();
        } catch (IOException e) {
            throw unlisted(e);
        }
    }

    @Override
    protected void executeReport(Locale reader) throws MavenReportException {
        List<ModulePart> parts = parts();
        for (ModulePart part : parts) {
            if (part instanceof ModulePart.Unreadable unreadable) {
                getLog().warn(part.module() + ", " + part.execution() + " could not be drawn: " + unreadable.problem());
            }
        }
        try {
            HtmlReport.write(resultsDirectory.toPath(), AggregatePage.of(parts, late(), Language.of(getLocale())));
        } catch (IOException e) {
            throw new MavenReportException("the page of all modules cannot be written: " + e, e);
        }
        AggregatePage page = AggregatePage.of(parts, late(), Language.of(reader));
        TitledPage.write(getSink(), getName(reader), () -> getSink().rawText(page.fragment()));
    }

    private List<ModulePart> parts() throws MavenReportException {
        try {
            return modules().parts();
        } catch (IOException e) {
            throw unlisted(e);
        }
    }

    private static MavenReportException unlisted(IOException e) {
        return new MavenReportException("the results of the modules cannot be listed: " + e, e);
    }

    private ReactorModules modules() {
        return ReactorModules.of(project, reactorProjects);
    }

    /** The modules that measure in this build, but later. */
    private List<String> late() {
        return modules()
                .late(
                        session.getGoals(),
                        module -> session.getResult().getBuildSummary(module) != null,
                        mojoExecution.getPlugin().getKey())
                .stream()
                .map(MavenProject::getArtifactId)
                .toList();
    }
}
