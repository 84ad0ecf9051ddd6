package io.github.parallelvalidation.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.format.RowBlock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked
class DialectTest {
    private static final int BARS = 40;

    @TempDir
    private Path folder;

    @Test
    void whateverTheDialectTheBarsAreTheSame() throws IOException {
        String expected = Formula.numbers(Formula.bars(BARS));
        for (int seed = 0; seed < 600; seed++) {
            Dialect dialect = new Dialect(seed);
            Path file = Files.write(folder.resolve("bars.csv"), dialect.file(BARS));

            assertThat(Formula.numbers(Formula.load(file)))
                    .as("seed %d: %s", seed, dialect)
                    .isEqualTo(expected);
        }
    }

    @Test
    void quotesThatComeLateAreReadToo() throws IOException {
        StringBuilder text = new StringBuilder(Formula.csv(0, 9000));
        for (int i = 9000; i < 9010; i++) {
            text.append('"')
                    .append(Formula.row(i).replace(",", "\",\""))
                    .append('"')
                    .append('\n');
        }
        Path file = Files.writeString(folder.resolve("bars.csv"), text);

        assertThat(Formula.numbers(Formula.load(file))).isEqualTo(Formula.numbers(Formula.bars(9010)));
    }

    @Test
    void aLongFileThatIsNewestFirstIsTurnedRoundThroughATemporaryFile() throws IOException {
        int length = 70 * RowBlock.SIZE + 17;
        Path file = folder.resolve("bars.csv");
        try (var out = Files.newBufferedWriter(file)) {
            out.write("timestamp,open,high,low,close,volume\n");
            for (int i = length - 1; i >= 0; i--) {
                double[] bar = Formula.bar(i);
                out.write(Formula.time(i) + "," + bar[0] + "," + bar[1] + "," + bar[2] + "," + bar[3] + "," + bar[4]
                        + "\n");
            }
        }
        Bars bars = Formula.load(file);
        Bars expected = Formula.bars(length);

        assertThat(bars.time()).isEqualTo(expected.time());
        assertThat(bars.close()).isEqualTo(expected.close());
        assertThat(bars.volume()).isEqualTo(expected.volume());
    }
}
