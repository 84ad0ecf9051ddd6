package io.github.parallelvalidation.tools;

import com.fasterxml.jackson.jr.ob.JSON;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// JSON of tests, and schemas as those who publish none of ours read them.
public final class Documents {
    private static final Map<String, Schema> COMPILED = new ConcurrentHashMap<>();

    private Documents() {}

    /// @param json with single quotes in the place of double ones
    public static Map<String, Object> quoted(String json) {
        return read(json.replace('\'', '"'));
    }

    public static Map<String, Object> read(String json) {
        try {
            return JSON.std.mapFrom(json);
        } catch (IOException e) {
            throw new UncheckedIOException(json, e);
        }
    }

    public static String text(Object document) {
        try {
            return JSON.std.with(JSON.Feature.WRITE_NULL_PROPERTIES).asString(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// An object within a document.
    public static Map<String, @Nullable Object> map(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return Tools.arguments(map);
        }
        throw new AssertionError("no object: " + value);
    }

    /// What is wrong with a document by a schema that was published as maps and lists.
    public static List<String> problems(Map<String, ?> schema, String document) {
        return COMPILED
                .computeIfAbsent(
                        text(schema),
                        text -> SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                                .getSchema(text))
                .validate(document, InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .toList();
    }
}
