package io.fetchmark.report;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import io.fetchmark.measure.Units;
import java.text.Format;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.TreeMap;

/**
 * The language of a page: its words, from a bundle of resources, and its figures. Names that a POM or a file has stay as they
 * are in every language. Immutable.
 */
public final class Language {

    /** That of the console, of all files but pages, and of pages for those whose language there is not. */
    public static final Language ENGLISH = new Language(Locale.ENGLISH, '.');

    static final Language GERMAN = new Language(Locale.GERMAN, ',');
    static final List<Language> ALL = List.of(ENGLISH, GERMAN);

    private static final String BUNDLE = "io.fetchmark.report.page";

    private final Locale locale;
    private final char point;
    private final ResourceBundle bundle;
    private final Map<String, String> words = new TreeMap<>();

    private Language(Locale locale, char point) {
        this.locale = locale;
        this.point = point;
        // Without a control a language that there is not would be that of the machine.
        this.bundle = ResourceBundle.getBundle(BUNDLE, locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        for (String key : bundle.keySet()) {
            if (!bundle.getString(key).contains("{")) {
                words.put(key, say(key));
            }
        }
    }

    /** The language for a reader: English where there is none of theirs. */
    public static Language of(Locale reader) {
        return ALL.stream()
                .filter(language -> language.locale.getLanguage().equals(reader.getLanguage()))
                .findFirst()
                .orElse(ENGLISH);
    }

    /**
     * A sentence or a word.
     *
     * @param arguments texts as they are, or whole numbers
     * @throws java.util.MissingResourceException if there is no such key
     */
    public String say(String key, Object... arguments) {
        MessageFormat message = new MessageFormat(bundle.getString(key), locale);
        Format[] formats = message.getFormats();
        for (int i = 0; i < formats.length; i++) {
            if (formats[i] == null) {
                message.setFormat(i, new CountFormat());
            }
        }
        return message.format(arguments);
    }

    /** All that is said without arguments. */
    Map<String, String> words() {
        return words;
    }

    /** {@code a, b and c}. */
    String list(List<String> items) {
        int last = items.size() - 1;
        return last == 0 ? items.get(0) : say("list", String.join(", ", items.subList(0, last)), items.get(last));
    }

    /** As HTML names it. */
    String tag() {
        return locale.toLanguageTag();
    }

    /** What files and messages say, which is English, as HTML: marked as such on a page that is not. */
    public String quoted(String english) {
        return marked(Escapers.HTML.escape(english));
    }

    /** The same for a part of a template. */
    Mustache.Lambda quote() {
        return (part, page) -> page.write(marked(part.execute()));
    }

    private String marked(String html) {
        return this == ENGLISH ? html : "<span lang=\"en\">" + html + "</span>";
    }

    String minute(Instant instant) {
        return formatted("date", instant);
    }

    /** The day of an instant: {@code 23 November 2026}. */
    String day(Instant instant) {
        return formatted("day", instant);
    }

    /** An instant in a pattern of this language. */
    String formatted(String key, Instant instant) {
        return DateTimeFormatter.ofPattern(say(key), locale)
                .withZone(ZoneOffset.UTC)
                .format(instant);
    }

    String time(double nanos) {
        return figure(Units.time(nanos));
    }

    String seconds(double seconds) {
        return figure(Units.seconds(seconds));
    }

    String rate(double perSecond) {
        return figure(Units.rate(perSecond));
    }

    String share(double fraction) {
        return figure(Units.share(fraction));
    }

    String count(long number) {
        return figure(Units.count(number));
    }

    String factor(double factor) {
        return figure(Units.factor(factor));
    }

    /** A change with its sign: {@code +5.2 %}. */
    String signed(double change) {
        return figure(Percent.signed(change));
    }

    /** An interval of changes: {@code +4.1 to +6.3 %}. */
    String between(double low, double high) {
        return say("percent-interval", figure(Percent.number(low)), figure(Percent.number(high)));
    }

    /** How large a change is, whatever its direction: {@code 5.2 %}. */
    String size(double change) {
        return figure(Percent.size(change));
    }

    /** An English figure with its unit in this language: only the sign for the decimal point differs. */
    String figure(String english) {
        return english.equals("unknown") ? say("unknown") : english.replace('.', point);
    }
}
