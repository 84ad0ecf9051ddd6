package io.github.parallelvalidation.cli;

import io.github.parallelvalidation.escalation.Relaxation;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.plan.ChainLink;
import io.github.parallelvalidation.plan.RunRequest;
import io.github.parallelvalidation.plan.RunWishes;
import io.github.parallelvalidation.run.WorkspaceView;
import io.github.parallelvalidation.settings.EscalationOption;
import io.github.parallelvalidation.settings.EscalationPolicy;
import io.github.parallelvalidation.settings.Settings;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The options shared by all commands that start runs.
final class RunOptions {
    @Option(names = "--tier", paramLabel = "L0|L1", description = "The tier (default: ${DEFAULT-VALUE}).")
    private Tier tier = Tier.L0;

    @Option(names = "--workers", paramLabel = "1-4", description = "At most so many workers at once.")
    private @Nullable Integer workers;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "The time limit of one attempt (default: that of the settings).")
    private @Nullable Integer timeout;

    @Option(
            names = "--on-escalation",
            paramLabel = "ANSWER",
            description = "What to do when more than half fail: ask, continue, retry, relax or meeting (default:"
                    + " on_escalation of the settings, ask). ask prompts on a terminal, and leaves the decision"
                    + " open elsewhere.")
    private @Nullable String onEscalation;

    @Option(
            names = "--relax",
            paramLabel = "NAME=VALUE",
            description = "With --on-escalation relax: this threshold; default: every failed one a tenth looser.")
    private Map<String, Double> relax = new LinkedHashMap<>();

    @Option(names = "--then-l1", description = "L1 at once for what passed L0.")
    private boolean thenL1;

    @Option(names = "--json", description = "One JSON document on standard output.")
    private boolean json;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    Tier tier() {
        return tier;
    }

    boolean json() {
        return json;
    }

    /// @param named these strategies; empty for those that await the tier
    RunRequest request(OptionalInt atMost, List<StrategyId> named) {
        if (workers != null && (workers < 1 || workers > Settings.MOST_WORKERS)) {
            throw wrong("--workers must be from 1 to 4, not " + workers);
        }
        if (thenL1 && tier != Tier.L0) {
            throw wrong("--then-l1 follows --tier L0");
        }
        if (timeout != null && timeout < 1) {
            throw wrong("--timeout must be 1 second or more, not " + timeout);
        }
        return new RunRequest(tier, optional(workers), atMost, named, optional(timeout), ChainLink.first(wishes()));
    }

    /// What is kept with the run.
    RunWishes wishes() {
        return new RunWishes(thenL1, Optional.ofNullable(onEscalation).map(this::policy), relax);
    }

    private EscalationPolicy policy(String word) {
        return EscalationPolicy.parse(word)
                .orElseThrow(() -> wrong("--on-escalation must be one of %s, not '%s'"
                        .formatted(String.join(", ", EscalationPolicy.codes()), word)));
    }

    /// What can only be checked against the workspace; before the run, not after it.
    void check(WorkspaceView view) {
        EscalationPolicy policy =
                wishes().onEscalation().orElse(view.settings().failures().onEscalation());
        if (!relax.isEmpty() && !policy.equals(EscalationPolicy.of(EscalationOption.RELAX))) {
            throw wrong("--relax needs --on-escalation relax");
        }
        try {
            Relaxation.to(tier, view.protocol(tier).gates(), relax);
        } catch (IllegalArgumentException e) {
            throw wrong("--relax: " + e.getMessage());
        }
    }

    /// The settings allow fewer workers than are asked for.
    Optional<String> tooManyWorkers(WorkspaceView view) {
        int most = view.settings().parallelism().maxWorkers();
        return Optional.ofNullable(workers)
                .filter(asked -> asked > most)
                .map(asked -> "--workers %d is more than max_workers %d of the settings: at most %d run at once"
                        .formatted(asked, most, most));
    }

    private static OptionalInt optional(@Nullable Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }

    private ParameterException wrong(String message) {
        if (spec == null) {
            throw new IllegalStateException("picocli fills the spec in");
        }
        return new ParameterException(spec.commandLine(), message);
    }
}
