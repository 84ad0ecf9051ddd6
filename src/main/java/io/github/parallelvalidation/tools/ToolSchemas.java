package io.github.parallelvalidation.tools;

import io.github.parallelvalidation.schema.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All that is published for programs: the tools with their schemas, and the schemas of all documents.
public final class ToolSchemas {
    private ToolSchemas() {}

    /// What `tool --schemas` prints.
    public static Map<String, @Nullable Object> document() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("schema_version", Schema.VERSION);
        map.put("tools", Tools.descriptions().stream().map(ToolSchemas::tool).toList());
        Map<String, Object> documents = new LinkedHashMap<>();
        List.of(Schema.values()).forEach(schema -> documents.put(schema.code(), schema.bundle()));
        map.put("documents", documents);
        return map;
    }

    private static Map<String, Object> tool(ToolDescription tool) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", tool.name());
        map.put("title", tool.title());
        map.put("description", tool.description());
        map.put("input", tool.input());
        map.put("output", tool.output().code());
        return map;
    }
}
