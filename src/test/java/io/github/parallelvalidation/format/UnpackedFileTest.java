package io.github.parallelvalidation.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.data.Dialect;
import io.github.parallelvalidation.data.Formula;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked
class UnpackedFileTest {
    private static final byte[] CSV = Formula.csv(0, 3).getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"bars.csv", "bars.csv.gz", "bars.zip", "bars.json", "bars.parquet", "bars"})
    void theNameOfAFileIsNotAsked(String name) throws IOException {
        byte[] json = "[[1735689600000,1,2,0.5,1.5,7]]".getBytes(StandardCharsets.UTF_8);

        assertThat(load(name, CSV).length()).isEqualTo(3);
        assertThat(load(name, Dialect.gzip(CSV)).length()).isEqualTo(3);
        assertThat(load(name, Dialect.zip(CSV)).length()).isEqualTo(3);
        assertThat(load(name, Dialect.zip(Dialect.gzip(CSV))).length()).isEqualTo(3);
        assertThat(load(name, json).length()).isEqualTo(1);
        assertThat(load(name, Dialect.gzip(json)).length()).isEqualTo(1);
    }

    @Test
    void whatSystemsAddToAZipIsPassedOver() throws IOException {
        byte[] zip = Dialect.zip(CSV, "__MACOSX/._bars.csv", "bars.zip.CHECKSUM", ".DS_Store", "folder/");

        assertThat(load("bars.zip", zip).length()).isEqualTo(3);
    }

    @Test
    void aZipWithSeveralFilesIsRefusedWithTheirNames() {
        assertThatThrownBy(() -> load("bars.zip", Dialect.zip(CSV, "other.csv", "third.csv")))
                .hasMessageContaining("the zip holds 3 files: other.csv, third.csv, bars.csv; it must hold one");
    }

    @Test
    void aLicenceBesideTheBarsInAZipIsPassedOver() throws IOException {
        assertThat(load("bars.zip", Dialect.zip(CSV, "LICENSE", "readme.txt")).length())
                .isEqualTo(3);
    }

    @Test
    void utf16IsReadWithoutItsMark() throws IOException {
        String text = Formula.csv(0, 3);

        assertThat(load("bars.csv", text.getBytes(StandardCharsets.UTF_16LE)).length())
                .isEqualTo(3);
        assertThat(load("bars.csv", text.getBytes(StandardCharsets.UTF_16BE)).length())
                .isEqualTo(3);
    }

    @Test
    void aLineWithoutEndIsNotTakenIntoMemory() {
        byte[] zeros = new byte[50_000_000];
        System.arraycopy(CSV, 0, zeros, 0, CSV.length);

        assertThatThrownBy(() -> load("bars.zip", Dialect.zip(zeros)))
                .hasMessageContaining("line 5 of bars.csv: the line is longer than 1 MiB");
        assertThatThrownBy(() -> load("bars.gz", Dialect.gzip(zeros)))
                .isInstanceOfSatisfying(
                        DataException.class,
                        e -> assertThat(e.problem().excerpt()).hasSizeLessThan(200));
    }

    @Test
    void aLineInAZipIsALineOfTheFileInIt() {
        byte[] bad = (Formula.csv(0, 2) + "x,1,2,1,1,1\n").getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> load("bars.zip", Dialect.zip(bad)))
                .hasMessageContaining("bars.zip: line 4 of bars.csv: 'x' is not a timestamp");
        assertThatThrownBy(() -> load("bars.gz", Dialect.gzip(bad)))
                .hasMessageContaining("bars.gz:4:1: 'x' is not a timestamp");
    }

    @Test
    void aFileThatWasNotCopiedWholeIsRefused() {
        byte[] gzip = Dialect.gzip(Formula.csv(0, 5000).getBytes(StandardCharsets.UTF_8));
        byte[] zip = Dialect.zip(Formula.csv(0, 5000).getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> load("bars.gz", Arrays.copyOf(gzip, gzip.length / 2)))
                .hasMessageContaining("bars.gz: the file cannot be read: its packed data ends too early");
        assertThatThrownBy(() -> load("bars.zip", Arrays.copyOf(zip, zip.length / 2)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("bars.zip: the file cannot be read");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FEA1 | Feather of its first version, which is not read; write it with version 2, or as Parquet or CSV",
                "BZh91AY | packed with bzip2",
                "SQLite format 3 | an SQLite database",
                "<!DOCTYPE html> | a web page"
            })
    void formatsThatAreNotReadAreNamed(String start, String message) {
        assertThatThrownBy(() -> load("bars.csv", start.getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("this is " + message);
    }

    @Test
    void whatIsNoFileIsUnavailable() {
        assertThatThrownBy(() -> Formula.load(folder.resolve("none.csv")))
                .hasMessageContaining("the file cannot be read: it is not there");
        assertThatThrownBy(() -> Formula.load(folder)).hasMessageContaining("is a folder");
    }

    private Bars load(String name, byte[] bytes) throws IOException {
        return Formula.load(Files.write(folder.resolve(name), bytes));
    }
}
