package io.github.parallelvalidation.strategy;

import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.YamlMapping;
import io.github.parallelvalidation.workspace.YamlNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// All that is wrong with a strategy's file, where reading it ends at the first fault: whoever mends the file wants to
/// do so once.
public final class StrategyFaults {
    private final List<Problem> found = new ArrayList<>();

    private StrategyFaults() {}

    /// In the order of the file; none where [StrategyFile#of] reads it.
    public static List<Problem> of(YamlNode document) {
        StrategyFaults faults = new StrategyFaults();
        faults.part(() -> StrategyFile.root(document)).ifPresent(faults::look);
        return faults.found.stream()
                .distinct()
                .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
                .toList();
    }

    private void look(YamlMapping root) {
        check(() -> StrategyFile.checkVersion(root));
        check(() -> StrategyFile.asset(root));
        check(() -> StrategyFile.timeframe(root));
        Optional<Map<String, Value>> parameters = part(() -> ParameterReader.read(root, new ArrayList<>()));
        Optional<Optional<YamlMapping>> exit = part(() -> StrategyFile.exit(root));
        part(() -> StrategyFile.signal(root)).ifPresent(signal -> {
            check(() -> StrategyFile.checkSignal(signal));
            check(() -> StrategyFile.horizon(signal));
            // Rules whose numbers are not known could only be blamed for these.
            parameters.ifPresent(values -> new RuleSource(root, signal, exit.orElse(Optional.empty()))
                    .parts(values)
                    .forEach(this::check));
        });
    }

    private void check(Runnable part) {
        part(() -> {
            part.run();
            return true;
        });
    }

    private <T> Optional<T> part(Supplier<T> part) {
        try {
            return Optional.of(part.get());
        } catch (ProblemException e) {
            found.add(e.problem());
            return Optional.empty();
        }
    }
}
