package io.fetchmark.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A page without its looks: headings, texts, tables and charts in their order, a line each. */
final class Outline {

    private static final Set<String> TEXTS =
            Set.of("h1", "h2", "h3", "h4", "p", "li", "figcaption", "caption", "summary", "dt", "dd");
    private static final Set<String> LEFT_OUT = Set.of("style");

    private final List<String> lines = new ArrayList<>();

    private Outline() {}

    /** The outline of well-formed XML. */
    static List<String> of(String xml) throws Exception {
        Outline outline = new Outline();
        outline.walk(Xml.parse(xml));
        return outline.lines;
    }

    private void walk(Element element) {
        String name = element.getTagName();
        if (name.equals("svg")) {
            chart(element);
        } else if (name.equals("tr")) {
            lines.add("tr | "
                    + String.join(
                            " | ",
                            children(element).stream().map(Outline::words).toList()));
            children(element).forEach(this::charts);
        } else if (TEXTS.contains(name)) {
            lines.add(name + " | " + words(element));
            charts(element);
        } else if (!LEFT_OUT.contains(name)) {
            children(element).forEach(this::walk);
        }
    }

    private void charts(Element element) {
        for (Element child : children(element)) {
            if (child.getTagName().equals("svg")) {
                chart(child);
            } else {
                charts(child);
            }
        }
    }

    /** What is on a chart, but not where: that is for eyes, and for tests of charts. */
    private void chart(Element svg) {
        if (svg.getAttribute("class").equals("fmk-swatch")) {
            return;
        }
        String title = svg.getElementsByTagName("title").getLength() == 0
                ? svg.getAttribute("class")
                : svg.getElementsByTagName("title").item(0).getTextContent();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < svg.getElementsByTagName("text").getLength(); i++) {
            texts.add(svg.getElementsByTagName("text").item(i).getTextContent());
        }
        lines.add("svg | " + title + " | " + svg.getElementsByTagName("path").getLength() + " paths | "
                + svg.getElementsByTagName("circle").getLength() + " circles | " + String.join(" · ", texts));
    }

    private static List<Element> children(Element element) {
        List<Element> children = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(child);
            }
        }
        return children;
    }

    /** The text of an element without that of its charts. */
    private static String words(Element element) {
        StringBuilder words = new StringBuilder();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (!(node instanceof Element child)) {
                words.append(node.getTextContent());
            } else if (!child.getTagName().equals("svg")) {
                words.append(words(child));
            }
        }
        return words.toString().strip().replaceAll("\\s+", " ");
    }
}
