package io.github.parallelvalidation.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Whatever the window says stands in `window.properties`, and nothing stands there that it does not say.
class WindowTextsTest {
    private static final Path FILE = Path.of("src/main/resources/io/github/parallelvalidation/ui/window.properties");

    private static final Pattern PLACE = Pattern.compile("%(?:(\\d+)\\$)?s");

    /// A letter beside a blank, or a word that begins with a capital letter.
    private static final Pattern WORDS = Pattern.compile("\\s\\p{L}|\\p{L}\\p{Punct}?\\s|(?<!\\p{L})\\p{Lu}\\p{Ll}");

    private static final Pattern FORMAT = Pattern.compile("%[-#+ 0,(.\\d$]*[a-zA-Z%]");

    /// The arguments that a person reads: there no letter stands in the code.
    private static final Set<String> READ = Set.of(
            "setText#0",
            "setPromptText#0",
            "setAccessibleText#0",
            "setTitle#0",
            "say#0",
            "label#0",
            "paragraph#0",
            "tip#0",
            "button#0",
            "glyphButton#1",
            "glyphToggle#1",
            "closeButton#0",
            "answer#0",
            "card#1",
            "caption#0",
            "choice#1",
            "item#1",
            "forOne#1",
            "section#0",
            "wide#0",
            "column#0",
            "head#0",
            "word#0",
            "note#0",
            "nothing#0",
            "missing#0",
            "labelled#0",
            "rule#1",
            "entry#1",
            "lines#0",
            "dashes#1",
            "call#0",
            "help#0",
            "unless#1",
            "turn#0",
            "refuse#0",
            "chooseFolder#0",
            "orElse#0",
            "Banner.of#1",
            "Problem.of#1",
            "WindowAction.of#0",
            "new Action#0",
            "new Activity#0",
            "new Banner#1",
            "new CheckBox#0",
            "new ChartData#0",
            "new ColumnTitle#1",
            "new ColumnTitle#2",
            "new Confirmation#0",
            "new Confirmation#1",
            "new Confirmation#2",
            "new Fault#1",
            "new Hyperlink#0",
            "new Kind#0",
            "new Menu#0",
            "new MenuButton#0",
            "new MenuItem#0",
            "new MetricColumn#1",
            "new MetricColumn#2",
            "new Page#0",
            "new PaletteEntry#1",
            "new RunLine#1",
            "new Standing#0",
            "new StatusLook#1",
            "new TitledPane#0",
            "new ToggleButton#0",
            "new UsageLine#0",
            "new UsageLine#1");

    /// Literals that read like words and are shown to nobody, and why.
    private static final Map<String, Predicate<WindowSources.Literal>> SHOWN_TO_NOBODY = exceptions();

    private static Map<String, Predicate<WindowSources.Literal>> exceptions() {
        Map<String, Predicate<WindowSources.Literal>> all = new LinkedHashMap<>();
        all.put("a line of the log", literal -> literal.place().startsWith("log#"));
        all.put(
                "what a programmer did wrong",
                literal -> literal.place().matches("new \\w*(Exception|Error)#0|requireNonNull#1")
                        || literal.value().equals("the program comes with "));
        all.put("how a date is written", literal -> literal.place().equals("ofPattern#0"));
        all.put("how JavaFX names keys", literal -> literal.value().matches("Shortcut(\\+\\w*)?|Comma|Period"));
        all.put("the name of a font", literal -> literal.value().matches("(/fonts/)?Roboto-?|Regular|Medium|Bold"));
        all.put(
                "the head of a table for other programs",
                literal -> literal.value().matches("((\\w+|%s)\t)+(\\w+|%s)\n|\tvalue\n"));
        all.put(
                "the desktop's own programs, and what the log says of them",
                literal -> literal.file().getFileName().toString().matches("Desktop(Program|Notices)\\.java"));
        all.put(
                "the file in which the window remembers",
                literal -> literal.file().getFileName().toString().matches("(Window|Queue)Memory\\.java"));
        return all;
    }

    private static WindowSources sources;
    private static Map<String, String> texts;

    @BeforeAll
    static void read() throws IOException {
        sources = WindowSources.read();
        texts = new LinkedHashMap<>();
        for (String line : Files.readAllLines(FILE)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.split(" = ", 2);
                assertThat(parts).as(line).hasSize(2);
                assertThat(texts.put(parts[0], parts[1]))
                        .as(parts[0] + " stands there twice")
                        .isNull();
            }
        }
    }

    @Test
    void everyTextIsAskedForByAKeyThatCanBeRead() {
        assertThat(sources.uses())
                .hasSizeGreaterThan(600)
                .allSatisfy(use -> assertThat(use.key()).as(place(use)).matches("[a-z][a-z0-9]*(\\.[a-z][a-z0-9]*)*"));
    }

    @Test
    void everyTextThatIsAskedForIsThereAndEveryTextThatIsThereIsAskedFor() {
        Set<String> asked = new TreeSet<>();
        sources.uses().forEach(use -> asked.addAll(keys(use)));

        assertThat(new TreeSet<>(texts.keySet())).isEqualTo(asked);
    }

    @Test
    void everyTextHasAPlaceForEachValueThatItIsGiven() {
        List<String> wrong = new ArrayList<>();
        for (WindowSources.Use use : sources.uses()) {
            for (String key : keys(use)) {
                int places = places(texts.getOrDefault(key, ""));
                // Of one thing the count need not be said: "the one that passed".
                boolean isUnsaid = use.method().equals("counted") && key.endsWith(".one") && places == 0;
                if (places != use.values() && !isUnsaid) {
                    wrong.add("%s: %s has places for %d values and is given %d"
                            .formatted(place(use), key, places, use.values()));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /// Where values are given, a percent sign is doubled; where none are, the text is as it stands.
    @Test
    void noTextHasASignThatMeansSomethingElse() {
        texts.forEach((key, text) -> {
            String rest = PLACE.matcher(text).replaceAll("");
            assertThat(rest).as(key).doesNotContain("\\");
            if (places(text) > 0) {
                assertThat(rest.replace("%%", "")).as(key).doesNotContain("%");
            } else {
                assertThat(rest).as(key).doesNotContain("%%");
            }
        });
    }

    @Test
    void noTextBeginsOrEndsWithABlank() {
        assertThat(texts)
                .allSatisfy((key, text) ->
                        assertThat(text).as(key).isEqualTo(text.strip()).isNotEmpty());
    }

    @Test
    void whatReadsLikeWordsStandsInTheFile() {
        assertThat(sources.literals().stream()
                        .filter(literal -> readsLikeWords(literal.value()))
                        .filter(literal -> SHOWN_TO_NOBODY.values().stream().noneMatch(reason -> reason.test(literal))))
                .isEmpty();
    }

    @Test
    void whatAPersonReadsStandsInTheFile() {
        assertThat(sources.literals().stream()
                        .filter(literal -> READ.contains(literal.place()))
                        .filter(literal -> hasLetters(literal.value())))
                .isEmpty();
    }

    /// A rule about a call that nobody makes, and an exception that nobody needs, would say nothing.
    @Test
    void theRulesAreAboutWhatIsThere() {
        Set<String> given = new HashSet<>();
        sources.uses().forEach(use -> given.add(use.place()));

        assertThat(given).containsAll(READ);
        assertThat(SHOWN_TO_NOBODY)
                .allSatisfy((reason, isSo) -> assertThat(
                                sources.literals().stream().filter(literal -> readsLikeWords(literal.value())))
                        .as(reason)
                        .anyMatch(isSo));
    }

    @Test
    void wordsAreTold() {
        assertThat(Stream.of("Save", " of ", "attempt %d of %d", ", cancelled", "passed ", "✗ not: ", "again: "))
                .allMatch(WindowTextsTest::readsLikeWords);
        assertThat(Stream.of("top-bar", "row.id", " · ", "%s %s: %s", "\n", "filter_names", "L0"))
                .noneMatch(WindowTextsTest::readsLikeWords);
    }

    private static boolean readsLikeWords(String literal) {
        return WORDS.matcher(FORMAT.matcher(literal).replaceAll("%")).find();
    }

    private static boolean hasLetters(String literal) {
        return FORMAT.matcher(literal).replaceAll("%").chars().anyMatch(Character::isLetter);
    }

    private static List<String> keys(WindowSources.Use use) {
        return use.method().equals("counted") ? List.of(use.key() + ".one", use.key() + ".many") : List.of(use.key());
    }

    private static int places(String text) {
        int count = 0;
        int largest = 0;
        Matcher matcher = PLACE.matcher(text.replace("%%", ""));
        while (matcher.find()) {
            if (matcher.group(1) == null) {
                count++;
            } else {
                largest = Math.max(largest, Integer.parseInt(matcher.group(1)));
            }
        }
        return Math.max(count, largest);
    }

    private static String place(WindowSources.Use use) {
        return use.file() + ":" + use.line();
    }
}
