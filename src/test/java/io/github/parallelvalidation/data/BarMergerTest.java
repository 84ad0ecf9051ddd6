package io.github.parallelvalidation.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked
class BarMergerTest {
    @TempDir
    private Path folder;

    @Test
    void overlappingFilesInAnyOrderGiveEachBarOnce() throws IOException {
        Path month = file("a", 0, 700);
        Path dayInIt = file("b", 48, 72);
        Path dayAcrossItsEnd = file("c", 690, 714);
        Path next = file("d", 714, 800);

        Bars bars = Formula.load(next, dayAcrossItsEnd, month, dayInIt);

        assertThat(Formula.numbers(bars)).isEqualTo(Formula.numbers(Formula.bars(800)));
        assertThat(bars.quality().duplicates()).isEqualTo(24 + 10);
    }

    @Test
    void aDayFillsTheHoleOfAMonth() throws IOException {
        Path before = file("a", 0, 100);
        Path after = file("b", 150, 300);
        Path month = Files.writeString(
                folder.resolve("m.csv"),
                Files.readString(before) + Files.readString(after).split("\n", 2)[1]);
        Path hole = file("c", 90, 160);

        assertThat(Formula.load(month).gaps()).isEqualTo(1);
        assertThat(Formula.numbers(Formula.load(month, hole))).isEqualTo(Formula.numbers(Formula.bars(300)));
    }

    @Test
    void manyFilesOfWhichSomeAreNewestFirstAreJoined() throws IOException {
        Random random = new Random(5);
        List<Path> files = new ArrayList<>();
        for (int start = 0; start < 4000; start += 20) {
            List<String> lines = new ArrayList<>();
            for (int i = start; i < Math.min(4000, start + 20 + random.nextInt(15)); i++) {
                lines.add(Formula.row(i));
            }
            if (random.nextInt(4) == 0) {
                Collections.reverse(lines);
            }
            files.add(Files.writeString(
                    folder.resolve("f" + start + ".csv"),
                    "timestamp,open,high,low,close,volume\n" + String.join("\n", lines)));
        }
        Collections.shuffle(files, random);

        assertThat(Formula.numbers(Formula.load(files.toArray(Path[]::new))))
                .isEqualTo(Formula.numbers(Formula.bars(4000)));
    }

    @Test
    void aRepeatedRowIsDroppedAndCounted() throws IOException {
        Path file = write(Formula.csv(0, 3) + Formula.row(2) + "\n" + Formula.row(2) + "\n" + Formula.row(3) + "\n");
        Bars bars = Formula.load(file);

        assertThat(bars.length()).isEqualTo(4);
        assertThat(bars.quality().duplicates()).isEqualTo(2);
    }

    @Test
    void aContradictionIsRefusedWithBothPlacesAndValues() throws IOException {
        Path file = write("""
            timestamp,open,high,low,close,volume
            2025-01-01T00:00:00Z,2,3,1,2.5,7
            2025-01-01T00:00:00Z,2,3,1,2.6,7
            """);
        Path other = Files.writeString(folder.resolve("other.csv"), """
            timestamp,open,high,low,close,volume
            2025-01-01T00:00:00Z,2,3,1,2.5,8
            """);
        Path first = Files.writeString(folder.resolve("first.csv"), """
            timestamp,open,high,low,close,volume
            2025-01-01T00:00:00Z,2,3,1,2.5,7
            """);

        assertThatThrownBy(() -> Formula.load(file))
                .hasMessageContaining("bars.csv:3:28: duplicate timestamp 2025-01-01T00:00:00Z that contradicts line 2:"
                        + " close is 2.6 here and 2.5 there");
        assertThatThrownBy(() -> Formula.load(first, other))
                .hasMessageContaining("other.csv:2:32: duplicate timestamp 2025-01-01T00:00:00Z that contradicts line 2"
                        + " of first.csv: volume is 8.0 here and 7.0 there");
    }

    @Test
    void disorderIsRefusedWithItsLine() {
        String rows = Formula.row(0) + "\n" + Formula.row(1) + "\n" + Formula.row(3) + "\n" + Formula.row(2) + "\n";
        String turned = Formula.row(3) + "\n" + Formula.row(1) + "\n" + Formula.row(2) + "\n" + Formula.row(0) + "\n";
        String header = "timestamp,open,high,low,close,volume\n";

        assertThatThrownBy(() -> Formula.load(write(header + rows)))
                .hasMessageContaining("bars.csv:5:1: timestamp 2025-01-01T02:00:00Z is before the 2025-01-01T03:00:00Z"
                        + " of the bar above; bars must be in ascending order");
        assertThatThrownBy(() -> Formula.load(write(header + turned)))
                .hasMessageContaining(
                        "bars.csv:4:1: timestamp 2025-01-01T02:00:00Z is after the 2025-01-01T01:00:00Z of"
                                + " the bar above; bars must be in ascending order, or all newest first");
    }

    private Path file(String name, int from, int to) throws IOException {
        return Files.writeString(folder.resolve(name + ".csv"), Formula.csv(from, to));
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("bars.csv"), text);
    }
}
