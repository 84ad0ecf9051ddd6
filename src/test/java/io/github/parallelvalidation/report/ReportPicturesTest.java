package io.github.parallelvalidation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.parallelvalidation.TestWorkspace;
import io.github.parallelvalidation.evidence.StrategyEvidence;
import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.plan.RunRequest;
import io.github.parallelvalidation.queue.Status;
import io.github.parallelvalidation.result.Judgement;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.workspace.StrategyId;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/// The pictures of a strategy in a report show what stands in its files.
@NullUnmarked // JUnit fills the fields
class ReportPicturesTest {
    private static final StrategyId STRATEGY = new StrategyId("STR-202");
    private static final Pattern STEP = Pattern.compile("([MlhvzZ])([^MlhvzZ]*)");
    private static final Pattern NUMBER = Pattern.compile("-?(?:\\d+(?:\\.\\d)?|\\.\\d)");

    @TempDir
    private static Path folder;

    private static TestWorkspace workspace;
    private static RunOutcome screen;
    private static RunOutcome backtest;

    @BeforeAll
    static void run() throws IOException {
        workspace = TestWorkspace.copyOf(Path.of("assets/sample-workspace"), folder.resolve("sample"));
        screen = validated(Tier.L0);
        backtest = validated(Tier.L1);
    }

    private static RunOutcome validated(Tier tier) {
        RunRequest request =
                new RunRequest(tier, OptionalInt.empty(), OptionalInt.empty(), List.of(STRATEGY), OptionalInt.empty());
        return TestWorkspace.validation().start(workspace.workspace(), request).execute();
    }

    private static Path results() {
        return workspace.workspace().strategies().resolve("STR-202-donchian-breakout/backtest-results");
    }

    /// One column of a file, without its name.
    private static List<String> column(String file, int column) throws IOException {
        return Files.readString(results().resolve(file))
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1)[column])
                .toList();
    }

    private static String html(RunOutcome outcome) {
        return Format.HTML.of(workspace.workspace(), List.of(outcome), List.of());
    }

    /// The part of the page that is about the strategy.
    private static Element strategy(RunOutcome outcome) throws Exception {
        String page = html(outcome);
        int begin = page.indexOf("<details open");
        String part = page.substring(begin, page.indexOf("</details>", begin)) + "</details>";
        assertThat(part.getBytes(StandardCharsets.UTF_8).length).isLessThan(6 * 1024);
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(part)))
                .getDocumentElement();
    }

    private static List<Element> all(Element in, String name, String style) {
        NodeList found = in.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .filter(element -> element.getAttribute("class").equals(style))
                .toList();
    }

    /// The corners of a path.
    private static List<double[]> corners(Element path) {
        List<double[]> corners = new ArrayList<>();
        double x = 0;
        double y = 0;
        Matcher steps = STEP.matcher(path.getAttribute("d"));
        while (steps.find()) {
            double[] numbers = NUMBER.matcher(steps.group(2))
                    .results()
                    .mapToDouble(number -> Double.parseDouble(number.group()))
                    .toArray();
            switch (steps.group(1)) {
                case "M" -> {
                    x = numbers[0];
                    y = numbers[1];
                }
                case "l" -> {
                    x += numbers[0];
                    y += numbers[1];
                }
                case "h" -> x += numbers[0];
                case "v" -> y += numbers[0];
                default -> assertThat(steps.group(1)).isEqualTo("z");
            }
            corners.add(new double[] {x, y});
        }
        return corners;
    }

    private static double metric(RunOutcome outcome, String name) {
        return outcome.strategies()
                .getFirst()
                .judgement()
                .metrics()
                .number(name)
                .orElseThrow();
    }

    @Test
    void aStrategyIsNamedWithItsMarketItsPeriodItsBarsAndGaps() throws Exception {
        assertThat(strategy(backtest).getElementsByTagName("summary").item(0).getTextContent())
                .isEqualTo("STR-202 ✗ Donchian breakout · ETHUSD 4h · %s to %s · %,d bars · 1 gap"
                        .formatted(
                                column("L1_equity.csv", 0).getFirst().substring(0, 10),
                                column("L1_equity.csv", 0).getLast().substring(0, 10),
                                column("L1_equity.csv", 0).size()));
    }

    @Test
    void theBarsOfTheLuckPictureAreTheWorldsOfTheFile() throws Exception {
        double[] worlds = column("L0_placebo.csv", 3).stream()
                .mapToDouble(Double::parseDouble)
                .toArray();
        Element strategy = strategy(screen);
        List<double[]> corners = corners(all(strategy, "path", "noise").getFirst());
        double own = corners(all(strategy, "path", "own").getFirst()).getFirst()[0];
        double gate = corners(all(strategy, "path", "gate").getFirst()).getFirst()[0];
        double perWidth = (metric(screen, MetricNames.IC) - 0.01) / (own - gate);
        DoubleUnaryOperator score = x -> 0.01 + (x - gate) * perWidth;

        double area = 0;
        double ofTallest = 0;
        double tallest = 0;
        for (int i = 0; i + 4 < corners.size(); i += 5) {
            double height = corners.get(i)[1] - corners.get(i + 1)[1];
            area += height;
            if (height > tallest) {
                tallest = height;
                double from = score.applyAsDouble(corners.get(i)[0]);
                double to = score.applyAsDouble(corners.get(i)[0] + 320 / 25.0);
                ofTallest = Arrays.stream(worlds)
                        .filter(world -> world >= from && world < to)
                        .count();
            }
        }
        // A tenth of a pixel may move a world that lies at the edge of a bar.
        assertThat(ofTallest / worlds.length).isCloseTo(tallest / area, within(0.02));
        assertThat(all(strategy, "path", "twenty")).hasSize(2);
        assertThat(strategy.getTextContent()).contains("Of 199 markets without skill ", "gate 0.010", "1 in 20 0.149");
    }

    @Test
    void theEquityAndHoldingEndWhereTheFileSays() throws Exception {
        List<String> equity = column("L1_equity.csv", 1);
        List<String> holding = column("L1_equity.csv", 3);
        Element strategy = strategy(backtest);
        double zero =
                Double.parseDouble(all(strategy, "line", "zero").getFirst().getAttribute("y1"));
        double ofEquity = corners(all(strategy, "path", "equity").getFirst()).getLast()[1];
        double ofHolding = corners(all(strategy, "path", "holding").getFirst()).getLast()[1];
        double gained = Double.parseDouble(equity.getLast()) - 1;
        double held = Double.parseDouble(holding.getLast()) - 1;

        assertThat((zero - ofEquity) / (zero - ofHolding)).isCloseTo(gained / held, within(0.02));
        assertThat(strategy.getTextContent())
                .contains("−%.1f %% in 365 days, holding %.1f %%".formatted(-100 * gained, 100 * held));
    }

    @Test
    void theDrawdownIsDeepestWhereTheFileHasIt() throws Exception {
        List<double[]> corners = corners(all(strategy(backtest), "path", "loss").getFirst());
        double deepestAt =
                corners.stream().max((a, b) -> Double.compare(a[1], b[1])).orElseThrow()[0];
        double[] equity = column("L1_equity.csv", 1).stream()
                .mapToDouble(Double::parseDouble)
                .toArray();
        double peak = 0;
        double worst = 0;
        int at = 0;
        for (int i = 0; i < equity.length; i++) {
            peak = Math.max(peak, equity[i]);
            if (1 - equity[i] / peak > worst) {
                worst = 1 - equity[i] / peak;
                at = i;
            }
        }
        assertThat(deepestAt).isCloseTo(320.0 * at / equity.length, within(5.0));
        assertThat(strategy(backtest).getTextContent())
                .contains("at the deepest %.1f %% below its best".formatted(100 * worst));
    }

    @Test
    void eachMonthHasABarWithItsReturn() throws Exception {
        Element strategy = strategy(backtest);
        List<Element> up = all(strategy, "path", "up");
        List<Element> down = all(strategy, "path", "down");
        List<String> time = column("L1_equity.csv", 0);
        List<String> equity = column("L1_equity.csv", 1);
        List<String> expected = new ArrayList<>();
        double before = 1;
        for (int i = 0; i < time.size(); i++) {
            String month = time.get(i).substring(0, 7);
            if (i + 1 == time.size() || !time.get(i + 1).startsWith(month)) {
                double now = Double.parseDouble(equity.get(i));
                expected.add(
                        "%s: %.1f %%".formatted(month, 100 * (now / before - 1)).replace("-0.0 %", "0.0 %"));
                before = now;
            }
        }
        assertThat(up.size() + down.size()).isEqualTo(expected.size());
        List<String> shown = new ArrayList<>();
        up.forEach(bar -> shown.add(bar.getTextContent()));
        down.forEach(bar -> shown.add(bar.getTextContent().replace('−', '-')));
        assertThat(shown).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void whatIsNotGivenIsSaid() throws Exception {
        Path equity = results().resolve("L1_equity.csv");
        Path returns = results().resolve("L1_daily_returns.csv");
        String kept = Files.readString(equity);
        String keptReturns = Files.readString(returns);
        try {
            Files.writeString(equity, "time,equity\n2025-01-01T00:00:00Z,much\n");
            assertThat(html(backtest))
                    .contains("Drawn from its daily returns: L1_equity.csv:2:22: equity must be a finite number or"
                            + " empty, found &#39;much&#39;.")
                    .contains("what holding made was not given");
            Files.delete(equity);
            Files.delete(returns);
            assertThat(html(backtest)).contains("No equity: its worker wrote no L1_equity.csv.");
        } finally {
            Files.writeString(equity, kept);
            Files.writeString(returns, keptReturns);
        }
    }

    @Test
    void ofManyThePicturesAreFoldedAndOfTooManyThoseThatPassedComeFirst() {
        StrategyResult failed = screen.strategies().getFirst();
        assertThat(failed.passed()).isFalse();
        StrategyPictures pictures = new StrategyPictures(Tier.L0, _ -> StrategyEvidence.NONE);

        assertThat(String.valueOf(pictures.of(Collections.nCopies(12, failed)))).contains("<details open");
        StrategyResult passed = failed.judged(Judgement.passed(
                Status.L0_PASSED,
                failed.judgement().metrics(),
                failed.judgement().gates(),
                Map.of()));
        List<StrategyResult> run = new ArrayList<>(Collections.nCopies(1_000, failed));
        run.add(passed);
        String many = String.valueOf(pictures.of(run));
        assertThat(many.split("<details>", -1)).hasSize(1 + 1_000);
        assertThat(many).contains("1,000 of 1,001, those that passed first").doesNotContain("<details open");
        assertThat(many.indexOf("✓")).isPositive().isLessThan(many.indexOf("✗"));
    }
}
