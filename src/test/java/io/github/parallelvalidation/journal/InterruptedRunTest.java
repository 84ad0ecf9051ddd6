package io.github.parallelvalidation.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.workspace.StrategyId;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InterruptedRunTest {
    private static InterruptedRun.Found found(int number, String sentence) {
        return new InterruptedRun.Found(StrategyId.parse("STR-" + number).orElseThrow(), false, sentence);
    }

    private static List<String> lines(Stream<InterruptedRun.Found> found) {
        return new InterruptedRun("2026-11-22-143000", found.toList())
                .told().stream().map(InterruptedRun.Told::line).toList();
    }

    @Test
    void aFewHaveALineEach() {
        assertThat(lines(
                        Stream.of(found(101, "was running"), found(102, "had not begun"), found(103, "had not begun"))))
                .containsExactly("STR-101 was running", "STR-102 had not begun", "STR-103 had not begun");
    }

    @Test
    void tenThousandThatHadNotBegunAreToldInOneLine() {
        Stream<InterruptedRun.Found> many = IntStream.range(1_000, 11_000)
                .mapToObj(number -> found(number, number == 1_500 ? "was running" : "had not begun"));

        assertThat(lines(many)).containsExactly("each of 9999 strategies had not begun", "STR-1500 was running");
    }
}
