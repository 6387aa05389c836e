package io.fetchmark.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fetchmark.json.JsonObject;
import io.fetchmark.json.MalformedJson;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ComposeProjectTest {

    private static final String FILE = """
            {
              "name": "shop",
              "services": {
                "web": {
                  "image": "acme/shop:1.4", "container_name": "shop-web", "command": null, "cpuset": "1",
                  "environment": {"PASSWORD": "a$$b"}, "labels": {"team": "red"},
                  "networks": {"default": null, "back": {"aliases": ["shop"]}},
                  "ports": [{"mode": "ingress", "target": 80, "published": "8080", "protocol": "tcp"}]
                },
                "db": {"build": {"context": "/src"}, "networks": {"back": null}},
                "cache": {"image": "redis", "network_mode": "host"},
                "proxy": {"image": "nginx", "network_mode": "bridge"}
              },
              "networks": {
                "default": {"name": "shop_default"},
                "back": {"name": "back", "driver": "bridge"},
                "theirs": {"name": "theirs", "external": true}
              },
              "volumes": {"data": {"name": "shop_data"}, "kept": {"name": "kept", "external": true}}
            }
            """;

    private final ComposeProject project = project();

    private static ComposeProject project() {
        try {
            return ComposeProject.read(FILE);
        } catch (MalformedJson e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Test
    void knowsItsServices() {
        assertThat(project.services()).containsExactly("web", "db", "cache", "proxy");
    }

    @Test
    void knowsWhoSharesANetwork() {
        assertThat(project.sharedNetwork("cache")).contains("host");
        assertThat(project.sharedNetwork("proxy")).isEmpty();
        assertThat(project.sharedNetwork("web")).isEmpty();
    }

    @Test
    void allThatIsMadeIsLabelled() throws MalformedJson {
        JsonObject labelled = read(project.labelled(Map.of("owner", "me")));
        assertThat(labelled.child("services").child("web").child("labels").toString())
                .isEqualTo("{\"team\":\"red\",\"owner\":\"me\"}");
        for (String made : new String[] {"services/db", "services/cache", "networks/back", "volumes/data"}) {
            assertThat(at(labelled, made).child("labels").text("owner"))
                    .as(made)
                    .contains("me");
        }
        assertThat(at(labelled, "networks/theirs").has("labels")).isFalse();
        assertThat(at(labelled, "volumes/kept").has("labels")).isFalse();
    }

    @Test
    void whatCanBeThereButOnceIsTakenAway() throws MalformedJson {
        JsonObject repeatable = read(project.repeatable());
        assertThat(repeatable.has("name")).isFalse();
        JsonObject web = at(repeatable, "services/web");
        assertThat(web.has("container_name")).isFalse();
        assertThat(web.has("ports")).isFalse();
        assertThat(at(repeatable, "networks/default").has("name")).isFalse();
        assertThat(at(repeatable, "networks/back").toString()).isEqualTo("{\"driver\":\"bridge\"}");
        assertThat(at(repeatable, "volumes/data").has("name")).isFalse();
    }

    @Test
    void whatIsElsewhereKeepsItsName() throws MalformedJson {
        JsonObject repeatable = read(project.repeatable());
        assertThat(at(repeatable, "networks/theirs").text("name")).contains("theirs");
        assertThat(at(repeatable, "volumes/kept").text("name")).contains("kept");
    }

    @Test
    void aContainerIsStillFoundByItsName() throws MalformedJson {
        JsonObject networks =
                read(project.repeatable()).child("services").child("web").child("networks");
        assertThat(networks.toString())
                .isEqualTo("{\"default\":{\"aliases\":[\"shop-web\"]},\"back\":{\"aliases\":[\"shop\",\"shop-web\"]}}");
    }

    @Test
    void whatIsBuiltIsCalledAsComposeWouldCallIt() throws MalformedJson {
        JsonObject repeatable = read(project.repeatable());
        assertThat(at(repeatable, "services/db").text("image")).contains("shop-db");
        assertThat(at(repeatable, "services/web").text("image")).contains("acme/shop:1.4");
    }

    @Test
    void theFileGoesBeforeTheCpusOfTheTarget() throws MalformedJson {
        JsonObject held = read(project.heldTo("2-3"));
        assertThat(at(held, "services/web").text("cpuset")).contains("1");
        assertThat(at(held, "services/db").text("cpuset")).contains("2-3");
    }

    @Test
    void aPortIsPublishedWhereNobodyElseIs() throws MalformedJson {
        JsonObject published = read(project.repeatable().publishing("web", 80, Optional.of("127.0.0.1")));
        assertThat(at(published, "services/web").toString())
                .contains("\"ports\":[{\"target\":80,\"protocol\":\"tcp\",\"host_ip\":\"127.0.0.1\"}]");
        assertThat(published.toString()).doesNotContain("published");
    }

    @Test
    void allElseStaysAsItIs() throws MalformedJson {
        assertThat(at(read(project.repeatable()), "services/web").toString())
                .contains("\"command\":null")
                .contains("\"environment\":{\"PASSWORD\":\"a$$b\"}");
    }

    @Test
    void whatIsNoProjectIsRefused() {
        assertThatExceptionOfType(MalformedJson.class).isThrownBy(() -> ComposeProject.read("[]"));
        assertThatExceptionOfType(MalformedJson.class).isThrownBy(() -> ComposeProject.read("{"));
    }

    private static JsonObject read(ComposeProject changed) throws MalformedJson {
        return JsonObject.read(changed.toString());
    }

    private static JsonObject at(JsonObject root, String path) {
        String[] names = path.split("/", -1);
        return root.child(names[0]).child(names[1]);
    }
}
