package io.github.parallelvalidation.worker;

import io.github.parallelvalidation.backtest.L0Screen;
import io.github.parallelvalidation.backtest.Window;
import io.github.parallelvalidation.data.BarCatalog;
import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.data.DataException;
import io.github.parallelvalidation.gate.FailureReason;
import io.github.parallelvalidation.gate.L0Gates;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.gate.Verdict;
import io.github.parallelvalidation.settings.TierProtocol;
import io.github.parallelvalidation.settings.TierProtocolFile;
import io.github.parallelvalidation.strategy.Signals;
import io.github.parallelvalidation.strategy.Strategy;
import io.github.parallelvalidation.strategy.StrategyFile;
import io.github.parallelvalidation.workspace.ProblemException;
import java.io.PrintStream;
import java.util.stream.Collectors;

/// Validates one strategy: its file, its bars, its metrics, its results.
final class BuiltInWorker {
    private final PrintStream out;

    BuiltInWorker(PrintStream out) {
        this.out = out;
    }

    /// Writes results and flag.
    ///
    /// @return the verdict in a sentence, for people
    String validate(WorkerTask task) {
        ResultWriter results = new ResultWriter(task);
        try {
            progress(0, "starting");
            return judge(task, results);
        } catch (DataException e) {
            FailureReason reason = switch (e.kind()) {
                case UNAVAILABLE -> FailureReason.DATA_UNAVAILABLE;
                case INVALID -> FailureReason.DATA_INVALID;
            };
            return failed(
                    results, reason.name(), task.workspace().shorter(e.problem().headline()));
        } catch (ProblemException e) {
            return failed(
                    results, FailureReason.STRATEGY_INVALID.name(), e.problem().headline());
        } catch (OutOfMemoryError e) {
            // Said before dying, so that the log tells; without results the orchestrator sees a crash.
            out.println("out of memory: " + e.getMessage());
            throw e;
        } catch (RuntimeException e) {
            e.printStackTrace(out);
            return failed(results, FailureReason.STRATEGY_ERROR.name(), String.valueOf(e));
        }
    }

    private String judge(WorkerTask task, ResultWriter results) {
        if (task.tier() == Tier.L1) {
            return failed(
                    results, "TIER_UNSUPPORTED", "the built-in worker judges L0 only; name another in worker.command");
        }
        TierProtocol protocol = TierProtocolFile.read(task.workspace().protocol(), task.tier());
        Strategy strategy = StrategyFile.read(task.strategyFolder().resolve(StrategyFile.NAME));
        strategy.warnings().forEach(warning -> out.println("warning: " + warning.headline()));
        progress(0.05, "loading bars");
        Bars all = BarCatalog.load(strategy.asset(), strategy.timeframe(), StrategyBars.find(task, strategy));
        Window window = Window.last(all, protocol.dataPeriod(), protocol.warmupBars());
        progress(0.4, "indicators");
        Signals signals = strategy.signals(window.bars());
        progress(0.6, "signals");
        L0Gates gates = (L0Gates) protocol.gates();
        Metrics metrics = L0Screen.metrics(
                signals, window, strategy.horizon(), gates, stage -> progress(stage.equals("ic") ? 0.7 : 0.75, stage));
        progress(0.95, "writing");
        results.measured(metrics, strategy, window);
        progress(1, "done");
        return sentence(gates.judge(metrics));
    }

    private static String sentence(Verdict verdict) {
        String gates = verdict.gates().stream()
                .map(gate -> (gate.passed() ? "ok   " : "fail ") + gate.sentence())
                .collect(Collectors.joining("\n"));
        return gates + "\nverdict " + (verdict.passed() ? "PASS" : "FAIL");
    }

    private static String failed(ResultWriter results, String category, String message) {
        results.failed(category, message);
        return category + ": " + message;
    }

    private void progress(double fraction, String stage) {
        out.println("progress " + fraction + " " + stage);
        out.flush();
    }
}
