package io.fetchmark.maven;

import org.apache.maven.doxia.sink.Sink;

/** A page of the site that starts with its title. */
final class TitledPage {

    private TitledPage() {}

    static void write(Sink sink, String title, Runnable content) {
        sink.head();
        sink.title();
        sink.text(title);
        sink.title_();
        sink.head_();
        sink.body();
        sink.section1();
        sink.sectionTitle1();
        sink.text(title);
        sink.sectionTitle1_();
        content.run();
        sink.section1_();
        sink.body_();
    }
}
