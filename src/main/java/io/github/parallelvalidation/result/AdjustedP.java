package io.github.parallelvalidation.result;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.luck.RunWorlds;
import io.github.parallelvalidation.luck.StepDown;
import io.github.parallelvalidation.luck.Worlds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Adds to each strategy that was measured the p-value that accounts for the whole run, or why there is none.
record AdjustedP(Tier tier, RunWorlds worlds) {

    List<StrategyResult> add(List<StrategyResult> results) {
        List<StrategyResult> added = new ArrayList<>(results);
        List<Integer> places = new ArrayList<>();
        List<StepDown.Test> tests = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            StrategyResult result = results.get(i);
            OptionalDouble score = result.judgement().metrics().number(tier.score());
            Optional<Worlds> joint = worlds.joint(result.id());
            if (!result.isMeasured()) {
                continue;
            }
            if (score.isPresent() && joint.isPresent()) {
                places.add(i);
                tests.add(new StepDown.Test(score.getAsDouble(), joint.get()));
            } else {
                added.set(i, without(result, why(result, score)));
            }
        }
        List<OptionalDouble> adjusted = StepDown.adjusted(tests);
        for (int i = 0; i < places.size(); i++) {
            StrategyResult result = results.get(places.get(i));
            OptionalDouble p = adjusted.get(i);
            added.set(
                    places.get(i),
                    p.isPresent()
                            ? result.withMetrics(result.judgement().metrics().with(tier.pAdjusted(), p.getAsDouble()))
                            : without(result, "its %s is the same in all of its worlds".formatted(tier.score())));
        }
        return added;
    }

    private String why(StrategyResult result, OptionalDouble score) {
        if (score.isEmpty()) {
            return "there is no " + tier.score();
        }
        return worlds.of(result.id())
                .map(own -> "it has %d worlds, the run has %d".formatted(own.count(), worlds.count()))
                .orElse("it has no worlds in common with the run");
    }

    private StrategyResult without(StrategyResult result, String why) {
        return result.withMetrics(result.judgement().metrics().without(tier.pAdjusted(), why));
    }
}
