package io.github.parallelvalidation.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.workspace.SharedText;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LearningsFileTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final String LESSON = "Data unavailable for XYZ 1h.";

    private static String with(String text) {
        String added = LearningsFile.added(SharedText.latin(text), List.of(LESSON), TODAY);
        String again = LearningsFile.added(added, List.of(LESSON), TODAY.plusDays(3));
        assertThat(again).as("one lesson once").isEqualTo(added);
        return new String(added.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    @Test
    void aNewFileHasAHeadingAndADatedBullet() {
        assertThat(with("")).isEqualTo("# Learnings\n\n- 2026-11-22: Data unavailable for XYZ 1h.\n");
    }

    @Test
    void bulletsAreContinuedWithTheirMarkAndWithoutADateWhereTheyHaveNone() {
        assertThat(with("# Notes\n\n* Fees – matter.\n* Gaps matter.\n"))
                .isEqualTo("# Notes\n\n* Fees – matter.\n* Gaps matter.\n* Data unavailable for XYZ 1h.\n");
    }

    @Test
    void theFormOfADateIsTakenOver() {
        assertThat(with("- **2026/01/05**: Fees matter.\n"))
                .isEqualTo("- **2026/01/05**: Fees matter.\n- **2026/11/22**: Data unavailable for XYZ 1h.\n");
        assertThat(with("- [05.01.2026] Fees matter.\n  More of it.\n"))
                .isEqualTo("- [05.01.2026] Fees matter.\n  More of it.\n- [22.11.2026] Data unavailable for XYZ 1h.\n");
        assertThat(with("- 2026-01-05 — Fees matter.\n"))
                .isEqualTo("- 2026-01-05 — Fees matter.\n- 2026-11-22 — Data unavailable for XYZ 1h.\n");
    }

    @Test
    void numbersGoOn() {
        assertThat(with("1. One.\n2. Two.\n   - a detail\n"))
                .isEqualTo("1. One.\n2. Two.\n   - a detail\n3. Data unavailable for XYZ 1h.\n");
    }

    @Test
    void belowHeadingsThatAreDaysTheDayGetsItsOwn() {
        String old = "# Log\n\n## 2026-01-05\n\n- Fees matter.\n";
        assertThat(with(old)).isEqualTo(old + "\n## 2026-11-22\n\n- Data unavailable for XYZ 1h.\n");
        String today = "# Log\n\n## 2026-11-22\n- Fees matter.\n";
        assertThat(with(today)).isEqualTo(today + "- Data unavailable for XYZ 1h.\n");
    }

    @Test
    void paragraphsBelowDatedHeadingsAreContinuedAsSuch() {
        String old = "# Log\n\n### 2026-01-05: Fees\nThey matter.\n";
        assertThat(with(old)).isEqualTo(old + "\n### 2026-11-22: Parallel validation\nData unavailable for XYZ 1h.\n");
    }

    @Test
    void aTableGetsARow() {
        String old = "| Date | Who | Lesson |\n|---|---|---|\n| 2026-01-05 | me | Fees matter a lot. |\n";
        assertThat(with(old)).isEqualTo(old + "| 2026-11-22 |  | Data unavailable for XYZ 1h. |\n");
    }

    @Test
    void lineEndsTheMissingLastOneAndBytesThatAreNotUtf8StayAsTheyWere() {
        assertThat(with("- a\r\n- b")).isEqualTo("- a\r\n- b\r\n- Data unavailable for XYZ 1h.");
        assertThat(with("- a\n\n<!-- end -->\n")).isEqualTo("- a\n- Data unavailable for XYZ 1h.\n\n<!-- end -->\n");
        String latin = "- caf\u00e9\n";
        assertThat(LearningsFile.added(latin, List.of(LESSON), TODAY)).startsWith(latin);
    }
}
