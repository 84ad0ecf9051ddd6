package io.github.parallelvalidation.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked // JUnit fills the fields
class ShortageSignsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Cannot run program (in directory /w): error=24, Zu viele offene Dateien  | FILES",
                "Cannot run program: Bad file descriptor, error: 24 (Too many open files) | FILES",
                "error=11, Resource temporarily unavailable                               | PROCESSES",
                "java.lang.OutOfMemoryError: unable to create native thread               | PROCESSES",
                "Cannot run program: error=12, Cannot allocate memory                     | MEMORY",
                "There is insufficient memory for the Java Runtime Environment            | MEMORY",
                "results.yaml: No space left on device                                    | DISK",
            })
    void isReadFromTheWordsOfTheSystem(String words, Shortage shortage) {
        assertThat(Shortage.in(words)).contains(shortage);
        assertThat(Shortage.of(new UncheckedIOException(new IOException(words))))
                .contains(shortage);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cannot run program: error=2, No such file or directory",
                "Cannot run program: error=13, Permission denied",
                "error=240, something else",
                "Java heap space",
            })
    void andFromNoOthers(String words) {
        assertThat(Shortage.of(new IOException(words))).isEmpty();
    }

    @Test
    void isFoundBelowTheExceptionsThatHandItOn() {
        Exception deep = new IllegalStateException(
                "the folder cannot be listed", new FileSystemException("/w", null, "Too many open files"));
        assertThat(Shortage.of(deep)).contains(Shortage.FILES);
        assertThat(Shortage.of(new IllegalStateException("Too many open files of mine")))
                .isEmpty();
    }

    @Test
    void aDiskWithRoomIsNone() {
        assertThat(Shortage.ofDisk(folder)).isEmpty();
    }
}
