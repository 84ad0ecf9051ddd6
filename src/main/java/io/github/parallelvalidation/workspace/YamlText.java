package io.github.parallelvalidation.workspace;

import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/// Writes documents that are ours alone. Files that others write too are edited instead, see [YamlEdits].
public final class YamlText {
    private YamlText() {}

    /// Block style, keys in the given order.
    ///
    /// @throws IllegalArgumentException when a number is not finite: no file of ours holds NaN
    public static String dump(Map<String, ?> document) {
        refuseNotFinite(document);
        return yaml(DumperOptions.FlowStyle.BLOCK).dump(document);
    }

    /// One line in braces, for a journal.
    public static String dumpLine(Map<String, ?> document) {
        refuseNotFinite(document);
        return yaml(DumperOptions.FlowStyle.FLOW).dump(document).strip();
    }

    private static Yaml yaml(DumperOptions.FlowStyle style) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(style);
        options.setSplitLines(false);
        options.setWidth(100_000);
        options.setDereferenceAliases(true);
        return new Yaml(options);
    }

    private static void refuseNotFinite(Object value) {
        switch (value) {
            case Double number
            when !Double.isFinite(number) -> throw new IllegalArgumentException("not a finite number: " + number);
            case Map<?, ?> map ->
                map.values().stream().filter(item -> item != null).forEach(YamlText::refuseNotFinite);
            case Iterable<?> items ->
                items.forEach(item -> {
                    if (item != null) {
                        refuseNotFinite(item);
                    }
                });
            default -> {}
        }
    }
}
