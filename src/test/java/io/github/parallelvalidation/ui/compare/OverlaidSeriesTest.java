package io.github.parallelvalidation.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class OverlaidSeriesTest {
    private static List<String> days(String... known) {
        return OverlaidSeries.all(new TreeSet<>(List.of(known)), LocalDate::parse, ChronoUnit.DAYS);
    }

    private static List<String> months(String... known) {
        return OverlaidSeries.all(new TreeSet<>(List.of(known)), YearMonth::parse, ChronoUnit.MONTHS);
    }

    @Test
    void timeInWhichNobodyTradedTakesItsRoom() {
        assertThat(days("2023-12-30", "2024-01-02"))
                .containsExactly("2023-12-30", "2023-12-31", "2024-01-01", "2024-01-02");
        assertThat(months("2023-11", "2024-02")).containsExactly("2023-11", "2023-12", "2024-01", "2024-02");
        assertThat(days("2023-12-30")).containsExactly("2023-12-30");
    }

    @Test
    void whatIsNoMonthOrFarFromAnyOtherStandsWhereItsNameSays() {
        assertThat(months("May", "2023-11")).containsExactly("2023-11", "May");
        assertThat(months("0001-01", "9999-12")).hasSize(2);
        assertThat(days("-999999999-01-01", "+999999999-12-31")).hasSize(2);
    }
}
