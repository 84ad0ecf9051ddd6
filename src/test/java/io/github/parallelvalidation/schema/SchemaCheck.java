package io.github.parallelvalidation.schema;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Compares documents with their schemas, by a validator that others wrote.
public final class SchemaCheck {
    private static final Map<Schema, com.networknt.schema.Schema> COMPILED = new EnumMap<>(Schema.class);

    private SchemaCheck() {}

    /// What is wrong with a document; empty where nothing is.
    public static synchronized List<String> problems(Schema schema, String document) {
        return COMPILED.computeIfAbsent(schema, SchemaCheck::compiled).validate(document, InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }

    /// The document, which must be one of this schema.
    public static String valid(Schema schema, String document) {
        List<String> problems = problems(schema, document);
        if (!problems.isEmpty()) {
            throw new AssertionError(
                    "no %s document:\n%s\n%s".formatted(schema.code(), String.join("\n", problems), document));
        }
        return document;
    }

    /// The same for whatever a command has printed: its own document, or that of a refusal.
    ///
    /// @param arguments of the command line
    public static void printed(String document, String... arguments) {
        if (!List.of(arguments).contains("--json") || document.isBlank()) {
            return;
        }
        Schema schema = document.contains("\"not_accepted\":")
                ? Schema.NOT_ACCEPTED
                : document.contains("\"error\":{")
                        ? Schema.ERROR
                        : Schema.ofCommand(arguments[0]).orElseThrow();
        valid(schema, document);
    }

    private static com.networknt.schema.Schema compiled(Schema schema) {
        // Without the others at hand: each text must do alone.
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema.text());
    }
}
