package io.fetchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.result.ResultFixtures;
import io.fetchmark.verdict.FindingMetric;
import io.fetchmark.verdict.Judge;
import io.fetchmark.verdict.Verdict;
import io.fetchmark.verdict.VerdictKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The structure that the schemas of Surefire and Jenkins both ask for. */
final class JUnitXmlTest {

    @TempDir
    private Path directory;

    @Test
    void everyFindingIsATestCase() throws Exception {
        Verdict verdict = Judge.judge(ResultFixtures.plan(), ResultFixtures.run());
        JUnitXml.write(directory, "default", verdict);

        Element suite = parse(Files.readString(directory.resolve("junit.xml")));

        assertThat(suite.getAttribute("name")).isEqualTo("fetchmark.default");
        assertThat(suite.getAttribute("tests")).isEqualTo("20");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(suite.getAttribute("skipped")).isEqualTo("1");
        assertThat(suite.getAttribute("errors")).isEqualTo("0");
        Element first = cases(suite).get(0);
        assertThat(first.getAttribute("classname")).isEqualTo("fetchmark.default.home-page");
        assertThat(first.getAttribute("name")).isEqualTo("threads measured");
        checkStructure(suite, verdict);
    }

    @Test
    void eachVerdictHasItsElement() throws Exception {
        Verdict verdict = Verdict.of(List.of(
                HeadlineTest.finding(FindingMetric.MEASURED, VerdictKind.PASS),
                HeadlineTest.finding(FindingMetric.P50, VerdictKind.INCONCLUSIVE),
                HeadlineTest.finding(FindingMetric.P99, VerdictKind.INVALID),
                HeadlineTest.finding(FindingMetric.MAX, VerdictKind.REGRESSION),
                HeadlineTest.finding(FindingMetric.ERROR_RATE, VerdictKind.LIMIT_BROKEN)));

        Element suite = parse(JUnitXml.text("default", verdict));

        assertThat(cases(suite).stream().map(one -> children(one).get(0).getTagName()))
                .containsExactly("system-out", "skipped", "error", "failure", "failure");
        Element failure = children(cases(suite).get(4)).get(0);
        assertThat(failure.getAttribute("message")).isEqualTo("a reason");
        assertThat(failure.getAttribute("type")).isEqualTo("LIMIT_BROKEN");
        checkStructure(suite, verdict);
    }

    @Test
    void aLimitAndAComparisonOfOneMetricAreTwoCases() throws Exception {
        Verdict verdict = Verdict.of(List.of(
                HeadlineTest.finding(FindingMetric.P50, VerdictKind.PASS),
                SampleComparison.finding(SampleComparison.async(), FindingMetric.P50, VerdictKind.REGRESSION)));

        Element suite = parse(JUnitXml.text("default", verdict));

        assertThat(cases(suite))
                .extracting(one -> one.getAttribute("classname") + " " + one.getAttribute("name"))
                .containsExactly(
                        "fetchmark.default.home-page async p50",
                        "fetchmark.default.home-page async p50 against the baseline");
        checkStructure(suite, verdict);
    }

    @Property(tries = 300)
    void anyTextSurvives(@ForAll("texts") String scenario, @ForAll("texts") String text, @ForAll VerdictKind kind)
            throws Exception {
        String reason = "r" + text;
        Verdict verdict = Verdict.of(List.of(HeadlineTest.finding(scenario, FindingMetric.P99, kind, reason)));

        Element suite = parse(JUnitXml.text(text, verdict));

        checkStructure(suite, verdict);
        Element only = children(cases(suite).get(0)).get(0);
        String read = kind == VerdictKind.PASS ? only.getTextContent() : only.getAttribute("message");
        assertThat(read.replaceAll("\\s", " ")).isEqualTo(XmlText.of(reason).replaceAll("\\s", " "));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().all().ofMaxLength(30),
                Arbitraries.of(
                        "]]>",
                        "<!--",
                        "&amp;",
                        "\"'<>&",
                        "\u0000\u0008\u000b\u001f",
                        "\ud800",
                        "\udc00x",
                        "\uffff",
                        "🚀"));
    }

    private static void checkStructure(Element suite, Verdict verdict) {
        assertThat(suite.getTagName()).isEqualTo("testsuite");
        for (String name : List.of("name", "tests", "failures", "errors", "skipped", "time")) {
            assertThat(suite.hasAttribute(name)).as(name).isTrue();
        }
        assertThat(cases(suite)).hasSize(verdict.findings().size()).hasSize(number(suite, "tests"));
        int failures = 0;
        int errors = 0;
        int skipped = 0;
        for (Element one : cases(suite)) {
            assertThat(one.getTagName()).isEqualTo("testcase");
            assertThat(one.getAttribute("name")).isNotBlank();
            assertThat(one.getAttribute("classname")).isNotBlank();
            assertThat(one.getAttribute("time")).matches("\\d+(\\.\\d+)?");
            assertThat(children(one)).hasSizeLessThanOrEqualTo(1);
            for (Element outcome : children(one)) {
                assertThat(Set.of("failure", "error", "skipped", "system-out")).contains(outcome.getTagName());
                failures += outcome.getTagName().equals("failure") ? 1 : 0;
                errors += outcome.getTagName().equals("error") ? 1 : 0;
                skipped += outcome.getTagName().equals("skipped") ? 1 : 0;
            }
        }
        assertThat(List.of(failures, errors, skipped))
                .containsExactly(number(suite, "failures"), number(suite, "errors"), number(suite, "skipped"));
    }

    private static int number(Element element, String attribute) {
        return Integer.parseInt(element.getAttribute(attribute));
    }

    private static List<Element> cases(Element suite) {
        return children(suite);
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        NodeList nodes = parent.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    private static Element parse(String text) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        Path file = Files.createTempFile("io.fetchmark", ".xml");
        try {
            Files.writeString(file, text);
            return factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
        } finally {
            Files.delete(file);
        }
    }
}
