package io.github.parallelvalidation.idea;

import io.github.parallelvalidation.idea.IdeaField.Kind;
import io.github.parallelvalidation.strategy.DraftRules;
import io.github.parallelvalidation.strategy.NumberLimits;
import io.github.parallelvalidation.workspace.YamlMapping;
import io.github.parallelvalidation.workspace.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds in `parameters.yaml` what of an idea can be changed where it is seen, whether or not the expressions are
/// sound.
final class IdeaFields {
    static final String SIGNAL = "signal";
    static final String HORIZON = "signal.horizon";
    private static final String EXIT = "exit";
    private static final String COMMAND = "command";

    private final YamlMapping root;
    private final List<IdeaField> fields = new ArrayList<>();

    private IdeaFields(YamlMapping root) {
        this.root = root;
    }

    /// @throws io.github.parallelvalidation.workspace.ProblemException when a section is no mapping
    static List<IdeaField> of(YamlMapping root) {
        return new IdeaFields(root).find();
    }

    static boolean hasProgram(YamlMapping root) {
        return section(root, SIGNAL)
                .filter(signal -> signal.find(COMMAND).isPresent())
                .isPresent();
    }

    static Optional<YamlMapping> section(YamlMapping root, String name) {
        return root.find(name).map(node -> node.asMapping(name));
    }

    private List<IdeaField> find() {
        boolean hasProgram = hasProgram(root);
        section(root, SIGNAL).ifPresent(signal -> {
            expression(SIGNAL, signal, "score", Kind.SCORE, hasProgram);
            expression(SIGNAL, signal, "long", Kind.RULE, hasProgram);
            expression(SIGNAL, signal, "short", Kind.RULE, hasProgram);
        });
        section(root, EXIT).ifPresent(exit -> {
            expression(EXIT, exit, "long", Kind.RULE, false);
            expression(EXIT, exit, "short", Kind.RULE, false);
        });
        List<String> expressions = fields.stream().map(IdeaField::text).toList();
        section(root, SIGNAL)
                .flatMap(signal -> signal.find("horizon"))
                .filter(YamlScalar.class::isInstance)
                .map(YamlScalar.class::cast)
                .ifPresent(horizon -> fields.add(new IdeaField(
                        HORIZON,
                        Kind.NUMBER,
                        horizon.value(),
                        DraftRules.horizon().words())));
        for (DraftRules.Amount amount : DraftRules.amounts(root)) {
            NumberLimits limits = DraftRules.limits(amount.name(), expressions);
            fields.add(new IdeaField(
                    amount.section() + "." + amount.name(), Kind.NUMBER, amount.written(), limits.words()));
        }
        return fields;
    }

    /// @param onlyIfThere whether none is offered where none is
    private void expression(String section, YamlMapping mapping, String key, Kind kind, boolean onlyIfThere) {
        Optional<String> text = mapping.find(key).map(node -> node.asScalar(key).value());
        if (text.isPresent() || !onlyIfThere) {
            String limits = kind == Kind.SCORE ? "a number per bar" : "true or false per bar";
            fields.add(new IdeaField(section + "." + key, kind, text.orElse("").strip(), limits));
        }
    }
}
