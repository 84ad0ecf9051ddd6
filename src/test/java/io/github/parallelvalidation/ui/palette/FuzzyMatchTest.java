package io.github.parallelvalidation.ui.palette;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class FuzzyMatchTest {

    @Test
    void theBeginningFitsBestThenWordsThenInitialsThenPartsThenLettersInOrder() {
        assertThat(best("dry", "Laundry", "A dry run", "Dry run", "Dusty grey", "Do rare yodels"))
                .containsExactly("Dry run", "A dry run", "Do rare yodels", "Laundry", "Dusty grey");
    }

    @Test
    void everyWordHasToFitInAnyOrder() {
        assertThat(best("fade vol", "STR-204 Volume climax fade", "STR-205 Volume breakout"))
                .containsExactly("STR-204 Volume climax fade");
    }

    @Test
    void aNumberIsMeantAsItIs() {
        assertThat(best("204", "STR-204 Volume climax fade", "STR-2104 MACD", "STR-2204 RSI"))
                .containsExactly("STR-204 Volume climax fade", "STR-2204 RSI");
    }

    @Test
    void capitalsAndSpacesAroundItMakeNoDifference() {
        assertThat(best("  EXPORT  html ", "Export the run: HTML report…")).hasSize(1);
    }

    @Test
    void aWholeWordFitsBetterThanTheBeginningOfOne() {
        assertThat(best("202", "Run 2026-11-03", "STR-202 Donchian breakout"))
                .containsExactly("STR-202 Donchian breakout", "Run 2026-11-03");
    }

    @Test
    void whatIsNotInItDoesNotFit() {
        assertThat(best("xyz", "Dry run", "Cancel the run")).isEmpty();
    }

    private static List<String> best(String typed, String... texts) {
        FuzzyMatch match = new FuzzyMatch(typed);
        return List.of(texts).stream()
                .filter(text -> match.score(FuzzyMatch.fold(text)) != FuzzyMatch.NONE)
                .sorted(Comparator.comparingInt((String text) -> match.score(FuzzyMatch.fold(text)))
                        .reversed())
                .toList();
    }
}
