package io.github.parallelvalidation.display;

import io.github.parallelvalidation.metrics.RunMetrics;
import java.util.ArrayList;
import java.util.List;

/// Words how fast a run was and how many of its workers gave a result: "8,100 strategies an hour, 98.8 % of workers
/// completed".
public final class RateText {
    private RateText() {}

    /// Empty for a run that started no worker and took no time.
    public static String of(RunMetrics run) {
        List<String> parts = new ArrayList<>();
        run.strategiesPerHour().ifPresent(rate -> parts.add(Figures.perHour(rate) + " strategies an hour"));
        run.workers().completionRate().ifPresent(rate -> parts.add(Figures.completion(rate) + " of workers completed"));
        return String.join(", ", parts);
    }
}
