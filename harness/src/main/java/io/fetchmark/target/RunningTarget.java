package io.fetchmark.target;

import io.fetchmark.plan.Durations;
import io.fetchmark.plan.HttpVersion;
import io.fetchmark.plan.UrlSpec;
import io.fetchmark.result.TargetFacts;
import io.fetchmark.result.TargetRuntime;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A target that somebody else has started.
 *
 * <pre>
 *   the address as it is ---- answers ------------------------&gt; is measured
 *        |
 *        | no connection, and its host has further addresses
 *        v
 *   each of them ---- localhost, by http: one answers --------&gt; is measured there, with a warning
 *                ---- else -----------------------------------&gt; refused; the message names what was tried
 * </pre>
 */
final class RunningTarget {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** So much of a body is read, so that a server finds nothing amiss if it is a small one. */
    private static final int MOST_BYTES = 64 << 10;

    private static final Duration OF_BODY = Duration.ofSeconds(1);

    private static final String CORRECT = "correct <target><url>";

    private final UrlSpec target;
    private final HostAddresses host;
    private final Duration patience;
    private final CheckClient client;

    private RunningTarget(UrlSpec target, HostAddresses host, HttpVersion http, Duration patience) {
        this.target = target;
        this.host = host;
        this.patience = patience;
        this.client = new CheckClient(http, patience, OF_BODY);
    }

    /**
     * Makes sure that it answers, with whatever status. How long its responses are does not matter.
     *
     * @param http the version that is measured
     * @throws TargetFailure if it has not begun to after about 10 s for each address of its host; says how far it got
     */
    static TargetFacts check(UrlSpec target, HttpVersion http) throws TargetFailure, InterruptedException {
        return check(target, HostAddresses.of(target.url()), http, PATIENCE);
    }

    /**
     * As above.
     *
     * @param host that of the target
     * @param patience how long it may take to answer
     */
    static TargetFacts check(UrlSpec target, HostAddresses host, HttpVersion http, Duration patience)
            throws TargetFailure, InterruptedException {
        return new RunningTarget(target, host, http, patience).check();
    }

    private TargetFacts check() throws TargetFailure, InterruptedException {
        Optional<CheckFailure> failure = ask(target.url());
        if (failure.isEmpty()) {
            return facts(target.url(), List.of());
        }
        return failure.get().kind() == CheckFailure.Kind.UNREACHED
                ? elsewhere()
                : judged(target.url(), failure.get(), List.of());
    }

    private Optional<CheckFailure> ask(URI url) throws InterruptedException {
        try {
            client.get(url, MOST_BYTES);
            return Optional.empty();
        } catch (CheckException e) {
            return Optional.of(e.failure());
        }
    }

    /** The clients of the load connect to the first address only, as HttpClient does. */
    private TargetFacts elsewhere() throws TargetFailure, InterruptedException {
        HostAddresses.Tried tried = host.tryAll();
        if (tried.atFirst()) {
            // To HttpClient a connection is none before there is TLS on it.
            throw new TargetFailure(silent(target.url()));
        }
        if (tried.elsewhere().isEmpty()) {
            throw new TargetFailure(
                    "nothing answers at " + target.url() + " (" + tried.results() + "): start it, or " + CORRECT);
        }
        URI there = tried.elsewhere().get();
        if (target.isTls() || !host.areLoopback()) {
            throw new TargetFailure(
                    "the clients of the load connect to the first address of the host of " + target.url()
                            + " only, and nothing answers there (" + tried.results()
                            + "): let the server listen there, too, or "
                            + CORRECT + (target.isTls() ? "" : ", for example to " + there));
        }
        List<String> warnings = List.of("Requests went to " + there + ", as nothing answers at the first address of "
                + target.url().getHost() + " (" + tried.results() + ").");
        Optional<CheckFailure> failure = ask(there);
        return failure.isPresent() ? judged(there, failure.get(), warnings) : facts(there, warnings);
    }

    private TargetFacts judged(URI url, CheckFailure failure, List<String> warnings) throws TargetFailure {
        Optional<String> refusal = refusal(url, failure);
        if (refusal.isPresent()) {
            throw new TargetFailure(refusal.get());
        }
        String strange = "what " + url + " answers is not HTTP that HttpClient understands (" + failure
                + "): correct the server, or <target><url>";
        return facts(url, Stream.concat(warnings.stream(), Stream.of(strange)).toList());
    }

    /** Empty if it may be measured all the same. */
    private Optional<String> refusal(URI url, CheckFailure failure) {
        return switch (failure.kind()) {
            case NO_LOCAL_PORT, NO_FILE -> Optional.of("this machine cannot connect to " + url + " (" + failure + ")");
            case UNREACHED -> Optional.of("nothing answers at " + url + " (" + failure + "): start it, or " + CORRECT);
            case CERTIFICATE -> Optional.of(CertificateFault.explained(url, failure));
            case TLS ->
                Optional.of("no TLS connection to " + url + " comes about (" + failure
                        + "): if it speaks plain HTTP, make it an http address; else see which versions of TLS and"
                        + " which certificates the server wants");
            case SILENT -> Optional.of(silent(url));
            case CUT ->
                Optional.of(url + " takes connections, and ends them without an answer of HTTP (" + failure
                        + "): if it speaks TLS, make it an https address; else see the server's log, or " + CORRECT);
            case NOT_HTTP -> Optional.empty();
        };
    }

    private String silent(URI url) {
        return url + " takes connections, but has not answered within " + Durations.format(patience)
                + ": see whether the server hangs, or " + CORRECT;
    }

    private TargetFacts facts(URI url, List<String> warnings) {
        return new TargetFacts(
                target.kind(),
                TargetRuntime.EXTERNAL,
                host.path(),
                url,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                warnings);
    }
}
