package io.fetchmark.maven.pom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.codehaus.plexus.configuration.xml.XmlPlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.Test;

final class KnownElementsTest {

    private static final Set<String> PARAMETERS = Set.of("target", "scenarios", "workers", "history", "locale");

    @Test
    void eachUnknownElementIsNamedWithTheNearestThatIsAllowed() throws Exception {
        assertThat(below("<scenarios><scenario><name>home</name><warmup>1s</warmup></scenario></scenarios>"))
                .singleElement()
                .asString()
                .startsWith(
                        "<scenarios><scenario>[home]: has no element <warmup>, but <warmUp>; allowed are <clients> ");
        assertThat(below("<target><ngnix/></target>"))
                .containsExactly("<target>: has no element <ngnix>, but <nginx>; allowed are <compose> <container>"
                        + " <jar> <nginx> <url>");
        assertThat(below("<target><container><content><path/></content></container></target>"))
                .singleElement()
                .asString()
                .startsWith("<target><container><content>: has no element <path>")
                .endsWith("; allowed are <file>");
        assertThat(below("<baseline><recordet>x</recordet></baseline>"))
                .singleElement()
                .asString()
                .contains("has no element <recordet>, but <recorded>");
    }

    @Test
    void allOfThemAreFoundInOneGo() throws Exception {
        assertThat(below("<scenarios><scenario><foo/><load><rate/></load></scenario><scenaro/></scenarios>"))
                .hasSize(3)
                .anyMatch(problem -> problem.startsWith("<scenarios><scenario>[#1]<load>: has no element <rate>"))
                .anyMatch(problem -> problem.startsWith("<scenarios>: has no element <scenaro>, but <scenario>"));
    }

    @Test
    void anElementInTheWrongPlaceIsSentToTheRightOne() throws Exception {
        assertThatExceptionOfType(InvalidPom.class)
                .isThrownBy(() -> KnownElements.check(
                        Map.of("<configuration>", parse("<limits><p99>5ms</p99></limits><workers>2</workers>")),
                        PARAMETERS))
                .withMessage("<configuration>: has no element <limits>, which belongs in <scenarios><scenario>;"
                        + " allowed are <history> <locale> <scenarios> <target> <workers>");
    }

    @Test
    void whatIsKnownOrOfAnotherGoalPasses() throws Exception {
        assertThat(below("<locale>de</locale><anything><else/></anything><target><container><env><A/><b.c>1</b.c></env>"
                        + "<command><arg>x</arg></command><ready><path>/</path></ready><with><container><name>db</name>"
                        + "</container></with></container></target><scenarios><scenario><warm-up>1s</warm-up><request>"
                        + "<headers><X-Any>1</X-Any></headers></request></scenario></scenarios>"))
                .isEmpty();
        assertThatCode(() -> KnownElements.check(Map.of("<configuration>", parse("<locale>de</locale>")), PARAMETERS))
                .doesNotThrowAnyException();
    }

    @Test
    void whatIsCheckedStaysAsItIs() throws Exception {
        PlexusConfiguration configuration = parse("<target><container><content><file><from>a</from><to>/b</to></file>"
                + "</content></container></target><scenarios><scenario><load/></scenario></scenarios>");
        String before = configuration.toString();
        assertThat(KnownElements.unknownBelow(configuration)).isEmpty();
        assertThat(configuration.toString()).isEqualTo(before).contains("<from>a</from>");
    }

    private static List<String> below(String elements) throws Exception {
        return KnownElements.unknownBelow(parse(elements));
    }

    private static PlexusConfiguration parse(String elements) throws Exception {
        return new XmlPlexusConfiguration(
                Xpp3DomBuilder.build(new StringReader("<configuration>" + elements + "</configuration>")));
    }
}
