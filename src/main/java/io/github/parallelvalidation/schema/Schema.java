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
    CHECK("check"),
    TRUST("trust"),
    /// In place of a command's own document, where programs would have to be accepted first.
    NOT_ACCEPTED("not-accepted"),
    /// In place of a command's own document, where it could not be made.
    ERROR("error");

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
            case STATUS -> List.of(RUN);
            case RUN, HISTORY, CHECK, TRUST, NOT_ACCEPTED, ERROR -> List.of();
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

    private Map<String, Object> bundle() {
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
