package io.github.parallelvalidation.tools;

import com.fasterxml.jackson.jr.ob.JSON;
import io.github.parallelvalidation.schema.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is published of a tool.
///
/// @param description what a model needs to know before it calls it
/// @param input the JSON schema of its arguments
/// @param output what it answers
/// @param readsOnly whether it writes nothing and starts nothing
public record ToolDescription(
        String name,
        String title,
        String description,
        Map<String, @Nullable Object> input,
        Schema output,
        boolean readsOnly) {

    /// Reads what stands beside this class.
    static ToolDescription of(String name) {
        String file = name + ".json";
        try (InputStream text = ToolDescription.class.getResourceAsStream(file)) {
            if (text == null) {
                throw new IllegalStateException("there is no description " + file);
            }
            Arguments read = Arguments.of(
                    Arguments.inner(JSON.std.mapFrom(new String(text.readAllBytes(), StandardCharsets.UTF_8)), "")
                            .values());
            return new ToolDescription(
                    name,
                    read.text("title"),
                    String.join(
                            " ",
                            read.list("description").stream()
                                    .map(String::valueOf)
                                    .toList()),
                    read.object("input").values(),
                    Schema.named(read.text("output")).orElseThrow(),
                    read.truth("reads_only"));
        } catch (IOException e) {
            throw new IllegalStateException(file + " cannot be read", e);
        }
    }
}
