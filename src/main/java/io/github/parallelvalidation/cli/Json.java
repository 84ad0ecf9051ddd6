package io.github.parallelvalidation.cli;

import com.fasterxml.jackson.jr.ob.JSON;
import io.github.parallelvalidation.schema.Schema;
import io.github.parallelvalidation.workspace.Printable;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Prints one JSON document in UTF-8: none without a schema and its version.
final class Json {
    private static final JSON LINE = JSON.std.with(JSON.Feature.WRITE_NULL_PROPERTIES);
    private static final JSON PRETTY = LINE.with(JSON.Feature.PRETTY_PRINT_OUTPUT);

    private Json() {}

    static void print(PrintStream out, Schema schema, Map<String, ? extends @Nullable Object> document) {
        print(out, schema.versioned(document), PRETTY);
    }

    /// One that has its version already.
    static void print(PrintStream out, Map<String, ? extends @Nullable Object> versioned) {
        print(out, versioned, PRETTY);
    }

    /// The whole document on one line.
    static void printLine(PrintStream out, Schema schema, Map<String, ? extends @Nullable Object> document) {
        print(out, schema.versioned(document), LINE);
    }

    private static void print(PrintStream out, Object document, JSON writer) {
        try {
            // Texts of strangers stand in it: what steers a terminal is written as JSON writes control characters.
            String lines = writer.asString(document).replace(System.lineSeparator(), "\n");
            byte[] text = Printable.visible(lines).getBytes(StandardCharsets.UTF_8);
            out.write(text, 0, text.length);
            out.println();
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("JSON of maps and lists cannot fail", e);
        }
    }
}
