package io.github.parallelvalidation.idea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.Source;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.YamlDocument;
import io.github.parallelvalidation.workspace.YamlMapping;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Changes of expressions and numbers in the text of `parameters.yaml`.
class IdeaEditTest {
    private static final long SEED = 20_261_127;
    private static final int ROUNDS = 200;
    private static final List<String> EXPRESSIONS = List.of(
            "score > 2",
            "close > sma(close, 20)",
            "!(a > b) && c == 1",
            "true",
            "x # y > 1",
            "a: b > 1",
            "it's \"x\" > 1",
            "-zscore(close, 14) / 2",
            "1",
            "\\ > \t1");
    private static final List<String> NUMBERS = List.of("1", "14", "0.5", "-3", "1e-3", ".5", "1_000", "+7");

    static Stream<String> styles() {
        return Stream.of(
                """
                version: 1
                asset: BTCUSD   # the symbol
                timeframe: 1h
                signal:
                  # larger is more bullish
                  score: "50 - rsi(close, period)"     # points
                  long:  'rsi(close, period) < oversold'
                  short: rsi(close, period) > overbought

                  horizon: 12
                entry:
                  period: 14     # bars
                  oversold: 30
                  overbought: 70.0
                exit: {hold_bars: 24, long: "score < 0"}
                note: |
                  long: nothing of ours
                  period: 14
                """,
                "{\"version\": 1, \"asset\": \"BTCUSD\", \"timeframe\": \"1h\", \"signal\": {\"long\": \"close >"
                    + " open\", \"horizon\": 12}, \"entry\": {\"z\": 1.5, \"list\": [1, 2]}, \"exit\": {\"hold_bars\":"
                    + " 3}}",
                """
                # windows
                asset: BTCUSD
                timeframe: 1h
                signal:
                    long: >-
                        close > open
                        && close > 1
                    horizon: &h 12
                parameters:
                    z: !!float 1.5
                    word: text
                    on: true
                """.replace("\n", "\r\n"),
                """
                \uFEFFasset: BTCUSD
                timeframe: 1h
                signal: {short: close < open, horizon: 5}
                filters:
                  a: 1
                  b: 2\
                """);
    }

    private static Idea idea(String text) {
        Source source = new Source(Path.of("parameters.yaml"), text);
        YamlMapping root = YamlDocument.parse(source).asMapping("the strategy");
        return new Idea(new StrategyId("STR-201"), source, IdeaFields.of(root), IdeaFields.hasProgram(root));
    }

    private static String edited(String text, Map<String, String> edits) {
        return IdeaText.edited(idea(text), edits).text();
    }

    private static Map<String, String> texts(Idea idea) {
        return idea.fields().stream().collect(Collectors.toMap(IdeaField::name, IdeaField::text));
    }

    @ParameterizedTest
    @MethodSource("styles")
    void randomChangesSayWhatTheyMeanAndLeaveEveryOtherLineAlone(String text) {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            Idea before = idea(text);
            List<IdeaField> chosen = new ArrayList<>(before.fields());
            chosen.removeIf(_ -> random.nextInt(3) > 0);
            Map<String, String> edits = new HashMap<>();
            chosen.forEach(field -> edits.put(
                    field.name(),
                    (field.kind().isExpression() ? EXPRESSIONS : NUMBERS)
                            .get(random.nextInt((field.kind().isExpression() ? EXPRESSIONS : NUMBERS).size()))));

            Idea after = idea(edited(text, edits));

            Map<String, String> expected = new HashMap<>(texts(before));
            edits.forEach((name, value) -> expected.put(name, value.strip()));
            assertThat(texts(after)).isEqualTo(expected);
            assertThat(linesWithout(after.source().text(), edits)).containsAll(linesWithout(text, edits));
            assertThat(after.source().text().contains("\r")).isEqualTo(text.contains("\r"));
            assertThat(after.source().text().endsWith("\n")).isEqualTo(text.endsWith("\n"));
            assertThat(comments(after.source().text())).containsAll(comments(text));
        }
    }

    @ParameterizedTest
    @MethodSource("styles")
    void whatIsPutBackIsTheFileAsItWas(String text) {
        Idea before = idea(text);
        for (IdeaField field : before.fields()) {
            if (field.kind() == IdeaField.Kind.NUMBER) {
                String there = edited(text, Map.of(field.name(), "99"));
                assertThat(there).isNotEqualTo(text);
                assertThat(edited(there, Map.of(field.name(), field.text()))).isEqualTo(text);
            }
        }
    }

    /// Lines that hold none of the keys that are changed.
    private static List<String> linesWithout(String text, Map<String, String> edits) {
        return text.lines()
                .filter(line -> !line.contains("{") && !line.startsWith("        "))
                .filter(line -> edits.keySet().stream()
                        .noneMatch(name -> line.contains(name.substring(name.indexOf('.') + 1) + ":")))
                .toList();
    }

    private static List<String> comments(String text) {
        return text.lines()
                .filter(line -> line.contains(" # ") || line.startsWith("# "))
                .map(line -> line.substring(line.lastIndexOf("# ")))
                .toList();
    }

    @Test
    void quotesStayTheKindThatTheyAre() {
        String text = "signal:\n  long: 'a > 1' # one\n  short: a < 1\n  horizon: 12\n";

        assertThat(edited(text, Map.of("signal.long", "a > 2", "signal.short", "a < 2", "signal.horizon", "7")))
                .isEqualTo("signal:\n  long: 'a > 2' # one\n  short: a < 2\n  horizon: 7\n");
        assertThat(edited(text, Map.of("signal.short", "a < 2 # x")))
                .isEqualTo("signal:\n  long: 'a > 1' # one\n  short: \"a < 2 # x\"\n  horizon: 12\n");
    }

    @Test
    void anExpressionIsAddedBesideTheOthersAndTakenAway() {
        String text = "signal:\n  long: \"a > 1\"  # one\n  horizon: 12\n";

        assertThat(edited(text, Map.of("signal.short", "a < 1")))
                .isEqualTo("signal:\n  long: \"a > 1\"  # one\n  short: \"a < 1\"\n  horizon: 12\n");
        assertThat(edited(text, Map.of("signal.long", " "))).isEqualTo("signal:\n  long: null  # one\n  horizon: 12\n");
    }

    @Test
    void whatChangesNothingLeavesTheFileAsItIs() {
        String text = "signal: {long: a > 1, horizon: 12}";

        assertThat(edited(text, Map.of("signal.long", " a > 1 "))).isEqualTo(text);
    }

    @Test
    void aSharedAnchorIsNotChangedForTwo() {
        String text = "signal: {long: &x a > 1, short: *x, horizon: 12}\n";

        assertThatThrownBy(() -> edited(text, Map.of("signal.long", "a > 2")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("parameters.yaml:1:1: this cannot be edited safely");
        assertThat(edited(text, Map.of("signal.short", "a > 2")))
                .isEqualTo("signal: {long: &x a > 1, short: \"a > 2\", horizon: 12}\n");
    }

    @Test
    void limitsAreThoseOfTheFunctionsThatANumberIsGivenTo() {
        Idea idea = idea("""
            signal: {long: 'rsi(close, p) > z && sma(close, p) > 1', horizon: 12}
            entry: {p: 14, z: 1}
            exit: {hold_bars: 3}
            """);

        assertThat(idea.fields().stream()
                        .filter(field -> field.kind() == IdeaField.Kind.NUMBER)
                        .collect(Collectors.toMap(IdeaField::name, IdeaField::limits)))
                .isEqualTo(Map.of(
                        "signal.horizon", "a whole number from 1 to 100000",
                        "entry.p", "a whole number from 2 to 100000",
                        "entry.z", "a number",
                        "exit.hold_bars", "a whole number from 1 to 10000000"));
    }
}
