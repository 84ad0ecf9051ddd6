package io.github.parallelvalidation.schema;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A kind of document that `--json` prints, with its JSON Schema (draft 2020-12).
public enum Schema {
    RUN("run"),
    STATUS("status"),
    HISTORY("history"),
    /// How two runs of the history differ.
    COMPARISON("comparison"),
    CHECK("check"),
    TRUST("trust"),
    /// In place of a command's own document, where programs would have to be accepted first.
    NOT_ACCEPTED("not-accepted"),
    /// In place of a command's own document, where it could not be made.
    ERROR("error"),
    /// Of the tool that spawns a worker.
    SPAWN("spawn"),
    /// Of the tool that polls one.
    WORKER("worker"),
    /// Of the tool that merges results.
    MERGE("merge"),
    /// Of the tool that updates the status of a strategy.
    QUEUE_UPDATE("queue-update"),
    /// In place of a tool's own document.
    TOOL_ERROR("tool-error");

    /// The version of all documents.
    public static final int VERSION = 1;

    private static final String VERSION_KEY = "schema_version";
    private static final String DEFINITIONS = "$defs";

    private final String code;

    Schema(String code) {
        this.code = code;
    }

    /// The name, as in `run.schema.json`.
    public String code() {
        return code;
    }

    public static Optional<Schema> named(String code) {
        return Arrays.stream(values())
                .filter(schema -> schema.code.equals(code))
                .findFirst();
    }

    /// What a command prints with `--json` when all goes well.
    public static Optional<Schema> ofCommand(String command) {
        return switch (command) {
            case "validate", "watch", "decide" -> Optional.of(RUN);
            case "status" -> Optional.of(STATUS);
            case "history" -> Optional.of(HISTORY);
            case "check" -> Optional.of(CHECK);
            case "trust" -> Optional.of(TRUST);
            default -> Optional.empty();
        };
    }

    /// Those that it refers to.
    private List<Schema> parts() {
        return switch (this) {
            case STATUS, WORKER, MERGE -> List.of(RUN);
            case RUN, HISTORY, COMPARISON, CHECK, TRUST, NOT_ACCEPTED, ERROR, SPAWN, QUEUE_UPDATE, TOOL_ERROR ->
                List.of();
        };
    }

    /// The document with the version at its beginning.
    public Map<String, @Nullable Object> versioned(Map<String, ? extends @Nullable Object> document) {
        Map<String, @Nullable Object> versioned = new LinkedHashMap<>();
        versioned.put(VERSION_KEY, VERSION);
        versioned.putAll(document);
        return versioned;
    }

    /// The schema as one JSON text that needs no other: schemas that it refers to are among its definitions.
    public String text() {
        return parts().isEmpty() ? resource() : json(JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT), bundle());
    }

    /// The same without what it refers to: short enough to be handed to a model with each tool, and true of the same
    /// documents.
    public Map<String, Object> outline() {
        Map<String, Object> outline = new LinkedHashMap<>();
        parsed().forEach((key, value) -> {
            if (!key.equals(DEFINITIONS) && !key.startsWith("$")) {
                outline.put(key, outlined(value));
            }
        });
        return outline;
    }

    private static Object outlined(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                Map<String, Object> kept = new LinkedHashMap<>();
                map.forEach((key, inner) -> {
                    // A reference, or a choice between some: it may be anything here.
                    if (!key.equals("$ref") && !key.equals("anyOf")) {
                        kept.put(String.valueOf(key), outlined(inner));
                    }
                });
                yield kept;
            }
            // Values to choose from, or names: they refer to nothing.
            default -> value;
        };
    }

    /// The same as maps and lists.
    public Map<String, Object> bundle() {
        Map<String, Object> bundle = parsed();
        Map<String, Object> definitions = new LinkedHashMap<>();
        if (bundle.get(DEFINITIONS) instanceof Map<?, ?> own) {
            own.forEach((name, definition) -> definitions.put(String.valueOf(name), definition));
        }
        parts().forEach(part -> definitions.put(part.code, part.bundle()));
        bundle.put(DEFINITIONS, definitions);
        return bundle;
    }

    private Map<String, Object> parsed() {
        try {
            return JSON.std.mapFrom(resource());
        } catch (IOException e) {
            throw new UncheckedIOException("the schema " + code + " that comes with the program is not JSON", e);
        }
    }

    private static String json(JSON writer, Map<String, Object> document) {
        try {
            return writer.asString(document);
        } catch (IOException e) {
            throw new UncheckedIOException("JSON of maps and lists cannot fail", e);
        }
    }

    private String resource() {
        String file = code + ".schema.json";
        try (InputStream stream = Objects.requireNonNull(
                Schema.class.getResourceAsStream(file), () -> "the program comes with " + file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " of the program itself cannot be read", e);
        }
    }
}
