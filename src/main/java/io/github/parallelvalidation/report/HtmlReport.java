package io.github.parallelvalidation.report;

import io.github.parallelvalidation.display.Figure;
import io.github.parallelvalidation.display.Figures;
import io.github.parallelvalidation.display.GateMargin;
import io.github.parallelvalidation.display.GateRange;
import io.github.parallelvalidation.display.InsistedText;
import io.github.parallelvalidation.display.LuckCaveats;
import io.github.parallelvalidation.display.MetricColumn;
import io.github.parallelvalidation.escalation.OptionPreviews;
import io.github.parallelvalidation.evidence.StrategyEvidence;
import io.github.parallelvalidation.gate.GateResult;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.gate.SanityFlag;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.luck.RunLuck;
import io.github.parallelvalidation.luck.ShiftCaveat;
import io.github.parallelvalidation.metrics.RunMetrics;
import io.github.parallelvalidation.result.AttemptCard;
import io.github.parallelvalidation.result.Judgement;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.run.RunSentence;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Writes a run as one self-contained HTML page: no network, no script, light or dark as the reader's system
/// has it.
public final class HtmlReport {
    private static final String NOISE =
            "Noise is this market with the direction of each bar drawn anew, in many worlds, and every strategy"
                + " computed anew in each of them. luck is the share of worlds in which a strategy passes all gates; p"
                + " the share in which it scores as much; p adj. the share in which the best of the whole run does;"
                + " what noise reaches is the score that it reaches once in twenty.";
    private static final String FALSE_DISCOVERY = " q is the false-discovery rate over the run.";
    private static final String SHIFTED = "Of a strategy with its own program ";
    private static final String DEFLATED =
            " The deflated Sharpe ratio (dsr) is the probability that the true Sharpe ratio is above what the best of"
                + " as many worthless strategies as were tried so far would show by luck. Trials whose daily returns"
                + " go together count as fewer.";

    private HtmlReport() {}

    /// @param workspace the name of the workspace
    /// @param runs the run, and after it that of the next tier where there was one
    /// @param history the last runs, oldest first
    /// @param previews of the choices about a run, for the price of what is not decided yet
    /// @param evidence of a result, for its pictures
    public static String of(
            String workspace,
            List<RunOutcome> runs,
            List<RunMetrics> history,
            Function<RunOutcome, OptionPreviews> previews,
            BiFunction<Tier, StrategyResult, StrategyEvidence> evidence) {
        Markup body = Markup.of("body");
        runs.forEach(run -> body.add(section(
                workspace,
                run,
                previews,
                new StrategyPictures(
                        run.plan().tier(), result -> evidence.apply(run.plan().tier(), result)))));
        if (history.size() > 1) {
            body.add(Markup.of("h2", "The last " + history.size() + " runs"), Charts.history(history));
        }
        body.add(Markup.of("footer", "Parallel Validation"));
        Markup head = Markup.of(
                "head",
                Markup.of("meta").with("charset", "utf-8"),
                Markup.of("meta").with("name", "viewport").with("content", "width=device-width"),
                Markup.of("title", workspace + " " + runs.getFirst().plan().runId()),
                Markup.of("style", new Markup.Style(css())));
        return "<!DOCTYPE html>\n" + Markup.of("html", head, body).with("lang", "en") + "\n";
    }

    private static Markup section(
            String workspace,
            RunOutcome run,
            Function<RunOutcome, OptionPreviews> previews,
            StrategyPictures pictures) {
        Markup section = Markup.of(
                "section",
                Markup.of(
                                "p",
                                "%s · run %s · %s · %d at once"
                                        .formatted(
                                                workspace,
                                                run.plan().runId(),
                                                run.plan().tier(),
                                                run.plan().workers()))
                        .with("class", "muted"),
                Markup.of("h1", RunSentence.of(run)));
        RunLuck luck = run.luck();
        if (luck != null) {
            section.add(Charts.luck(run.summary(), luck));
        }
        section.addAll(DecisionSection.of(run, previews));
        if (!run.alerts().isEmpty()) {
            section.add(Markup.of("h2", "Alerts"), Markup.list(run.alerts()));
        }
        section.add(Markup.of("h2", "Strategies"), table(run));
        section.add(Markup.of("p", NOISE + (run.plan().tier() == Tier.L0 ? FALSE_DISCOVERY : DEFLATED))
                .with("class", "muted"));
        if (run.strategies().stream()
                .anyMatch(result -> ShiftCaveat.appliesTo(result.judgement().metrics()))) {
            section.add(Markup.of("p", SHIFTED + ShiftCaveat.line() + ".").with("class", "muted"));
        }
        section.addAll(SharpeSection.of(run.strategies()));
        if (!run.strategies().isEmpty()) {
            section.add(Markup.of("h2", "Gates"), gates(run.strategies()));
            section.addAll(pictures.of(run.strategies()));
            section.add(Markup.of("h2", "Time of the workers"), Charts.times(run.strategies()));
        }
        return section.addAll(failures(run.strategies()));
    }

    private static Markup table(RunOutcome run) {
        List<MetricColumn> columns = new ArrayList<>(MetricColumn.of(run.plan().tier()));
        columns.addAll(MetricColumn.ofRun(run.plan().tier()));
        Markup head = Markup.of("tr", Markup.of("th", "id"), Markup.of("th", "name"), Markup.of("th", "status"));
        columns.forEach(column -> head.add(
                Markup.of("th", column.header()).with("class", "figure").with("title", column.meaning())));
        head.add(Markup.of("th", "attempts").with("class", "figure"));
        head.add(Markup.of("th", "time (s)").with("class", "figure"));
        Markup table = Markup.of("table", Markup.of("thead", head));
        Markup rows = Markup.of("tbody");
        for (StrategyResult result : run.strategies()) {
            Markup row = Markup.of(
                    "tr",
                    Markup.of("td", result.id().value()),
                    name(result),
                    Markup.of("td", status(result)).with("class", result.passed() ? "good-text" : "bad-text"));
            for (MetricColumn column : columns) {
                Figure figure = Figures.metric(result.judgement().metrics(), column.metric());
                row.add(Markup.of("td", figure.text()).with("class", "figure").with("title", figure.detail()));
            }
            row.add(Markup.of("td", String.valueOf(result.effort().attempts())).with("class", "figure"));
            Figure seconds = Figures.columnSeconds(result.effort().seconds());
            row.add(Markup.of("td", seconds.text()).with("class", "figure").with("title", seconds.detail()));
            rows.add(row);
        }
        return Markup.of("div", table.add(rows)).with("class", "wide");
    }

    /// The name, and why it did not pass.
    private static Markup name(StrategyResult result) {
        Markup cell = Markup.of("td", result.name());
        if (result.judgement().failure() != null) {
            cell.add(Markup.of("div", result.judgement().failure().message()).with("class", "why"));
        }
        InsistedText.of(result)
                .ifPresent(words -> cell.add(Markup.of("div", words).with("class", "why")));
        Metrics metrics = result.judgement().metrics();
        LuckCaveats.of(metrics)
                .forEach(caveat -> cell.add(Markup.of("div", caveat).with("class", "why")));
        SanityFlag.of(metrics)
                .forEach(flag -> cell.add(
                        Markup.of("div", "look twice: " + flag.sentence()).with("class", "why")));
        return cell;
    }

    private static String status(StrategyResult result) {
        String word = result.judgement().status().name().replace('_', ' ');
        return (result.passed() ? "✓ " : "✗ ")
                + word
                + (result.isRelaxed() ? ", relaxed" : "")
                + (result.withoutL0Pass() ? ", " + InsistedText.BRIEF : "");
    }

    private static Markup gates(List<StrategyResult> results) {
        Markup table = Markup.of("table").with("class", "gates");
        Map<String, GateRange> ranges = GateRange.of(results);
        for (StrategyResult result : results) {
            Judgement judgement = result.judgement();
            Markup row = Markup.of("tr", Markup.of("td", result.id().value()));
            for (GateResult gate : judgement.gates()) {
                row.add(Markup.of(
                        "td",
                        MetricColumn.label(gate.name()) + " ",
                        Charts.gate(GateMargin.of(gate, ranges)),
                        gate.passed() ? " ✓" : " ✗"));
            }
            if (judgement.gates().isEmpty()) {
                row.add(Markup.of("td", judgement.why()).with("colspan", 3).with("class", "why"));
            }
            table.add(row);
        }
        return Markup.of("div", table).with("class", "wide");
    }

    /// What went wrong where a worker did not end as it should.
    private static List<Markup> failures(List<StrategyResult> results) {
        List<Markup> cards = new ArrayList<>();
        for (StrategyResult result : results) {
            for (AttemptCard card : result.effort().cards()) {
                if (card.ending().kind() != null) {
                    cards.add(card(result, card, card.ending().kind().words()));
                }
            }
        }
        if (!cards.isEmpty()) {
            cards.addFirst(Markup.of("h2", "Failed attempts"));
        }
        return cards;
    }

    private static Markup card(StrategyResult result, AttemptCard card, String kind) {
        Markup box = Markup.of(
                "div",
                Markup.of("strong", "%s, attempt %d: %s".formatted(result.id(), card.number(), kind)),
                Markup.of(
                        "p",
                        String.join(
                                " · ",
                                List.of(
                                        card.ending().message(),
                                        card.ending().exit(),
                                        Figures.seconds(card.usage().seconds()),
                                        Figures.megabytes(card.usage().peakMemoryMb())))));
        if (!card.lastLines().isEmpty()) {
            box.add(Markup.of("pre", String.join("\n", card.lastLines())));
        }
        if (!card.command().isEmpty()) {
            box.add(Markup.of("pre", card.command()));
        }
        return box.with("class", "card");
    }

    private static String css() {
        try (InputStream sheet = HtmlReport.class.getResourceAsStream("report.css")) {
            return new String(
                    Objects.requireNonNull(sheet, "the program comes with report.css")
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
