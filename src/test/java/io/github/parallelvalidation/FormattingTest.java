package io.github.parallelvalidation;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every source file is as palantir-java-format writes it. `-Dformat.fix=true` rewrites the files instead of failing.
///
/// Not the Spotless plug-in: it formats inside Maven, whose Java may be too old to parse ours.
class FormattingTest {
    private static final Formatter FORMATTER = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .build());

    @Test
    void everySourceFileIsFormatted() throws IOException {
        boolean fix = Boolean.getBoolean("format.fix");
        List<Path> unformatted = new ArrayList<>();
        for (Path file : sources()) {
            String text = Files.readString(file);
            String formatted = formatted(file, text);
            if (!text.equals(formatted)) {
                unformatted.add(file);
                if (fix) {
                    Files.writeString(file, formatted);
                }
            }
        }
        if (!fix) {
            assertThat(unformatted)
                    .as("run: mvn test -Dtest=FormattingTest -Dformat.fix=true")
                    .isEmpty();
        }
    }

    private static String formatted(Path file, String text) {
        try {
            return FORMATTER.formatSourceAndFixImports(text);
        } catch (FormatterException e) {
            throw new AssertionError(file + ": " + e.getMessage(), e);
        }
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
