package io.github.parallelvalidation.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.parallelvalidation.gate.Tier;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How arguments are read, and what is said of those that are wrong.
class ArgumentsTest {

    private static Arguments of(String json) {
        return Arguments.of(Tools.arguments(Documents.quoted(json)));
    }

    private static void refused(Runnable reading, String message) {
        assertThatThrownBy(reading::run)
                .isInstanceOfSatisfying(
                        ToolException.class, e -> assertThat(e.kind()).isEqualTo(ToolException.Kind.USAGE))
                .hasMessage(message);
    }

    @Test
    void whatIsThereIsRead() {
        Arguments given = of("""
            {'text': 'a', 'id': 'STR-101', 'tier': 'L1', 'number': 5, 'whole': 6.0, 'yes': true, 'list': [1], 'none': null,
             'inner': {'text': 'b'}}\
            """);
        assertThat(given.text("text")).isEqualTo("a");
        assertThat(given.strategy("id").value()).isEqualTo("STR-101");
        assertThat(given.tier("tier")).isEqualTo(Tier.L1);
        assertThat(given.findInt("number", 5, 5)).hasValue(5);
        assertThat(given.findInt("whole", 5, 7)).hasValue(6);
        assertThat(given.truth("yes")).isTrue();
        assertThat(given.list("list")).hasSize(1);
        assertThat(given.object("inner").text("text")).isEqualTo("b");
    }

    @Test
    void whatIsNotThereOrNullIsAbsent() {
        Arguments given = of("{'none': null}");
        for (String name : List.of("none", "missing")) {
            assertThat(given.findText(name)).isEmpty();
            assertThat(given.findTier(name)).isEmpty();
            assertThat(given.findInt(name, 1, 2)).isEmpty();
            assertThat(given.truth(name)).isFalse();
            assertThat(given.list(name)).isEmpty();
            refused(() -> given.text(name), "'%s' must be a text, found nothing".formatted(name));
            refused(() -> given.object(name), "'%s' must be an object, found nothing".formatted(name));
            refused(() -> given.tier(name), "'%s' must be L0 or L1, found nothing".formatted(name));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        5           | found 5
        ''          | found ''
        '  '        | found '  '
        ['a']       | found [a]
        {'a': 1}    | found {a=1}
        true        | found true
        """)
    void aTextIsAText(String value, String found) {
        Arguments given = of("{'x': %s}".formatted(value));
        refused(() -> given.findText("x"), "'x' must be a text of 1 to 1,000 characters, " + found);
    }

    @Test
    void aTextThatIsTooLongIsShownInPart() {
        refused(
                () -> Arguments.of(Map.of("x", "y".repeat(1_001))).text("x"),
                "'x' must be a text of 1 to 1,000 characters, found '" + "y".repeat(60) + "…'");
        assertThat(Arguments.of(Map.of("x", "y".repeat(1_000))).text("x")).hasSize(1_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "4", "-1", "1.5", "1e9", "1e300", "'2'", "true", "[2]", "18446744073709551618"})
    void aNumberIsAWholeNumberWithinItsBounds(String value) {
        Arguments given = of("{'x': %s}".formatted(value));
        assertThatThrownBy(() -> given.findInt("x", 1, 3))
                .isInstanceOf(ToolException.class)
                .hasMessageStartingWith("'x' must be a whole number from 1 to 3, found ");
    }

    @Test
    void otherKindsAreRefusedToo() {
        Arguments given = of("{'x': 'no', 'inner': {'y': 'STR-1', 'z': 0}}");
        refused(() -> given.truth("x"), "'x' must be true or false, found 'no'");
        refused(() -> given.list("x"), "'x' must be a list, found 'no'");
        refused(() -> given.object("x"), "'x' must be an object, found 'no'");
        refused(() -> of("{'t': 'l1'}").tier("t"), "'t' must be L0 or L1, found 'l1'");
        refused(() -> given.tier("x"), "'x' must be L0 or L1, found 'no'");
        refused(() -> given.object("inner").strategy("y"), "'inner.y' must be STR- and 3 to 18 digits, found 'STR-1'");
        refused(() -> given.object("inner").only("y"), "'inner.z' is not known here; known are y");
    }

    @Test
    void whereNothingIsKnownThatIsSaid() {
        refused(() -> of("{'x': 1}").only(), "'x' is not known here; there are no arguments");
    }
}
