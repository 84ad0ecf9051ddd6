package io.github.parallelvalidation.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.parallelvalidation.format.DataException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The files are described beside them, in `src/test/resources/parquet`.
@NullUnmarked
class ParquetTest {
    private static final Path FILES = Path.of("src/test/resources/parquet");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "timestamp-us-snappy",
                "pandas-index-ns-zstd",
                "epoch-ms-decimal-gzip",
                "text-lz4",
                "timestamp-ms-newest-first",
                "first-trade"
            })
    void everyTypeAndCompressionGivesTheSameBars(String name) {
        assertThat(Formula.numbers(Formula.load(file(name)))).isEqualTo(Formula.numbers(Formula.bars(48)));
    }

    @Test
    void singlePrecisionStaysWhatItIs() {
        Bars bars = Formula.load(file("timestamptz-float-plain"));

        assertThat(bars.time()).isEqualTo(Formula.bars(48).time());
        assertThat(bars.open()[5]).isEqualTo((float) Formula.bar(5)[0]);
        assertThat(bars.volume()).isEqualTo(Formula.bars(48).volume());
    }

    @Test
    void aDateIsMidnight() {
        Bars bars = Formula.load(Timeframe.D1, file("date"));

        assertThat(bars.time()[1] - bars.time()[0]).isEqualTo(24 * Formula.HOUR);
        assertThat(bars.time()[0]).isEqualTo(Formula.START);
    }

    @Test
    void whatIsWrongIsSaidWithItsRow() {
        assertThatThrownBy(() -> Formula.load(file("empty-close")))
                .hasMessageContaining("empty-close.parquet: row 7: close is empty; every bar has one");
        assertThatThrownBy(() -> Formula.load(file("brotli")))
                .hasMessageContaining("BROTLI")
                .hasMessageContaining("write it with snappy, zstd or gzip");
    }

    @Test
    void twoSymbolsInOneFileAreRefusedAtTheFirstRowOfTheSecond() {
        assertThatThrownBy(() -> Formula.load(file("two-symbols")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("two-symbols.parquet: row 31: the symbol is 'ETHUSDT', but 'BTCUSDT' in row 1");
    }

    @Test
    void aDamagedFileIsRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(file("timestamp-us-snappy"));
        Path cut = Files.write(folder.resolve("cut.parquet"), Arrays.copyOf(bytes, bytes.length - 9));
        Path bare = Files.write(folder.resolve("bare.parquet"), "PAR1".getBytes(StandardCharsets.UTF_8));
        Path packed = Files.write(folder.resolve("packed.gz"), Dialect.gzip(bytes));

        assertThatThrownBy(() -> Formula.load(cut))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("the file cannot be read");
        assertThatThrownBy(() -> Formula.load(bare)).isInstanceOf(DataException.class);
        assertThatThrownBy(() -> Formula.load(packed)).hasMessageContaining("packed once more; unpack it");
    }

    private static Path file(String name) {
        return FILES.resolve(name + ".parquet").toAbsolutePath();
    }
}
