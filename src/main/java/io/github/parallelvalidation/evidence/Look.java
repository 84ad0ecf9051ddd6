package io.github.parallelvalidation.evidence;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.trials.Trial;
import io.github.parallelvalidation.trials.TrialLedger;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// One look at the result of a strategy, as the ledger of trials has it. Each look at other rules is another chance for
/// luck.
///
/// @param metrics those that the ledger keeps, by name
/// @param rules counts the different rules and numbers it was tried with, from 1: the same again has the same number
public record Look(String runId, Tier tier, Map<String, Double> metrics, int rules) {
    public Look {
        metrics = Map.copyOf(metrics);
    }

    /// Every look at a strategy as it was written, oldest first. What else was tried of it, all numbers a tenth larger
    /// or smaller, is left out.
    public static List<Look> at(Workspace workspace, StrategyId id) {
        List<Trial> trials;
        try {
            trials = new TrialLedger(workspace.trials()).read();
        } catch (ProblemException broken) {
            // The check and the run say where.
            return List.of();
        }
        List<String> known = new ArrayList<>();
        List<Look> looks = new ArrayList<>();
        for (Trial trial : trials) {
            if (trial.strategyId().equals(id) && trial.variant() == 1) {
                if (!known.contains(trial.parametersHash())) {
                    known.add(trial.parametersHash());
                }
                looks.add(new Look(
                        trial.runId(), trial.tier(), trial.metrics(), known.indexOf(trial.parametersHash()) + 1));
            }
        }
        return looks;
    }
}
