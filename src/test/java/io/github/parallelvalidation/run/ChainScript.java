package io.github.parallelvalidation.run;

import io.github.parallelvalidation.escalation.Decision;
import io.github.parallelvalidation.escalation.Escalation;
import io.github.parallelvalidation.escalation.EscalationReason;
import io.github.parallelvalidation.gate.FailureReason;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.plan.ChainLink;
import io.github.parallelvalidation.plan.ExecutionPlan;
import io.github.parallelvalidation.plan.PlannedStrategy;
import io.github.parallelvalidation.plan.RunWishes;
import io.github.parallelvalidation.queue.Status;
import io.github.parallelvalidation.result.Effort;
import io.github.parallelvalidation.result.Failure;
import io.github.parallelvalidation.result.Judgement;
import io.github.parallelvalidation.result.RunTiming;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.result.Verdict;
import io.github.parallelvalidation.settings.EscalationOption;
import io.github.parallelvalidation.settings.Settings;
import io.github.parallelvalidation.settings.SettingsFile;
import io.github.parallelvalidation.workspace.StrategyId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Chains of runs in one line: `a+ b- retry(b) > b+` is a run in which a passed and b did not, decided to be retried
/// for b, and the retry, in which b passed. `?` is an open question, `!` behind a decision says that a policy made it,
/// `L1:` in front that all is at L1, `cancelled` that the run was stopped.
final class ChainScript {
    private static final Pattern DECISION = Pattern.compile("(continue|meeting|relax|retry)(?:\\(([a-z,]*)\\))?(!?)");

    private ChainScript() {}

    /// One run of a chain.
    ///
    /// @param end `""`, `?`, `cancelled` or a decision
    record Round(Tier tier, Map<String, Boolean> passed, String end) {}

    static List<RunOutcome> rounds(String chain) {
        return rounds(chain, RunWishes.NONE);
    }

    static List<RunOutcome> rounds(String chain, RunWishes wishes) {
        Tier tier = chain.startsWith("L1:") ? Tier.L1 : Tier.L0;
        List<Round> rounds = Arrays.stream(chain.replace("L1:", "").split(">", -1))
                .map(round -> round(tier, round.strip()))
                .toList();
        return of(rounds, wishes);
    }

    private static Round round(Tier tier, String text) {
        Map<String, Boolean> passed = new LinkedHashMap<>();
        String end = "";
        for (String word : text.split("\\s+", -1)) {
            if (word.matches("[a-z][+-]")) {
                passed.put(word.substring(0, 1), word.endsWith("+"));
            } else {
                end = word;
            }
        }
        return new Round(tier, passed, end);
    }

    static List<RunOutcome> of(List<Round> rounds, RunWishes wishes) {
        List<RunOutcome> outcomes = new ArrayList<>();
        ChainLink link = ChainLink.first(wishes);
        for (Round round : rounds) {
            String runId = "2026-11-22-14300" + outcomes.size();
            outcomes.add(outcome(round, runId, link));
            link = link.next(runId);
        }
        return outcomes;
    }

    private static RunOutcome outcome(Round round, String runId, ChainLink link) {
        List<PlannedStrategy> planned = round.passed().keySet().stream()
                .map(letter -> new PlannedStrategy(id(letter), letter, "PENDING", 1))
                .toList();
        ExecutionPlan plan = new ExecutionPlan(
                runId, Instant.EPOCH, round.tier(), 2, planned.size(), planned, OptionalInt.empty(), link);
        List<StrategyResult> results = round.passed().entrySet().stream()
                .map(entry -> result(round.tier(), entry.getKey(), entry.getValue()))
                .toList();
        boolean cancelled = round.end().equals("cancelled");
        return new RunOutcome(plan, false, cancelled, results, null, new RunTiming(1, 1), question(round.end()), List.of());
    }

    private static @Nullable Escalation question(String end) {
        if (end.isEmpty() || end.equals("cancelled")) {
            return null;
        }
        Escalation open =
                new Escalation(List.of(EscalationReason.FAILURE_RATE), List.of(EscalationOption.values()), null);
        Matcher decision = DECISION.matcher(end);
        if (!decision.matches()) {
            return open;
        }
        EscalationOption option = Arrays.stream(EscalationOption.values())
                .filter(value -> value.code().equals(decision.group(1)))
                .findFirst()
                .orElseThrow();
        List<StrategyId> again = Stream.of(
                        Objects.requireNonNullElse(decision.group(2), "").split(",", -1))
                .filter(letter -> !letter.isEmpty())
                .map(ChainScript::id)
                .toList();
        Decision.By by = decision.group(3).isEmpty() ? Decision.By.CLI : Decision.By.POLICY;
        return open.with(
                new Decision(option, by, Instant.EPOCH, Map.of(), new Decision.Retry(again, OptionalInt.empty())));
    }

    private static StrategyResult result(Tier tier, String letter, boolean passed) {
        Judgement judgement = new Judgement(
                passed ? Status.passed(tier) : Status.failed(tier),
                passed ? Verdict.PASS : Verdict.FAIL,
                Metrics.NONE,
                List.of(),
                passed ? null : new Failure(FailureReason.IC_BELOW_THRESHOLD, false, "too little"),
                Map.of());
        return new StrategyResult(id(letter), letter, judgement, new Effort(1, 1, 0));
    }

    /// Chains of up to three runs of up to two strategies with every end that a run can have.
    static List<List<Round>> everyChain() {
        List<List<Round>> chains = new ArrayList<>();
        for (Tier tier : Tier.values()) {
            for (Round first : everyRound(tier, List.of("a", "b"))) {
                chains.add(List.of(first));
                if (first.end().startsWith("retry(b)")) {
                    for (Round second : everyRound(tier, List.of("b"))) {
                        chains.add(List.of(first, second));
                        if (second.end().startsWith("retry(b)")) {
                            everyRound(tier, List.of("b")).forEach(third -> chains.add(List.of(first, second, third)));
                        }
                    }
                }
            }
        }
        return chains;
    }

    private static List<Round> everyRound(Tier tier, List<String> letters) {
        List<String> ends = List.of(
                "", "?", "cancelled", "continue", "continue!", "meeting", "relax", "relax!", "retry(b)", "retry(b)!");
        List<Round> rounds = new ArrayList<>();
        for (int bits = 0; bits < 1 << letters.size(); bits++) {
            Map<String, Boolean> passed = new LinkedHashMap<>();
            for (int i = 0; i < letters.size(); i++) {
                passed.put(letters.get(i), (bits >> i & 1) == 1);
            }
            ends.forEach(end -> rounds.add(new Round(tier, passed, end)));
        }
        return rounds;
    }

    static List<Decision> decisions(List<RunOutcome> rounds) {
        return rounds.stream()
                .map(RunOutcome::escalation)
                .filter(Objects::nonNull)
                .flatMap(question -> question.decided().stream())
                .toList();
    }

    static boolean retries(RunOutcome outcome) {
        return decisions(List.of(outcome)).stream().anyMatch(made -> made.option() == EscalationOption.RETRY);
    }

    /// Letters whose last word in the chain is a pass.
    static List<String> passed(List<RunOutcome> rounds) {
        return planned(rounds.getFirst()).stream()
                .filter(letter -> rounds.stream()
                        .flatMap(round -> round.strategies().stream())
                        .filter(result -> result.name().equals(letter))
                        .reduce((_, later) -> later)
                        .orElseThrow()
                        .passed())
                .toList();
    }

    static List<String> planned(RunOutcome outcome) {
        return outcome.plan().strategies().stream().map(PlannedStrategy::name).toList();
    }

    static String words(List<RunOutcome> rounds) {
        return rounds.stream()
                .map(round -> round.plan().tier() + " "
                        + round.strategies().stream()
                                .map(result -> result.name() + (result.passed() ? "+" : "-"))
                                .toList()
                        + decisions(List.of(round)))
                .toList()
                .toString();
    }

    private static StrategyId id(String letter) {
        return new StrategyId("STR-%03d".formatted(letter.charAt(0) - 'a' + 101));
    }

    static String letter(StrategyId id) {
        return String.valueOf((char) ('a' + Integer.parseInt(id.value().substring(4)) - 101));
    }

    static Settings settings(String policy, boolean auto) {
        try {
            Path file = Files.createTempFile("settings", ".yaml");
            try {
                Files.writeString(
                        file,
                        "parallel_validation: {on_escalation: %s, auto_escalate_to_l1: %s}".formatted(policy, auto));
                return SettingsFile.read(file).settings();
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
