package io.fetchmark.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LanguageTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");
    private static final List<Path> SPEAKERS = List.of(
            Path.of("src/main/java/io/fetchmark/report"),
            Path.of("src/main/resources/io/fetchmark/report"),
            Path.of("../plugin/src/main/java/io/fetchmark/maven"));

    @Test
    void bothBundlesHaveTheSameKeysWithTheSamePlaceholders() throws IOException {
        Properties english = bundle("page.properties");
        Properties german = bundle("page_de.properties");

        assertThat(german.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(english.stringPropertyNames())
                .allSatisfy(key -> assertThat(placeholders(german.getProperty(key)))
                        .as(key)
                        .isEqualTo(placeholders(english.getProperty(key))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"page.properties", "page_de.properties"})
    void everyMessageIsAPatternThatCanBeSaid(String file) throws IOException {
        Properties bundle = bundle(file);

        assertThat(bundle.stringPropertyNames()).hasSizeGreaterThan(200).allSatisfy(key -> {
            String pattern = bundle.getProperty(key);
            assertThat(pattern).as(key).isNotBlank();
            assertThat(pattern.replace("''", ""))
                    .as("single apostrophe in " + key)
                    .doesNotContain("'");
            // A number in it would have the signs of the locale, not ours.
            assertThat(pattern).as("braces in a choice of " + key).doesNotContainPattern("choice,[^}]*\\{");
            assertThat(new MessageFormat(pattern).getFormatsByArgumentIndex())
                    .as(key)
                    .hasSize(placeholders(pattern).size());
        });
    }

    @Test
    void noKeyIsUnusedAndEveryOneThatIsUsedIsThere() throws IOException {
        Set<String> keys = bundle("page.properties").stringPropertyNames();
        Set<String> used = new TreeSet<>();
        for (Path folder : SPEAKERS) {
            used.addAll(keysIn(folder));
        }

        assertThat(keys).isSubsetOf(used);
        assertThat(wordsOfTemplates()).isNotEmpty().isSubsetOf(keys);
    }

    @Test
    void aLanguageThatThereIsNotIsEnglishWhateverTheMachineSpeaks() {
        Locale machine = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(Language.of(Locale.FRENCH)).isSameAs(Language.ENGLISH);
            assertThat(Language.of(Locale.ROOT)).isSameAs(Language.ENGLISH);
            assertThat(Language.of(Locale.ENGLISH).say("unknown")).isEqualTo("unknown");
            assertThat(Language.of(Locale.forLanguageTag("de-AT"))).isSameAs(Language.GERMAN);
        } finally {
            Locale.setDefault(machine);
        }
    }

    @Test
    void numbersInSentencesLookLikeThoseInTables() {
        assertThat(Language.ENGLISH.say("load-closed", 12_300)).isEqualTo("closed load: 12 300 in flight at any time");
        assertThat(Language.GERMAN.say("load-closed", 1234)).isEqualTo("geschlossene Last: jederzeit 1234 unterwegs");
        assertThat(Language.ENGLISH.say("headline-limits-broken", 1, 1)).isEqualTo("1 of 1 limit broken");
        assertThat(Language.GERMAN.say("headline-limits-broken", 2, 6)).isEqualTo("2 von 6 Grenzwerten verletzt");
    }

    @Test
    void germanFiguresHaveADecimalComma() {
        assertThat(Language.GERMAN.time(1_230_000)).isEqualTo("1,23 ms");
        assertThat(Language.GERMAN.signed(0.052)).isEqualTo("+5,2 %");
        assertThat(Language.GERMAN.between(0.041, 0.063)).isEqualTo("+4,1 bis +6,3 %");
        assertThat(Language.GERMAN.rate(12_345)).isEqualTo("12 300/s");
        assertThat(Language.GERMAN.time(Double.NaN)).isEqualTo("unbekannt");
    }

    @Test
    void aKeyThatThereIsNotIsAMistakeOfOurs() {
        assertThatThrownBy(() -> Language.GERMAN.say("no-such-key")).isInstanceOf(MissingResourceException.class);
    }

    private static Set<String> keysIn(Path folder) throws IOException {
        return found(folder, Pattern.compile("(?:\"|words\\.)([a-z]+(?:-[a-z]+)*)(?:\"|\\}\\})"));
    }

    private static Set<String> wordsOfTemplates() throws IOException {
        return found(SPEAKERS.get(1), Pattern.compile("words\\.([a-z-]+)\\}\\}"));
    }

    private static Set<String> found(Path folder, Pattern pattern) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.(java|mustache)"))
                    .flatMap(file -> pattern.matcher(read(file)).results())
                    .map(match -> match.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Collection<String> placeholders(String pattern) {
        return PLACEHOLDER
                .matcher(pattern)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties bundle(String name) throws IOException {
        Properties bundle = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Language.class.getResourceAsStream(name), name), StandardCharsets.UTF_8)) {
            bundle.load(reader);
        }
        return bundle;
    }
}
