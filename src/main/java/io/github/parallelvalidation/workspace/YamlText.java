package io.github.parallelvalidation.workspace;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/// Writes YAML documents that are ours alone. Files that others write too are edited instead, see [YamlEdits].
public final class YamlText {
    private YamlText() {}

    /// Block style, keys in the given order.
    ///
    /// @throws IllegalArgumentException when a number is not finite: no file of ours holds NaN
    public static String dump(Map<String, ?> document) {
        refuseNotFinite(document);
        Yaml yaml = yaml(DumperOptions.FlowStyle.BLOCK);
        try {
            return YamlWriter.block(document, text -> scalar(yaml, text));
        } catch (YamlWriter.UnknownFormException e) {
            return yaml.dump(document);
        }
    }

    /// One line in braces, for a journal.
    public static String dumpLine(Map<String, ?> document) {
        refuseNotFinite(document);
        Yaml yaml = yaml(DumperOptions.FlowStyle.FLOW);
        try {
            return YamlWriter.braces(document, text -> scalar(yaml, text));
        } catch (YamlWriter.UnknownFormException e) {
            return yaml.dump(document).strip();
        }
    }

    /// The text alone, as it stands in a list of one.
    private static String scalar(Yaml yaml, String text) {
        String list = yaml.dump(List.of(text)).stripTrailing();
        return list.startsWith("[") ? list.substring(1, list.length() - 1) : list.substring("- ".length());
    }

    static Yaml yaml(DumperOptions.FlowStyle style) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(style);
        options.setSplitLines(false);
        options.setWidth(100_000);
        options.setDereferenceAliases(true);
        // Else a control character in a name would make it binary, which we ourselves refuse to read.
        options.setNonPrintableStyle(DumperOptions.NonPrintableStyle.ESCAPE);
        return new Yaml(new Exact(options), options);
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

    /// Line ends that are none of ours would be read back as plain ones from a literal block.
    private static final class Exact extends Representer {
        private static final Pattern FOREIGN_LINE_END = Pattern.compile("[\\x{85}\\x{2028}\\x{2029}\\r]");

        Exact(DumperOptions options) {
            super(options);
        }

        @Override
        protected Node representScalar(Tag tag, String value, DumperOptions.ScalarStyle style) {
            boolean quoted = FOREIGN_LINE_END.matcher(value).find();
            return super.representScalar(tag, value, quoted ? DumperOptions.ScalarStyle.DOUBLE_QUOTED : style);
        }
    }
}
