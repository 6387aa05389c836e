package io.fetchmark.report;

import io.fetchmark.measure.WholeFile;
import io.fetchmark.result.FileNames;
import io.fetchmark.verdict.Finding;
import io.fetchmark.verdict.Verdict;
import io.fetchmark.verdict.VerdictKind;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The findings as a JUnit report that CI servers show: one test case a finding. A broken promise is a failure, what could
 * not be judged is an error, what is not known was skipped. Only what the schemas of Surefire and of Jenkins have in
 * common is used.
 */
public final class JUnitXml {

    private final XMLStreamWriter xml;
    private final String suite;

    private JUnitXml(XMLStreamWriter xml, String suite) {
        this.xml = xml;
        this.suite = suite;
    }

    /** Writes {@value FileNames#JUNIT} into the directory. The suite is named after the execution. */
    public static void write(Path directory, String execution, Verdict verdict) throws IOException {
        WholeFile.write(directory.resolve(FileNames.JUNIT), text(execution, verdict));
    }

    /** The report as text, to be stored as UTF-8. */
    public static String text(String execution, Verdict verdict) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            new JUnitXml(xml, "fetchmark." + execution).suite(verdict);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a text in memory cannot fail to be written", e);
        }
        return text.append('\n').toString();
    }

    private void suite(Verdict verdict) throws XMLStreamException {
        start("testsuite", 0);
        attribute("name", suite);
        xml.writeAttribute("tests", "" + verdict.findings().size());
        xml.writeAttribute("failures", count(verdict, VerdictKind.REGRESSION, VerdictKind.LIMIT_BROKEN));
        xml.writeAttribute("errors", count(verdict, VerdictKind.INVALID));
        xml.writeAttribute("skipped", count(verdict, VerdictKind.INCONCLUSIVE));
        xml.writeAttribute("time", "0");
        for (Finding finding : verdict.findings()) {
            testCase(finding);
        }
        xml.writeCharacters("\n");
        xml.writeEndElement();
    }

    private void testCase(Finding finding) throws XMLStreamException {
        start("testcase", 1);
        attribute("classname", suite + "." + finding.scenario());
        // A limit and a comparison may be about the same metric, and servers take cases of one name for one case.
        String against = finding.againstBaseline() ? " against the baseline" : "";
        attribute("name", finding.client() + " " + finding.metric() + against);
        xml.writeAttribute("time", "0");
        switch (finding.verdict()) {
            case PASS -> text("system-out", finding.reason());
            case INCONCLUSIVE -> outcome("skipped", finding);
            case INVALID -> outcome("error", finding);
            case REGRESSION, LIMIT_BROKEN -> outcome("failure", finding);
        }
        xml.writeCharacters("\n  ");
        xml.writeEndElement();
    }

    private void outcome(String element, Finding finding) throws XMLStreamException {
        start(element, 2);
        attribute("message", finding.reason());
        if (finding.verdict() != VerdictKind.INCONCLUSIVE) {
            attribute("type", finding.verdict().name());
        }
        xml.writeEndElement();
    }

    private void text(String element, String text) throws XMLStreamException {
        start(element, 2);
        xml.writeCharacters(XmlText.of(text));
        xml.writeEndElement();
    }

    private void start(String element, int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
        xml.writeStartElement(element);
    }

    /** A parser reads a line end in an attribute as a space, so a space is what is written. */
    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, XmlText.of(value).replaceAll("[\\r\\n\\t]", " "));
    }

    private static String count(Verdict verdict, VerdictKind... kinds) {
        return ""
                + verdict.findings().stream()
                        .filter(finding -> Arrays.asList(kinds).contains(finding.verdict()))
                        .count();
    }
}
