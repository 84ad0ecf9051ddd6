package io.github.parallelvalidation.worker;

import io.github.parallelvalidation.backtest.L0Screen;
import io.github.parallelvalidation.backtest.MarketWorlds;
import io.github.parallelvalidation.backtest.Measured;
import io.github.parallelvalidation.backtest.ProgressListener;
import io.github.parallelvalidation.backtest.VariedBacktest;
import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.data.Lookback;
import io.github.parallelvalidation.format.DataException;
import io.github.parallelvalidation.gate.GateCheck;
import io.github.parallelvalidation.gate.GateResult;
import io.github.parallelvalidation.gate.L0Gates;
import io.github.parallelvalidation.gate.L1Gates;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.number.PlainNumber;
import io.github.parallelvalidation.process.Shortage;
import io.github.parallelvalidation.settings.TierProtocol;
import io.github.parallelvalidation.settings.TierProtocolFile;
import io.github.parallelvalidation.strategy.Program;
import io.github.parallelvalidation.strategy.ProgramException;
import io.github.parallelvalidation.strategy.Signals;
import io.github.parallelvalidation.strategy.Strategy;
import io.github.parallelvalidation.strategy.StrategyFile;
import io.github.parallelvalidation.trust.AcceptedProgram;
import io.github.parallelvalidation.trust.NamedProgram;
import io.github.parallelvalidation.trust.NotAcceptedException;
import io.github.parallelvalidation.trust.QuestionText;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.ProblemException;
import java.io.PrintStream;

/// Evaluates one strategy at one tier: reads its files, computes the metrics, writes the result files and prints the
/// verdict.
final class BuiltInWorker {
    /// All gates hold.
    static final int PASSED = 0;
    /// Measured, but a gate does not hold.
    static final int FAILED = 1;
    /// Wrong usage, or a file of the workspace that cannot be read; nothing is written.
    static final int USAGE = 2;
    /// Not measured; the result file says why.
    static final int ERROR = 3;
    /// The strategy names a program that was not accepted; nothing was started, nothing is written.
    static final int NOT_ACCEPTED = 6;

    private final WorkerArguments task;
    private final WorkerMarkets markets;
    private final PrintStream out;
    private final ResultDocument results;

    /// @param markets kept from one strategy to the next
    BuiltInWorker(WorkerArguments task, WorkerMarkets markets, PrintStream out) {
        this.task = task;
        this.markets = markets;
        this.out = out;
        this.results = new ResultDocument(task);
    }

    /// The exit status: one of [#PASSED], [#FAILED], [#USAGE], [#ERROR], [#NOT_ACCEPTED]; [WarmReply#DECLINED]
    /// where only a process of its own can judge the strategy.
    int judge() {
        progress(0, "starting");
        TierProtocol protocol;
        try {
            results.require();
            protocol = TierProtocolFile.read(task.workspace().protocol(), task.tier());
        } catch (ProblemException e) {
            // Not the strategy's fault: no result is written.
            out.println("worker: " + e.problem());
            return USAGE;
        }
        try {
            return judge(protocol);
        } catch (NotAcceptedException e) {
            return refused(e);
        } catch (DataException e) {
            if (Shortage.of(e).isPresent()) {
                return lacking(e);
            }
            return error(e.kind().name(), task.workspace().shorter(e.problem().headline()));
        } catch (ProblemException e) {
            if (Shortage.of(e).isPresent()) {
                return lacking(e);
            }
            return error(
                    "STRATEGY_INVALID", task.workspace().shorter(e.problem().headline()));
        } catch (OutOfMemoryError e) {
            if (Shortage.of(e).isPresent()) {
                return lacking(e);
            }
            if (markets.isShared()) {
                // What earlier strategies left behind must not decide over this one.
                return WarmReply.DECLINED;
            }
            // The series are garbage by now; a retry would need as much again.
            return error(
                    "MEMORY_LIMIT",
                    "the bars and indicators need more than the worker's heap of %d MB; raise memory_per_worker_mb"
                                    .formatted(Runtime.getRuntime().maxMemory() >> 20)
                            + " or shorten data_period");
        } catch (StackOverflowError e) {
            e.printStackTrace(out);
            return error(
                    "STRATEGY_ERROR",
                    "its rules need more steps within one another than the worker's stack of calls has room for; write"
                            + " them with fewer brackets and calls inside one another");
        }
    }

    private int judge(TierProtocol protocol) {
        StrategyInputs inputs = new StrategyInputs(task.workspace(), task.strategyFolder(), task.accepted());
        StrategyFile.Loaded loaded = inputs.strategy();
        Strategy written = loaded.strategy().with(task.numbers());
        if (written.program().isPresent() && markets.isShared()) {
            return WarmReply.DECLINED;
        }
        for (Problem warning : loaded.warnings()) {
            out.println("warning: " + warning);
        }
        written.program().ifPresent(program -> {
            admit(program);
            ProgramPath.find(program, System.getenv());
        });
        progress(0.05, "loading bars");
        Lookback history = new Lookback(protocol.dataPeriod(), protocol.warmupBars());
        Bars bars = inputs.bars(written, history);
        int start = history.windowStart(bars);
        if (task.tier() == Tier.L0) {
            inputs.requireRankable(bars.length() - start);
        }
        SignalProcess process = new SignalProcess(System.getenv(), out, this::admit);
        boolean isProgram = written.program().isPresent();
        // Only the market as it is can show whether a program looks ahead.
        Strategy checked = isProgram ? written.runBy(new LookaheadCheck(process, start, task.tier())) : written;
        Strategy strategy = isProgram ? written.runBy(process) : written;
        MarketWorlds market = markets.of(bars, start, !protocol.placeboWorlds().isNone());
        Measured measured;
        try {
            measured = measure(checked, strategy, market, protocol);
        } catch (NotAcceptedException e) {
            return refused(e);
        } catch (DataException e) {
            throw e;
        } catch (ProgramException e) {
            return error(e.reason().name(), task.workspace().shorter(String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            if (Shortage.of(e).isPresent()) {
                return lacking(e);
            }
            // Whatever an evaluation throws is the strategy's result; the trace goes to the worker's log.
            e.printStackTrace(out);
            return error("STRATEGY_ERROR", e.getClass().getSimpleName() + ": " + e.getMessage());
        }
        progress(0.95, "writing");
        return isWritten(() -> results.measured(measured, strategy, market.real(), start))
                ? verdict(protocol.gates().judge(measured.metrics()))
                : USAGE;
    }

    private AcceptedProgram admit(Program program) {
        return task.accepted().admit(task.workspace(), NamedProgram.signal(task.strategyId(), program));
    }

    /// Within a run its file was changed since the run asked; by hand nobody was asked yet.
    private int refused(NotAcceptedException e) {
        if (task.isOfRun()) {
            return error(
                    "STRATEGY_INVALID",
                    "its signal.command is not the one that was accepted when the run began, and was not started");
        }
        QuestionText.lines(e).forEach(out::println);
        return NOT_ACCEPTED;
    }

    private Measured measure(Strategy checked, Strategy strategy, MarketWorlds market, TierProtocol protocol) {
        progress(0.3, "indicators");
        boolean isScreen = protocol.gates() instanceof L0Gates;
        Signals signals = isScreen ? checked.entries(market.real()) : checked.signals(market.real());
        progress(0.4, "signals");
        ProgressListener steps = this::progress;
        return switch (protocol.gates()) {
            case L0Gates gates ->
                new L0Screen(market, gates, protocol.placeboWorlds(), steps).measure(strategy, signals);
            case L1Gates gates ->
                new VariedBacktest(market, protocol.roundTripCostBps(), gates, protocol.placeboWorlds(), steps)
                        .measure(strategy, signals, results::returned);
        };
    }

    private int verdict(GateCheck verdict) {
        for (GateResult gate : verdict.gates()) {
            out.println((gate.passed() ? "  ok    " : "  FAIL  ") + gate.sentence());
        }
        out.println(task.strategyId() + " " + task.tier() + ": " + (verdict.passed() ? "PASS" : "FAIL"));
        return verdict.passed() ? PASSED : FAILED;
    }

    /// A disk that is full is no fault of the strategy: without results the attempt is made again.
    private boolean isWritten(Runnable writing) {
        try {
            writing.run();
            return true;
        } catch (ProblemException e) {
            out.println("worker: " + e.problem());
            return false;
        }
    }

    /// What the machine lacks is no fault of the strategy: no result is written, and whoever started us reads why.
    private int lacking(Throwable e) {
        out.println("worker: " + e.getMessage());
        return USAGE;
    }

    private int error(String category, String message) {
        if (!isWritten(() -> results.failed(category, message))) {
            return USAGE;
        }
        out.println(task.strategyId() + " " + task.tier() + ": " + category + ": " + message);
        return ERROR;
    }

    private void progress(double fraction, String stage) {
        out.println("progress " + PlainNumber.fixed(fraction, 2) + " " + stage);
        out.flush();
    }
}
