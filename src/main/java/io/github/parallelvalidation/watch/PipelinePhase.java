package io.github.parallelvalidation.watch;

import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.YamlDocument;
import io.github.parallelvalidation.workspace.YamlMapping;
import io.github.parallelvalidation.workspace.YamlNode;
import io.github.parallelvalidation.workspace.YamlScalar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The pipeline's current phase, from `current-run.yaml`: `phase: 2`, `phase: "Phase 2"`, `phase: 2/5`, `current_phase:
/// phase_2_validation`; at the top of the file, or in a mapping right below it.
///
/// @param text as it is written
public record PipelinePhase(int number, String text) {
    /// Strategies are there to be validated from this phase on.
    private static final int VALIDATION = 2;

    private static final List<String> KEYS = List.of("phase", "current_phase");
    private static final Pattern NUMBERED =
            Pattern.compile("\\s*(?:phase)?[\\s_:#-]*(\\d{1,4})(?!\\d).*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /// Empty where the file is not there, cannot be read, or names no phase in a form that we know: other programs own
    /// it, and its form is their business.
    public static Optional<PipelinePhase> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return YamlDocument.read(file) instanceof YamlMapping root ? find(root) : Optional.empty();
        } catch (ProblemException e) {
            System.getLogger(PipelinePhase.class.getName())
                    .log(System.Logger.Level.DEBUG, "the pipeline names no phase", e);
            return Optional.empty();
        }
    }

    boolean isBeforeValidation() {
        return number < VALIDATION;
    }

    private static Optional<PipelinePhase> find(YamlMapping root) {
        Stream<YamlMapping> below = root.pairs().stream()
                .map(YamlMapping.Pair::value)
                .filter(YamlMapping.class::isInstance)
                .map(YamlMapping.class::cast);
        return Stream.concat(Stream.of(root), below)
                .flatMap(mapping -> KEYS.stream().flatMap(key -> mapping.find(key).stream()))
                .flatMap(node -> parse(node).stream())
                .findFirst();
    }

    private static Optional<PipelinePhase> parse(YamlNode node) {
        if (!(node instanceof YamlScalar scalar)) {
            return Optional.empty();
        }
        Matcher match = NUMBERED.matcher(scalar.value());
        return match.matches()
                ? Optional.of(new PipelinePhase(
                        Integer.parseInt(match.group(1)), scalar.value().strip()))
                : Optional.empty();
    }
}
