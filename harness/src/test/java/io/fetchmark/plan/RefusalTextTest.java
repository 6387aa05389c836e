package io.fetchmark.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RefusalTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://me:hush@shop",
                "http://me:hu/sh@shop",
                "http://me:hush hush@shop",
                "http://me:hush@home@shop?x",
                "htp://hush@shop",
                "acme:hush@registry.test/shop:1",
                "[nginx, acme:hush@registry.test/shop:1]",
                "http://shop/?api_key=hush",
                "/orders?page=2&access_token=hush hush",
                "--db.password=hush 'x",
                "--password hush 'x",
                "-Dshop.secret=hush \"x",
                "{\"password\": \"hush\"",
                "curl -H Authorization: Bearer hush",
                "password=x, was hush"
            })
    void nothingThatMayBeASecretIsQuoted(String value) {
        assertThat(RefusalText.of("must be better, was " + value))
                .startsWith("must be better, was ")
                .doesNotContain("hu/sh", "hush")
                .contains("(not shown)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "must be an http or https address such as http://localhost:8080, was http://a b",
                "must name an image, was nginx:1.28@sha256:0a1b",
                "must name a scenario, was empty; others are called by mvn fetchmark:run@first, mvn fetchmark:run@second",
                "must be a name of a host, was auth db",
                "must close its quotes, was sh -c 'a b"
            })
    void theRestIsQuotedAsItIs(String text) {
        assertThat(RefusalText.of(text)).isEqualTo(text);
    }

    @Test
    void anAddressWithAPasswordIsNotQuotedWhateverElseIsWrongWithIt() {
        for (String url : new String[] {
            "http://me:hush@shop", "http://me:hush@shop/?x", "ftp://me:hush@shop", "http://me:hush@my_shop:80"
        }) {
            assertThatThrownBy(() -> new UrlSpec(URI.create(url)))
                    .isInstanceOf(InvalidValue.class)
                    .hasMessageStartingWith("url: must")
                    .hasMessageNotContaining("hush");
        }
    }
}
