package io.github.parallelvalidation.trials;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedSet;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Which trials go together: what was tried again under another name says nothing new, neither on how much was tried
/// nor on how the ratios spread.
///
/// @param groups the trials as groups of ideas, each of them the names it was tried under; a trial whose daily returns
///     are not known is a group of its own
/// @param effective how many independent trials these are
record TrialGroups(List<List<List<Trial.Identity>>> groups, double effective) {
    /// Above it two trials share all but a fiftieth of their variance: one idea under two names.
    static final double COPY = 0.99;

    /// Trials whose daily returns are known count together as the [effective rank][EffectiveRank] of their
    /// correlation matrix, copies left out, and at least as the number of their groups at [SingleLinkage#SAME]:
    /// variants of one idea make the rank fall, while the other ideas were tried all the same. All others, what L0
    /// discarded, old lines, foreign workers, count as one each: that is the careful reading, for a larger number
    /// deflates more.
    ///
    /// @param tried oldest first
    static TrialGroups of(
            SequencedSet<Trial.Identity> tried, Function<Trial.Identity, Optional<ReturnSeries>> returns) {
        List<Trial.Identity> compared = new ArrayList<>();
        List<ReturnSeries> series = new ArrayList<>();
        List<List<List<Trial.Identity>>> groups = new ArrayList<>();
        for (Trial.Identity identity : tried.reversed()) {
            Optional<ReturnSeries> known =
                    series.size() < ReturnsStore.MOST_TRIALS ? returns.apply(identity) : Optional.empty();
            if (known.isPresent()) {
                // Oldest first: what is tried again does not speak for what was there before it.
                compared.addFirst(identity);
                series.addFirst(known.get());
            } else {
                groups.add(List.of(List.of(identity)));
            }
        }
        int alone = groups.size();
        double[][] correlations = ReturnSeries.correlations(series);
        int[] idea = SingleLinkage.firsts(correlations, COPY);
        groups.addAll(grouped(compared, idea, SingleLinkage.firsts(correlations, SingleLinkage.SAME)));
        double rank = EffectiveRank.of(ofEachFirst(correlations, idea));
        return new TrialGroups(groups, alone + Math.max(rank, groups.size() - alone));
    }

    private static List<List<List<Trial.Identity>>> grouped(List<Trial.Identity> compared, int[] idea, int[] group) {
        Map<Integer, Map<Integer, List<Trial.Identity>>> together = new LinkedHashMap<>();
        for (int i = 0; i < idea.length; i++) {
            together.computeIfAbsent(group[i], _ -> new LinkedHashMap<>())
                    .computeIfAbsent(idea[i], _ -> new ArrayList<>())
                    .add(compared.get(i));
        }
        return together.values().stream()
                .map(ideas -> List.copyOf(ideas.values()))
                .toList();
    }

    private static double[][] ofEachFirst(double[][] correlations, int[] first) {
        int[] kept = IntStream.range(0, first.length).filter(i -> first[i] == i).toArray();
        return Arrays.stream(kept)
                .mapToObj(i ->
                        Arrays.stream(kept).mapToDouble(j -> correlations[i][j]).toArray())
                .toArray(double[][]::new);
    }

    /// The variance of the Sharpe ratios as the trials are counted: each group has the weight 1, its ideas share it
    /// evenly, and an idea tried under several names has the mean of their different ratios. Where none go together
    /// that is the usual one, with n − 1. Ideas of a single group have no others to differ from; they are taken one
    /// by one.
    ///
    /// @return empty where fewer than two ideas have a ratio
    OptionalDouble variance(Map<Trial.Identity, Double> ratios) {
        List<double[]> ofGroups = groups.stream()
                .map(ideas -> ideas.stream()
                        .map(names -> mean(names, ratios))
                        .flatMapToDouble(OptionalDouble::stream)
                        .toArray())
                .filter(ideas -> ideas.length > 0)
                .toList();
        if (ofGroups.size() == 1) {
            return weighted(Arrays.stream(ofGroups.getFirst())
                    .mapToObj(ratio -> new double[] {ratio})
                    .toList());
        }
        return weighted(ofGroups);
    }

    private static OptionalDouble mean(List<Trial.Identity> names, Map<Trial.Identity, Double> ratios) {
        return names.stream()
                .filter(ratios::containsKey)
                .mapToDouble(name -> ratios.getOrDefault(name, 0.0))
                .distinct()
                .average();
    }

    private static OptionalDouble weighted(List<double[]> groups) {
        if (groups.size() < 2) {
            return OptionalDouble.empty();
        }
        double mean = groups.stream()
                .mapToDouble(group -> Arrays.stream(group).average().orElseThrow())
                .average()
                .orElseThrow();
        double squares = groups.stream()
                .mapToDouble(group -> Arrays.stream(group)
                        .map(ratio -> (ratio - mean) * (ratio - mean))
                        .average()
                        .orElseThrow())
                .sum();
        return OptionalDouble.of(squares / (groups.size() - 1));
    }
}
