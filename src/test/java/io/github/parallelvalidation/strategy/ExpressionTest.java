package io.github.parallelvalidation.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.parallelvalidation.data.Bars;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {
    private static final Map<String, Value> PARAMETERS = Map.of(
            "lookback", new Value.Amount(48),
            "entry_z", new Value.Amount(1.5),
            "strict", new Value.Truth(true),
            "mode", new Value.Text("fast"));

    @ParameterizedTest
    @CsvSource({
        "2 + 3 * 4, 14",
        "(2 + 3) * 4, 20",
        "2 ^ 3 ^ 2, 512",
        "-2 ^ 2, -4",
        "2 ^ -1, 0.5",
        "10 - 4 - 3, 3",
        "24 / 4 / 2, 3",
        "7 % 3, 1",
        "-7 % 3, 2",
        "7 % -3, -2",
        "- - 5, 5",
        "-3 * -2, 6",
        ".5 + 1e2 + 1.5E-1, 100.65",
        "lookback * 2, 96",
        "close * 0 + entry_z, 1.5"
    })
    void arithmeticFollowsThePrecedenceOfMathematics(String expression, double expected) {
        assertThat(TestBars.numbers(TestBars.closing(1, 2), expression, PARAMETERS))
                .containsOnly(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "true || false && false, true",
        "!true || true, true",
        "!(true || true), false",
        "1 + 1 == 2 && 3 > 2, true",
        "1 < 2 && 2 <= 2 && 2 >= 2 && 1 != 2, true",
        "strict && !false, true",
        "-1 < 0, true"
    })
    void logicBindsLooserThanComparisons(String expression, boolean expected) {
        assertThat(TestBars.truths(TestBars.closing(1, 2), expression, PARAMETERS))
                .containsOnly(expected);
    }

    @Test
    void aComparisonWithNanIsFalseAndSoIsItsOpposite() {
        Bars bars = TestBars.closing(Double.NaN);

        for (String operator : new String[] {"<", "<=", ">", ">=", "==", "!="}) {
            assertThat(TestBars.truths(bars, "close " + operator + " 1")).containsExactly(false);
        }
        assertThat(TestBars.truths(bars, "close != close")).containsExactly(false);
        assertThat(TestBars.truths(bars, "!(close > 1)")).containsExactly(true);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "clsoe | 1 | the name 'clsoe' is not known; did you mean 'close'?",
                "close + lookbak | 9 | did you mean 'lookback'?",
                "score + 1 | 1 | 'score' is not defined: a score cannot use itself",
                "rsii(close, 14) | 1 | the function 'rsii' is not known; did you mean 'rsi'?",
                "close(1) | 1 | 'close' is not a function; write it without brackets",
                "rsi | 1 | 'rsi' is a function; call it as rsi(real, time_period=14)",
                "rsi() | 1 | rsi takes 1 to 2 arguments, found 0; call it as rsi(real, time_period=14)",
                "rsi(close, 14, 3) | 1 | rsi takes 1 to 2 arguments, found 3",
                "zscore(close) | 1 | zscore takes 2 arguments, found 1; call it as zscore(x, n)",
                "rsi(close, 0) | 12 | 'time_period' of rsi must be a whole number from 2 to 100000, found 0",
                "rsi(close, entry_z) | 12 | 'time_period' of rsi must be a whole number from 2 to 100000, found 1.5",
                "sma(close, -lookback) | 12 | found -48",
                "sma(close, volume) | 12 | 'time_period' of sma must be constant",
                "shift(close, -1) | 14 | 'n' of shift must be a whole number from 0 to 100000, found -1; no expression",
                "bbands(close) | 1 | 'bbands' has several outputs; call bb_upper, bb_middle, bb_lower",
                "mode + 1 | 1 | the parameter 'mode' is the text 'fast'",
                "strict + 1 | 1 | '+' needs numbers, found a truth value",
                "close > 1 | 7 | the score must be a number, found a truth value",
                "1 + (2 > 1) | 8 | '+' needs numbers, found a truth value",
                "-(close > 1) | 9 | '-' needs a number, found a truth value",
                "close + | 8 | a number, a name, a function or '(' belongs here, found the end",
                "(close | 7 | ')' is missing, found the end",
                "close close | 7 | an operator or the end belongs here, found 'close'",
                "close # 2 | 7 | the character '#' is not known",
                "rsi(close,, 14) | 11 | a number, a name, a function or '(' belongs here, found ','",
                "abs(close > 2) | 11 | 'x' of abs is a number, found a truth value",
                "max(close, 2)) | 14 | ')' closes no bracket",
                "max(close, 2 | 13 | ')' is missing, found the end",
                "close[1] | 6 | '[' is not known; write shift(x, n) for the value n bars before",
                "close ** 2 | 7 | '**' is not known; write ^",
                "close // 2 | 7 | '//' is not known; write / and floor(...)",
                "close @ 2 | 7 | the character '@' is not known; operators are || && <",
                "close + 2 | 6 | (U+00A0) is not known",
                "close > 1 ? 2 : 3 | 11 | the character '?' is not known",
                "“close” | 1 | the character “ (U+201C) is not known",
                "RSI(close, 14) | 1 | the function 'RSI' is not known; did you mean 'rsi'?",
                "crossd_above(close, open) | 1 | did you mean 'crossed_above'?",
                "mama(close, 2, 0.05) | 13 | 'fast_limit' of mama must be a number from 0.01 to 0.99, found 2",
                "t3(close, 5, -1) | 14 | 'vfactor' of t3 must be a number from 0 to 1, found -1",
                "stddev(close, 5, 1 / 0) | 20 | 'nb_dev' of stddev must be a finite number, found Infinity",
                "ma(close, 5, 9) | 14 | 'ma' of ma must be a whole number from 0 to 8, found 9",
                "sma(close, strict) | 12 | 'time_period' of sma must be a whole number from 2 to 100000, found a truth",
                "atr(close, 14) | 1 | atr takes 0 to 1 arguments, found 2; call it as atr(time_period=14)",
                "rsi(close, 200000) | 12 | from 2 to 100000, found 200000"
            })
    void aMistakeIsNamedWithItsColumn(String expression, int column, String message) {
        assertThatThrownBy(() -> new Compiler(PARAMETERS, false, false).number(expression))
                .isInstanceOfSatisfying(
                        ExpressionException.class, e -> assertThat(e.column()).isEqualTo(column))
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '"',
            value = {
                "close # 1 # this must be true or false, such as 'score > 0', found a number",
                "!close # 2 # '!' needs a truth value, found a number",
                "close > 1 && 2 # 14 # '&&' needs truth values, found a number",
                "1 < close < 2 # 11 # comparisons cannot be chained",
                "close = 2 # 7 # '=' is not known; write == for 'equals'",
                "close > 1 & true # 11 # '&' is not known; write && for 'and'",
                "close > 1 | true # 11 # '|' is not known; write || for 'or'",
                "close > 1 and true # 11 # found 'and'; write && for 'and'",
                "(close > 1 or true) # 12 # ')' is missing, found 'or'; write || for 'or'",
                "close > 1 AND true # 11 # found 'AND'; write && for 'and'",
                "not close > 1 # 1 # 'not' is not known; write ! for 'not'",
                "close => 2 # 7 # '=>' is not known; write >=",
                "close =< 2 # 7 # '=<' is not known; write <=",
                "close <> 2 # 7 # '<>' is not known; write !=",
                "~(close > 2) # 1 # '~' is not known; write ! for 'not'",
                "1 == close == 2 # 12 # comparisons cannot be chained",
                "true > false # 1 # '>' needs numbers, found a truth value",
                "crossed_above(close) # 1 # crossed_above takes 2 arguments, found 1"
            })
    void aRuleMustBeTrueOrFalse(String expression, int column, String message) {
        assertThatThrownBy(() -> new Compiler(PARAMETERS, true, false).truth(expression))
                .isInstanceOfSatisfying(
                        ExpressionException.class, e -> assertThat(e.column()).isEqualTo(column))
                .hasMessageContaining(message);
    }

    @Test
    void anEmptyExpressionSaysSo() {
        assertThatThrownBy(() -> Parser.parse("  ")).hasMessage("the expression is empty");
    }

    @Test
    void absurdLengthsAreRefused() {
        assertThatThrownBy(() -> Parser.parse("1" + "0".repeat(10_000)))
                .hasMessage("the expression has more than 10000 characters");
        assertThatThrownBy(() -> Parser.parse("close + " + "x".repeat(65)))
                .isInstanceOfSatisfying(
                        ExpressionException.class, e -> assertThat(e.column()).isEqualTo(9))
                .hasMessage("a name has at most 64 characters");
    }

    @Test
    void ofALongExpressionThePartAroundTheColumnIsShown() {
        String expression = "close + ".repeat(100) + "clsoe" + " +\n close".repeat(50);
        assertThatThrownBy(() -> new Compiler(PARAMETERS, false, false).number(expression))
                .isInstanceOfSatisfying(ExpressionException.class, e -> {
                    assertThat(e.column()).isEqualTo(801);
                    assertThat(e.sentence("signal.score", expression))
                            .startsWith("signal.score: in \"…")
                            .contains("close + clsoe +  close", "…\" at column 801: the name 'clsoe'")
                            .doesNotContain("\n")
                            .hasSizeLessThan(300);
                });
    }

    @Test
    void nestingHasALimitThatIsNotTheStacks() {
        assertThatThrownBy(() -> Parser.parse("(".repeat(300))).hasMessageContaining("nested more than 200");
        assertThatThrownBy(() -> Parser.parse("-".repeat(300))).hasMessageContaining("nested more than 200");
    }

    @Test
    void theLongestExpressionFitsTheStackOfAWorker() throws InterruptedException {
        String longest = "close" + " + close".repeat(499);
        assertThatThrownBy(() -> Parser.parse(longest + " + close")).hasMessageContaining("more than 1000 words");
        double[][] result = new double[1][];
        Thread small =
                new Thread(null, () -> result[0] = TestBars.numbers(TestBars.closing(2), longest), "s", 512 * 1024);
        small.start();
        small.join();

        assertThat(result[0]).containsExactly(1000);
    }
}
