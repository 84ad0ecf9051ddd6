package io.github.parallelvalidation.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.parallelvalidation.Fuzz;
import io.github.parallelvalidation.Mutations;
import io.github.parallelvalidation.format.DataException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The files are described beside them, in `src/test/resources/feather`.
@NullUnmarked
class FeatherTest {
    private static final Path FILES = Path.of("src/test/resources/feather");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {"freqtrade", "ms-zstd", "batches-plain", "text", "epoch", "categories", "views", "first-trade"})
    void everyTypeAndCompressionGivesTheSameBars(String name) {
        assertThat(Formula.numbers(Formula.load(file(name)))).isEqualTo(Formula.numbers(Formula.bars(48)));
    }

    @Test
    void manyRowsAreManyBlocksOfPackedBytes() {
        assertThat(Formula.numbers(Formula.load(file("many-rows")))).isEqualTo(Formula.numbers(Formula.bars(9_000)));
    }

    @Test
    void singlePrecisionStaysWhatItIs() {
        Bars bars = Formula.load(file("singles"));

        assertThat(bars.time()).isEqualTo(Formula.bars(48).time());
        assertThat(bars.open()[5]).isEqualTo((float) Formula.bar(5)[0]);
    }

    @Test
    void aDateIsMidnight() {
        Bars bars = Formula.load(Timeframe.D1, file("days"));

        assertThat(bars.time()[1] - bars.time()[0]).isEqualTo(24 * Formula.HOUR);
        assertThat(bars.time()[0]).isEqualTo(Formula.START);
    }

    @Test
    void itIsKeptInTheCacheLikeAnyOther() throws IOException {
        BarCache cache = new BarCache(folder.resolve("cache"), _ -> {});
        BarLoader loader = new BarLoader(Optional.of(cache));
        BarSource source = new BarSource(List.of(file("freqtrade")), Timeframe.H1);
        for (int i = 0; i < 2; i++) {
            assertThat(Formula.numbers(loader.load(source, "TEST", Timeframe.H1, Formula.ALL, Path.of(""))))
                    .isEqualTo(Formula.numbers(Formula.bars(48)));
        }
        assertThat(folder.resolve("cache")).isNotEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource({
        "empty-close, row 7: close is empty; every bar has one",
        "two-symbols, 'row 31: the symbol is ''ETHUSDT'', but ''BTCUSDT'' in row 1; a file must hold the bars of one'",
        "two-categories, 'row 31: the symbol is '"
    })
    void whatIsWrongIsSaidWithItsRow(String name, String words) {
        assertThatThrownBy(() -> Formula.load(file(name)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(name + ".feather: " + words);
    }

    @Test
    void aFileThatEndsTooEarlyIsRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(file("freqtrade"));
        for (int length : new int[] {6, 8, 17, 100, bytes.length / 2, bytes.length - 1}) {
            Path cut = Files.write(folder.resolve("cut.feather"), Arrays.copyOf(bytes, length));

            assertThatThrownBy(() -> Formula.load(cut))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("it has no end; it was not written, copied or downloaded whole");
        }
    }

    @Test
    void whatIsSaidAboutItsLengthsIsNotBelieved() throws IOException {
        byte[] bytes = Files.readAllBytes(file("freqtrade"));
        int length = bytes.length - 10;
        for (int said : new int[] {-1, 0, 7, Integer.MAX_VALUE, Integer.MIN_VALUE, length - 1}) {
            ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(length, said);
            Path lying = Files.write(folder.resolve("lying.feather"), bytes);

            assertThatThrownBy(() -> Formula.load(lying)).isInstanceOf(DataException.class);
        }
    }

    /// With more memory than it may take a file that asks for gigabytes would still pass.
    @Test
    @Timeout(120)
    void damagedFilesAreReadOrRefusedInASentence() throws IOException {
        Mutations mutations = new Mutations(Fuzz.files(FILES.toString(), ".*\\.feather"), 20_261_127);
        Path file = folder.resolve("damaged.feather");
        int refused = 0;
        for (int i = 0; i < 2_000; i++) {
            Fuzz.write(file, mutations.next());
            try {
                Formula.load(file);
            } catch (DataException e) {
                refused++;
                assertThat(e).hasMessageContaining(file.toString());
            }
        }
        assertThat(refused).isBetween(1, 1_999);
    }

    /// Every byte of the description in turn becomes the largest and the smallest there is.
    @Test
    @Timeout(120)
    void noByteOfTheDescriptionCanBreakTheReader() throws IOException {
        byte[] bytes = Files.readAllBytes(file("batches-plain"));
        int description = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(bytes.length - 10);
        Path file = folder.resolve("damaged.feather");
        for (int at = bytes.length - 10 - description; at < bytes.length - 10; at++) {
            for (int value : new int[] {0xFF, 0x7F, 0x80, 0}) {
                byte[] damaged = bytes.clone();
                damaged[at] = (byte) value;
                Fuzz.write(file, damaged);
                try {
                    Formula.load(file);
                } catch (DataException e) {
                    assertThat(e).hasMessageContaining(file.toString());
                }
            }
        }
    }

    @Test
    void otherFormsOfTheFormatAreNamed() throws IOException {
        Path first = Files.writeString(folder.resolve("old.feather"), "FEA1 and so on");
        Path packed = Files.write(folder.resolve("packed.gz"), Dialect.gzip(Files.readAllBytes(file("freqtrade"))));
        Path bare = Files.writeString(folder.resolve("bare.feather"), "ARROW1", StandardCharsets.US_ASCII);

        assertThatThrownBy(() -> Formula.load(first)).hasMessageContaining("Feather of its first version");
        assertThatThrownBy(() -> Formula.load(packed)).hasMessageContaining("packed once more; unpack it");
        assertThatThrownBy(() -> Formula.load(bare)).hasMessageContaining("it has no end");
    }

    private static Path file(String name) {
        return FILES.resolve(name + ".feather").toAbsolutePath();
    }
}
