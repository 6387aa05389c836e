package io.fetchmark.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.measure.Outcome;
import io.fetchmark.plan.Request;
import io.fetchmark.result.ScenarioResult;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CompressedBodiesTest {

    private static final ScenarioResult LACKING = Results.with(500, Map.of(Outcome.EXPECTATION, 500L), 0);

    @Test
    void aTextThatIsNotFoundInWhatMayBeCompressedIsExplained() {
        assertThat(CompressedBodies.warning(accepting("accept-encoding", "gzip, deflate"), LACKING))
                .contains("500 responses did not contain the text of <expect><contains>. It is looked for in the bytes"
                        + " of the body as they come, and the header accept-encoding: gzip, deflate lets the server"
                        + " compress them: take out that header, or <contains>");
    }

    @Test
    void nothingIsSaidWhereThatIsNotTheReason() {
        assertThat(CompressedBodies.warning(accepting("Accept-Encoding", "identity"), LACKING))
                .isEmpty();
        assertThat(CompressedBodies.warning(accepting("Accept", "gzip"), LACKING))
                .isEmpty();
        assertThat(CompressedBodies.warning(accepting("Accept-Encoding", "gzip"), Results.ok()))
                .isEmpty();
    }

    private static Request accepting(String name, String value) {
        Request plain = Request.get("/");
        return new Request(
                plain.path(),
                plain.method(),
                Map.of(name, value),
                plain.body(),
                plain.expect(),
                plain.timeout(),
                plain.http());
    }
}
