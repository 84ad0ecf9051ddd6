package io.github.parallelvalidation.tools;

import io.github.parallelvalidation.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes the page about the tools, `src/docs/tools.md`, from what is published of them.
final class ToolsPage {
    static final Path FILE = Path.of("src", "docs", "tools.md");

    private static final String BEGINNING = """
        # The tools

        Agents and programs call the same validation as people do: over the Model Context Protocol (`parallel-validation mcp \
        [WORKSPACE]`), or one call at a time (`parallel-validation tool NAME --json '{…}' [WORKSPACE]`). How to set them up is on the page \
        [agents](agents.md). `parallel-validation tool --schemas` prints all of this as JSON, with the schemas of all `--json` documents.

        A call that is refused or fails answers with a document of the form `tool-error`, marked as an error: a sentence, its kind, and \
        where it has one the file, line and column. With `tool` the exit status says so too: 2 for what is wrong or refused, 5 locked, \
        6 a program that was not accepted, 70 for what could not go on, 130 cancelled.

        Spawned workers are one run, at one tier, until they are merged: four places, limits, journal, lock and trust as in any run. \
        With `mcp` the run is held by the server, and ends with it as if it had been cancelled: what has a result keeps it, the \
        rest is as it was before. With `tool` a process in the background holds it, until it is merged or five minutes after \
        its last worker and its last call, when it is merged by itself. A run that was killed is taken up by the next call that spawns, polls \
        or merges, or by `validate --resume`.

        Each document begins with `schema_version`, which is 1. (This page is written from the program's own descriptions; a test keeps it so.)
        """;

    private ToolsPage() {}

    public static void main(String[] arguments) throws IOException {
        Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
        Files.writeString(FILE, text());
    }

    static String text() {
        return BEGINNING
                + Tools.descriptions().stream().map(ToolsPage::tool).collect(Collectors.joining())
                + "\n## tool-error\n\n"
                + table(Schema.TOOL_ERROR.bundle());
    }

    private static String tool(ToolDescription tool) {
        return "\n## %s\n\n%s\n\n%s\nAnswers `%s`:\n\n%s"
                .formatted(
                        tool.name(),
                        wrapped(tool.description()),
                        tool.input().get("properties") instanceof Map<?, ?> map && map.isEmpty()
                                ? "It takes no arguments.\n"
                                : table(tool.input()),
                        tool.output().code(),
                        answer(tool.output()));
    }

    /// The documents of the command line are long; their schemas say more than a table would.
    private static String answer(Schema schema) {
        return switch (schema) {
            case RUN, STATUS, HISTORY, COMPARISON, CHECK, TRUST, NOT_ACCEPTED, ERROR ->
                "The document that the command of this name prints with `--json`: %s\n"
                        .formatted(schema.bundle().get("description"));
            case SPAWN, WORKER, MERGE, QUEUE_UPDATE, TOOL_ERROR -> table(schema.bundle());
        };
    }

    private static String table(Map<String, ? extends @Nullable Object> schema) {
        return "| name | form | meaning |\n|---|---|---|\n" + rows("", schema);
    }

    private static String rows(String prefix, Map<?, ?> schema) {
        List<?> required = schema.get("required") instanceof List<?> list ? list : List.of();
        StringBuilder rows = new StringBuilder();
        if (schema.get("properties") instanceof Map<?, ?> properties) {
            properties.forEach((name, value) -> {
                if (!(value instanceof Map<?, ?> property) || name.equals("schema_version")) {
                    return;
                }
                rows.append("| `%s%s`%s | %s | %s |\n"
                        .formatted(
                                prefix,
                                name,
                                required.contains(name) ? "" : ", optional",
                                form(property),
                                property.get("description") instanceof String text ? text : ""));
                rows.append(rows(prefix + name + ".", property));
            });
        }
        return rows.toString();
    }

    private static String form(Map<?, ?> property) {
        if (property.get("enum") instanceof List<?> values) {
            return values.stream().map(String::valueOf).collect(Collectors.joining(", "));
        }
        if (property.containsKey("const")) {
            return String.valueOf(property.get("const"));
        }
        Object type = property.get("type");
        String form = type instanceof List<?> types
                ? types.stream().map(String::valueOf).collect(Collectors.joining(" or "))
                : type == null ? "a result or null" : String.valueOf(type);
        String range = property.get("minimum") == null
                ? ""
                : property.get("maximum") == null
                        ? ", %s or more".formatted(property.get("minimum"))
                        : ", %s to %s".formatted(property.get("minimum"), property.get("maximum"));
        return form + range + (property.get("default") == null ? "" : ", else %s".formatted(property.get("default")));
    }

    private static String wrapped(String text) {
        StringBuilder lines = new StringBuilder();
        int length = 0;
        for (String word : text.split(" ", -1)) {
            if (length + word.length() > 120) {
                lines.append('\n');
                length = 0;
            }
            lines.append(length == 0 ? "" : " ").append(word);
            length += word.length() + 1;
        }
        return lines.toString();
    }
}
