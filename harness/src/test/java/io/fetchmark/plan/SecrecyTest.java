package io.fetchmark.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SecrecyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization",
                "Proxy-Authorization",
                "cookie",
                "X-Api-Key",
                "X-Auth",
                "X-CSRF-Token",
                "PRIVATE-TOKEN",
                "X-Amz-Security-Token",
                "X-Password"
            })
    void whatCredentialsGoByIsShownNowhere(String name) {
        Request request = with(name, "hush hush");
        assertThat(request.headers()).containsEntry(name, "hush hush");
        assertThat(request.toString()).contains(name).doesNotContain("hush");
        assertThat(Scenario.of("s", request, new Load.Closed(1), Client.THREADS).toString())
                .doesNotContain("hush");
        assertThatThrownBy(() -> with(name, "hush\nhush"))
                .isInstanceOf(InvalidValue.class)
                .hasMessage("headers: must have printable ASCII as the value of " + name
                        + ", was (not shown, as it may be a secret)");
    }

    @Test
    void otherHeadersAreShown() {
        assertThat(with("Accept-Language", "de").toString()).contains("Accept-Language=de");
        assertThatThrownBy(() -> with("Accept", "größe"))
                .isInstanceOf(InvalidValue.class)
                .hasMessageEndingWith("was größe");
    }

    @Test
    void aBodyIsShownNowhere() {
        Request login = new Request(
                "/login", "POST", Map.of(), "hush", Expect.OK, Request.DEFAULT_TIMEOUT, HttpVersion.HTTP_1_1);
        assertThat(List.of(login).toString()).contains("body of 4 characters").doesNotContain("hush");
    }

    @Test
    void theVariablesOfAComposeFileAreShownByTheirNames() {
        ComposeSpec spec = ComposeSpec.of(Path.of("compose.yaml"), "web", 80).with(Map.of("SHOP_PASSWORD", "hush"));
        assertThat(List.of(spec).toString()).contains("SHOP_PASSWORD").doesNotContain("hush");
    }

    private static Request with(String name, String value) {
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
