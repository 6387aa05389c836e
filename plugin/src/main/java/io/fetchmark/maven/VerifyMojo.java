package io.fetchmark.maven;

import io.fetchmark.baseline.GitCommit;
import io.fetchmark.maven.pom.Configuration;
import io.fetchmark.maven.pom.InvalidPom;
import io.fetchmark.maven.pom.JarShelf;
import io.fetchmark.maven.pom.Keeping;
import io.fetchmark.maven.pom.OnInconclusive;
import io.fetchmark.plan.Plan;
import io.fetchmark.report.Language;
import io.fetchmark.result.FileNames;
import io.fetchmark.result.ResultFileException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Judges what {@code run} has measured, and fails where a limit is broken, or where there is nothing to judge. It judges
 * the results of the execution that it is part of; where that has no goal {@code run}, those of every execution that
 * has.
 */
@Mojo(name = "verify", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true, configurator = PomConfigurator.HINT)
public final class VerifyMojo extends FetchmarkMojo {

    /** Where a CI job takes its summary from. */
    private static final String CI_SUMMARY = "GITHUB_STEP_SUMMARY";

    /** The language of {@code report.html}, for example {@code de}; English if there is none of that name. */
    @Parameter(defaultValue = "default")
    private String locale;

    /** Judges all results, tells all verdicts, and only then fails. */
    @Override
    public void work()
            throws InvalidPom, ResultFileException, IOException, MojoExecutionException, MojoFailureException {
        Map<ExecutionName, Configuration> runs = new TreeMap<>(runs());
        runs.entrySet().removeIf(run -> isWantedOnlyElsewhere(run.getKey(), run.getValue()));
        if (runs.isEmpty()) {
            return;
        }
        List<Judgement> judgements = new ArrayList<>();
        for (Map.Entry<ExecutionName, Configuration> run : runs.entrySet()) {
            Plan plan = plan(run.getValue(), JarShelf.UNSEEN);
            Keeping keeping = Keeping.of(baseDirectory(), run.getValue().keptAs(configuration()));
            Keeper keeper = Keeper.of(module(), run.getKey(), keeping, getLog()::warn);
            judgements.add(Judgement.of(folders().of(run.getKey()), plan, keeper));
        }
        judgements.stream().map(Judgement::table).flatMap(List::stream).forEach(getLog()::info);
        ExtraFiles files = new ExtraFiles(getLog()::warn);
        boolean written = true;
        for (Judgement judgement : judgements) {
            written &= files.write(judgement.folder().resolve(FileNames.VERDICT).toString(), judgement::write);
        }
        Optional<String> summary =
                Optional.ofNullable(System.getenv(CI_SUMMARY)).filter(name -> !name.isBlank());
        Optional<String> commit = GitCommit.of(baseDirectory(), System.getenv());
        Language language = Language.of(Locale.forLanguageTag(locale.replace('_', '-')));
        judgements.forEach(judgement -> judgement.writeExtras(files, summary, language, commit));
        new Gate(OnInconclusive.of(onInconclusive), Boolean.parseBoolean(failOnRegression))
                .pass(judgements.stream().map(Judgement::verdict).toList(), getLog()::warn);
        if (!written) {
            throw new MojoExecutionException("nothing fails by the verdict above, but " + FileNames.VERDICT
                    + " could not be written, see the warning");
        }
    }

    private Map<ExecutionName, Configuration> runs() throws MojoExecutionException {
        PomExecutions pom = new PomExecutions(session, mojoExecution);
        ExecutionName own = ownName();
        if (pom.running().containsKey(own) || folders().haveResult(own)) {
            return Map.of(own, configuration());
        }
        return pom.configurations();
    }
}
