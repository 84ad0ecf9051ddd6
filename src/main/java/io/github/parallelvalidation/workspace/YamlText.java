package io.github.parallelvalidation.workspace;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
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
        try {
            return YamlWriter.block(document, new Texts(DumperOptions.FlowStyle.BLOCK));
        } catch (YamlWriter.UnknownFormException e) {
            refuseNotFinite(document);
            return yaml(DumperOptions.FlowStyle.BLOCK).dump(document);
        }
    }

    /// One line in braces, for a journal.
    public static String dumpLine(Map<String, ?> document) {
        try {
            return YamlWriter.braces(document, new Texts(DumperOptions.FlowStyle.FLOW));
        } catch (YamlWriter.UnknownFormException e) {
            refuseNotFinite(document);
            return yaml(DumperOptions.FlowStyle.FLOW).dump(document).strip();
        }
    }

    /// Writes texts that need a closer look.
    private static final class Texts implements UnaryOperator<String> {
        private final DumperOptions.FlowStyle style;
        private @Nullable Yaml yaml;

        Texts(DumperOptions.FlowStyle style) {
            this.style = style;
        }

        /// The text as it stands in a list of one.
        @Override
        public String apply(String text) {
            yaml = yaml == null ? yaml(style) : yaml;
            String list = yaml.dump(List.of(text)).stripTrailing();
            return style == DumperOptions.FlowStyle.FLOW
                    ? list.substring(1, list.length() - 1)
                    : list.substring("- ".length());
        }
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

    static double finite(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("not a finite number: " + number);
        }
        return number;
    }

    private static void refuseNotFinite(Object value) {
        switch (value) {
            case Double number -> finite(number);
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
