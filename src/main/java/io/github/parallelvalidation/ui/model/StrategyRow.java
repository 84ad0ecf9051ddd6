package io.github.parallelvalidation.ui.model;

import io.github.parallelvalidation.display.Figure;
import io.github.parallelvalidation.display.Figures;
import io.github.parallelvalidation.display.GateText;
import io.github.parallelvalidation.display.InsistedText;
import io.github.parallelvalidation.display.ReasonText;
import io.github.parallelvalidation.gate.FailureReason;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.queue.QueueEntry;
import io.github.parallelvalidation.queue.Status;
import io.github.parallelvalidation.remark.Remark;
import io.github.parallelvalidation.result.Failure;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.run.Finding;
import io.github.parallelvalidation.ui.control.StatusLook;
import io.github.parallelvalidation.ui.text.Texts;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.Locale;
import java.util.Optional;

/// One row of a table of strategies.
///
/// @param reason why it did not pass, in words, or empty
/// @param result the newest run's result at this tier, where there is one
/// @param waits whether it awaits the tier
/// @param finding what a look at its files has found while it waits
/// @param priority its place in the queue, smaller first
/// @param remark what the researcher has noted about it
public record StrategyRow(
        StrategyId id,
        String name,
        StatusLook status,
        Tier tier,
        String reason,
        Optional<StrategyResult> result,
        boolean waits,
        Optional<Finding> finding,
        Optional<Double> priority,
        Remark remark) {

    StrategyRow(
            StrategyId id, String name, StatusLook status, Tier tier, String reason, Optional<StrategyResult> result) {
        this(id, name, status, tier, reason, result, false, Optional.empty(), Optional.empty(), Remark.NONE);
    }

    public static StrategyRow of(StrategyResult result, Tier tier) {
        return new StrategyRow(
                result.id(),
                result.name(),
                look(result),
                tier,
                ReasonText.of(
                        result.judgement().failure() == null
                                ? ""
                                : result.judgement().failure().reason().code()),
                Optional.of(result));
    }

    /// As the queue has it, with what a run has found.
    static StrategyRow of(QueueEntry entry, LatestResults known, Tier tier) {
        boolean waits = entry.status().awaits(tier);
        // A strategy that waits again has no result that counts; nor has one at L1 that has since failed L0.
        boolean isOutdated = waits
                || (tier == Tier.L1
                        && entry.status().passedL0().filter(passed -> !passed).isPresent());
        Optional<StrategyResult> result = isOutdated ? Optional.empty() : known.find(tier, entry.id());
        boolean isRelaxed = entry.relaxedGates().isPresent() && entry.status().isPassed();
        boolean isInsisted = known.find(Tier.L1, entry.id())
                .filter(StrategyResult::withoutL0Pass)
                .filter(found -> found.judgement().status() == entry.status())
                .isPresent();
        String reason = entry.status().isUnsuccessful() ? entry.failureReason().orElse("") : "";
        StatusLook look = StatusLook.of(entry.status(), entry.statusText(), FailureReason.parse(reason));
        return new StrategyRow(
                entry.id(),
                entry.name(),
                marked(look, isRelaxed, isInsisted),
                tier,
                words(reason, entry.status(), tier),
                result,
                waits,
                Optional.empty(),
                entry.priority(),
                Remark.NONE);
    }

    /// Beside the figures of one tier the reason of the other says where it comes from.
    private static String words(String reason, Status status, Tier tier) {
        String words = ReasonText.of(reason);
        return words.isEmpty()
                ? ""
                : status.tier()
                        .filter(judged -> judged != tier)
                        .map(judged -> judged + ": " + words)
                        .orElse(words);
    }

    /// The same strategy with what a look at its files has found; only one that waits has use for it.
    StrategyRow with(Finding found) {
        if (!waits) {
            return this;
        }
        return new StrategyRow(
                id,
                name,
                status.unless(found.stops()),
                tier,
                found.stops().map(stops -> ReasonText.of(stops.code())).orElse(reason),
                result,
                true,
                Optional.of(found),
                priority,
                remark);
    }

    /// The same strategy with what is known of it whatever a run makes of it.
    StrategyRow noted(Optional<Double> itsPriority, Remark itsRemark) {
        return itsPriority.equals(priority) && itsRemark.equals(remark)
                ? this
                : new StrategyRow(id, name, status, tier, reason, result, waits, finding, itsPriority, itsRemark);
    }

    /// The same without what a person may change while it is looked at.
    public StrategyRow unnoted() {
        return noted(Optional.empty(), Remark.NONE);
    }

    public Figure priorityFigure() {
        return priority.map(Figures::plain).orElseGet(() -> Figure.missing(Texts.of("row.priority.none")));
    }

    /// NaN where there is none.
    public double priorityForSorting() {
        return priority.orElse(Double.NaN);
    }

    private static StatusLook look(StrategyResult result) {
        StatusLook look = StatusLook.of(result.judgement());
        return marked(look, result.isRelaxed(), result.withoutL0Pass());
    }

    private static StatusLook marked(StatusLook look, boolean isRelaxed, boolean isInsisted) {
        StatusLook judged = isRelaxed ? look.relaxed() : look;
        return isInsisted ? judged.withoutL0() : judged;
    }

    /// None where there is no result.
    public Metrics metrics() {
        return result.map(found -> found.judgement().metrics()).orElse(Metrics.NONE);
    }

    public Figure figure(String metric) {
        Metrics metrics = metrics();
        if (metrics.values().isEmpty()) {
            return Figure.missing(result.map(found -> found.judgement().failure())
                    .map(Failure::message)
                    .orElseGet(() -> Texts.of("row.unvalidated", tier)));
        }
        return Figures.metric(metrics, metric);
    }

    /// The metric for sorting; NaN where there is none.
    public double number(String metric) {
        return result.isEmpty()
                ? Double.NaN
                : result.get().judgement().metrics().number(metric).orElse(Double.NaN);
    }

    /// How long the worker took that gave the result.
    public Figure seconds() {
        double seconds = secondsForSorting();
        return Double.isNaN(seconds)
                ? Figure.missing(result.isEmpty() ? Texts.of("row.unvalidated", tier) : Texts.of("row.unfinished"))
                : Figures.columnSeconds(seconds);
    }

    /// NaN where there is none.
    public double secondsForSorting() {
        double seconds = result.map(found -> found.effort().seconds()).orElse(0.0);
        return seconds > 0 ? seconds : Double.NaN;
    }

    /// The failed gates or what went wrong in full, else the reason.
    public String explanation() {
        return finding.map(Finding::sentence)
                .or(() ->
                        result.map(found -> GateText.failure(found.judgement())).filter(text -> !text.isEmpty()))
                .orElse(reason);
    }

    /// Whether something about its files is worth a look, although it keeps nothing from being run.
    public boolean isRemarked() {
        return finding.filter(found -> found.stops().isEmpty()).isPresent();
    }

    /// The status in words, and what there is to say about it before a run.
    public String statusHint() {
        return finding.map(found -> Texts.of("row.awaits", tier, found.sentence()))
                .or(() -> result.flatMap(InsistedText::sentence)
                        .map(insisted -> Texts.of("row.insisted", status.word(), insisted)))
                .orElse(status.word());
    }

    /// Why it did not pass, in words; empty where it did, or is not judged yet.
    public String failureReason() {
        return switch (status.role()) {
            case DANGER, WARNING -> reason;
            case PLAIN, MUTED, ACCENT, SUCCESS -> "";
        };
    }

    /// @param words in small letters
    boolean says(String words) {
        return (id + " " + name + " " + status.word() + " " + reason + " " + remark.note())
                .toLowerCase(Locale.ROOT)
                .contains(words);
    }

    /// The status that a running or finished strategy has before the queue is read again.
    static StatusLook live(Status status) {
        return StatusLook.of(status, "");
    }
}
