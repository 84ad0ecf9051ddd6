package io.github.parallelvalidation.trials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.StrategyId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReturnsStoreTest {
    private static final ReturnSeries THREE = ReturnSeriesTest.from(19_000, 0.01, -0.0123456789012345, 1e-9);

    @TempDir
    private Path root;

    private Path folder;

    @BeforeEach
    void inAWorkspace() throws IOException {
        folder = Files.createDirectories(root.resolve(".crypto/pipeline")).resolve("trials");
    }

    private static Trial.Identity identity(int number, String hash) {
        return new Trial.Identity(new StrategyId("STR-" + number), hash);
    }

    private static String text(ReturnSeries series) {
        return ReturnsFile.text(Map.of("1", series));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @Test
    void whatIsSavedIsFoundAgainInFullPrecision() throws IOException {
        ReturnsStore store = new ReturnsStore(folder);
        store.note(identity(201, "aa"), THREE);
        store.save();

        assertThat(files()).hasSize(1).first().asString().endsWith("csv").contains("STR-201_");
        assertThat(new ReturnsStore(folder).find(identity(201, "aa")))
                .hasValueSatisfying(found -> assertThat(text(found)).isEqualTo(text(THREE)));
        assertThat(new ReturnsStore(folder).find(identity(201, "bb"))).isEmpty();
    }

    @Test
    void whatIsNotedIsFoundAtOnceAndWrittenOnlyWhenSaved() {
        ReturnsStore store = new ReturnsStore(folder);
        assertThat(store.find(identity(201, "aa"))).isEmpty();
        store.note(identity(201, "aa"), THREE);

        assertThat(store.find(identity(201, "aa"))).contains(THREE);
        assertThat(folder).doesNotExist();
    }

    @Test
    void theHashOfAForeignWorkerIsNoPath() throws IOException {
        ReturnsStore store = new ReturnsStore(folder);
        store.note(identity(201, "../../../outside/x"), THREE);
        store.save();

        assertThat(files()).hasSize(1);
        assertThat(root.resolve("outside")).doesNotExist();
    }

    @Test
    void theOldestTrialsBeyondSoManyGoAndWhatIsNotOursStays() throws IOException {
        ReturnsStore store = new ReturnsStore(folder, 5);
        List<Trial> ledger = new ArrayList<>();
        for (int i = 0; i < 5 + 3; i++) {
            ledger.add(new Trial("2026-11-22-143000", new StrategyId("STR-" + (1000 + i)), 1, "aa", Tier.L1, Map.of()));
            store.note(ledger.getLast().identity(), THREE);
        }
        // The first was tried again since: it is not among the oldest.
        ledger.add(ledger.getFirst());
        store.save();
        Files.writeString(folder.resolve("notes.txt"), "mine");
        store.prune(ledger);

        ReturnsStore later = new ReturnsStore(folder);
        assertThat(files()).hasSize(5 + 1).contains(folder.resolve("notes.txt"));
        assertThat(later.find(identity(1000, "aa"))).isPresent();
        assertThat(Stream.of(1001, 1002, 1003).map(number -> later.find(identity(number, "aa"))))
                .allMatch(Optional::isEmpty);
        assertThat(later.find(identity(1004, "aa"))).isPresent();
    }

    @Test
    void aByteOrderMarkIsReadOver() throws IOException {
        ReturnsStore store = new ReturnsStore(folder);
        store.note(identity(201, "aa"), THREE);
        store.save();
        Path file = folder.resolve(files().getFirst());
        Files.writeString(file, "\uFEFF" + Files.readString(file));

        assertThat(new ReturnsStore(folder).find(identity(201, "aa")))
                .hasValueSatisfying(found -> assertThat(text(found)).isEqualTo(text(THREE)));
    }

    @Test
    void aFileThatIsNoneOfOursIsLeftOutAndNamed() throws IOException {
        ReturnsStore store = new ReturnsStore(folder);
        store.note(identity(201, "aa"), THREE);
        store.save();
        Files.writeString(files().getFirst(), "date,return\n2026-01-01,much\n");

        ReturnsStore later = new ReturnsStore(folder);
        assertThat(later.find(identity(201, "aa"))).isEmpty();
        assertThat(later.problems())
                .extracting(Problem::headline)
                .singleElement()
                .asString()
                .contains(".csv:2:", "a return must be a number or empty, found 'much'");
    }

    @Test
    void aLinkInThePlaceOfAFileIsNeitherReadNorWrittenThrough() throws IOException {
        ReturnsStore store = new ReturnsStore(folder);
        store.note(identity(201, "aa"), THREE);
        store.save();
        Path file = files().getFirst();
        Path outside = Files.writeString(root.resolve("outside.csv"), text(THREE));
        Files.delete(file);
        Files.createSymbolicLink(file, outside);

        ReturnsStore later = new ReturnsStore(folder);
        assertThat(later.find(identity(201, "aa"))).isEmpty();
        assertThat(later.problems()).hasSize(1);
        later.note(identity(201, "aa"), ReturnSeriesTest.from(0, 0.5));
        assertThatThrownBy(later::save).isInstanceOf(ProblemException.class).hasMessageContaining("is a link");
        assertThat(outside).hasContent(text(THREE));
    }

    @Test
    void aColumnForEachSeriesAndAnEmptyFieldForADayWithoutReturn() throws IOException {
        Map<String, ReturnSeries> series = new LinkedHashMap<>();
        series.put("1", ReturnSeriesTest.from(20_000, 0.01, 0.02, 0.03));
        series.put("0.9", ReturnSeriesTest.from(20_001, -0.5));
        String text = ReturnsFile.text(series);
        assertThat(text).isEqualTo("""
            date,1,0.9
            2024-10-04,0.01,
            2024-10-05,0.02,-0.5
            2024-10-06,0.03,
            """);

        Path file = Files.writeString(root.resolve("returns.csv"), text);
        assertThat(ReturnsFile.read(file))
                .hasValueSatisfying(read -> assertThat(ReturnsFile.text(read)).isEqualTo(text));
        assertThat(ReturnsFile.read(root.resolve("nowhere.csv"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "day,1;2026-01-01,0.1 | must have the column 'date'",
                "date,1;01.02.2026,0.1 | a date must be yyyy-mm-dd, found '01.02.2026'",
                "date,1;2026-01-02,0.1;2026-01-01,0.1 | dates must rise, found 2026-01-01 after 2026-01-02",
                "date,1;2026-01-02,0.1;2026-01-02,0.1 | dates must rise",
                "date,1;2026-01-01,NaN | a return must be finite, found 'NaN'",
                "date,1;2026-01-01,1e999 | a return must be finite",
                "date,1;2026-01-01,0x1 | a return must be a number or empty",
                "date,1;2026-01-01,0.1,0.2 | must have 2 fields, found 3",
                "date,1;2026-01-01 | must have 2 fields, found 1",
            })
    void whatIsNotOfThisFormIsRefusedWithItsLine(String text, String message) throws IOException {
        Path file = Files.writeString(root.resolve("returns.csv"), text.replace(';', '\n') + "\n");

        assertThatThrownBy(() -> ReturnsFile.read(file))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("returns.csv:")
                .hasMessageContaining(message);
    }

    @Test
    void aFolderInThePlaceOfReturnsIsRefused() throws IOException {
        Path file = Files.createDirectories(root.resolve("returns.csv"));

        assertThatThrownBy(() -> ReturnsFile.read(file)).hasMessageContaining("is not a plain file");
    }
}
