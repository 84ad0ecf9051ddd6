package io.github.parallelvalidation.run;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.journal.InterruptedRun;
import io.github.parallelvalidation.journal.Interruption;
import io.github.parallelvalidation.journal.OpenQuestions;
import io.github.parallelvalidation.journal.RunFile;
import io.github.parallelvalidation.journal.RunIds;
import io.github.parallelvalidation.journal.RunLock;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.metrics.MetricsHistory;
import io.github.parallelvalidation.metrics.RunMetrics;
import io.github.parallelvalidation.queue.QueueFile;
import io.github.parallelvalidation.settings.FixableErrors;
import io.github.parallelvalidation.settings.FixableErrorsFile;
import io.github.parallelvalidation.settings.ProtocolSlips;
import io.github.parallelvalidation.settings.Settings;
import io.github.parallelvalidation.settings.SettingsFile;
import io.github.parallelvalidation.settings.TierProtocol;
import io.github.parallelvalidation.settings.TierProtocolFile;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.Workspace;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Reads the whole state of a workspace; each broken file becomes a problem in the view, not an exception.
final class WorkspaceReader {
    private final Workspace workspace;
    private final List<Problem> errors = new ArrayList<>();

    WorkspaceReader(Workspace workspace) {
        this.workspace = workspace;
    }

    /// @param withRuns whether finished runs are read
    WorkspaceView view(boolean withRuns) {
        QueueFile.Loaded queue = orElse(QueueFile.Loaded.NONE, () -> new QueueFile(workspace.queue()).load());
        SettingsFile.Loaded settings = orElse(
                new SettingsFile.Loaded(Settings.DEFAULT, List.of()), () -> SettingsFile.read(workspace.settings()));
        Map<Tier, TierProtocol> protocols = new EnumMap<>(Tier.class);
        for (Tier tier : Tier.values()) {
            protocols.put(
                    tier, orElse(TierProtocol.defaults(tier), () -> TierProtocolFile.read(workspace.protocol(), tier)));
        }
        List<Problem> slips = orElse(List.of(), () -> ProtocolSlips.of(workspace.protocol()));
        orElse(FixableErrors.DEFAULT, () -> FixableErrorsFile.read(workspace.fixableErrors()));
        List<RunMetrics> history = orElse(List.of(), () -> new MetricsHistory(workspace.history()).read());
        Optional<String> holder = RunLock.holder(workspace);
        Optional<InterruptedRun> interrupted =
                holder.isPresent() ? Optional.empty() : orElse(Optional.empty(), () -> Interruption.look(workspace));
        Optional<RunOutcome> lastRun = withRuns ? orElse(Optional.empty(), () -> lastRun(history)) : Optional.empty();
        List<RunOutcome> questions = withRuns ? orElse(List.of(), new OpenQuestions(workspace)::all) : List.of();
        return new WorkspaceView(
                workspace,
                queue.queue(),
                settings.settings(),
                protocols,
                holder,
                interrupted,
                lastRun,
                questions,
                history,
                errors.stream().distinct().toList(),
                Stream.of(settings.warnings(), slips, queue.warnings())
                        .flatMap(List::stream)
                        .toList());
    }

    /// The last that ran by the history, which is in the order of time; names are in that of a clock that may have been
    /// ahead once.
    private Optional<RunOutcome> lastRun(List<RunMetrics> history) {
        List<String> here = RunIds.of(workspace);
        Set<String> ids = new LinkedHashSet<>();
        history.reversed().stream()
                .map(RunMetrics::runId)
                .filter(here::contains)
                .forEach(ids::add);
        ids.addAll(here);
        for (String id : ids) {
            RunFile file = new RunFile(workspace.plan(id));
            if (file.isFinished()) {
                Optional<RunOutcome> outcome = file.outcome();
                if (outcome.isPresent()) {
                    return outcome;
                }
            }
        }
        return Optional.empty();
    }

    private <T> T orElse(T fallback, Supplier<T> read) {
        try {
            return read.get();
        } catch (ProblemException e) {
            errors.add(e.problem());
            return fallback;
        }
    }
}
