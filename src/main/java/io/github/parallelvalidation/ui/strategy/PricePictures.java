package io.github.parallelvalidation.ui.strategy;

import io.github.parallelvalidation.display.Figures;
import io.github.parallelvalidation.evidence.PriceBars;
import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.trace.ClosedTrade;
import io.github.parallelvalidation.trace.SignalEvent;
import io.github.parallelvalidation.ui.picture.PriceMark;
import io.github.parallelvalidation.ui.picture.PriceTrade;
import io.github.parallelvalidation.ui.text.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/// Puts what a strategy did at the bars where it did it. What happened at a bar that is not there is left out: the
/// bars may have changed since.
final class PricePictures {
    private PricePictures() {}

    static List<PriceMark> ofEvents(List<SignalEvent> events, PriceBars bars) {
        List<PriceMark> marks = new ArrayList<>();
        for (SignalEvent event : events) {
            bar(bars, event.time()).ifPresent(bar -> marks.add(new PriceMark(bar, event.direction(), words(event))));
        }
        return marks;
    }

    /// A mark stands where a trade was entered; where it was left a line from there ends.
    static List<PriceMark> ofTrades(List<ClosedTrade> trades, PriceBars bars) {
        List<PriceMark> marks = new ArrayList<>();
        for (ClosedTrade trade : trades) {
            String side = trade.isLong() ? Texts.of("strategy.side.long") : Texts.of("strategy.side.short");
            bar(bars, trade.entry())
                    .ifPresent(bar -> marks.add(new PriceMark(
                            bar,
                            trade.direction(),
                            Texts.of("strategy.trades.enters", side, Figures.amount(trade.entryPrice())))));
            bar(bars, trade.exit())
                    .ifPresent(bar -> marks.add(new PriceMark(
                            bar,
                            0,
                            Texts.of(
                                    "strategy.trades.leaves",
                                    side,
                                    Figures.amount(trade.exitPrice()),
                                    Figures.text(MetricNames.TOTAL_RETURN, trade.netReturn())))));
        }
        marks.sort(Comparator.comparingInt(PriceMark::bar));
        return marks;
    }

    static List<PriceTrade> lines(List<ClosedTrade> trades, PriceBars bars) {
        List<PriceTrade> lines = new ArrayList<>();
        for (ClosedTrade trade : trades) {
            OptionalInt entry = bar(bars, trade.entry());
            OptionalInt exit = bar(bars, trade.exit());
            if (entry.isPresent() && exit.isPresent()) {
                lines.add(new PriceTrade(
                        entry.getAsInt(),
                        trade.entryPrice(),
                        exit.getAsInt(),
                        trade.exitPrice(),
                        trade.netReturn() > 0));
            }
        }
        return lines;
    }

    /// The bar that opens then.
    static OptionalInt bar(PriceBars bars, Instant time) {
        long millis = time.toEpochMilli();
        int bar = bars.atOrAfter(millis);
        return bar < bars.count() && bars.time(bar) == millis ? OptionalInt.of(bar) : OptionalInt.empty();
    }

    private static String words(SignalEvent event) {
        List<String> words = new ArrayList<>();
        words.add(event.isLong() ? Texts.of("strategy.side.long") : Texts.of("strategy.side.short"));
        event.score().ifPresent(score -> words.add(Texts.of("strategy.signals.score", Figures.coefficient(score))));
        event.forwardReturn().ifPresent(gain -> words.add(Texts.of("strategy.signals.then", Figures.percent(gain, 2))));
        event.hit()
                .ifPresent(
                        hit -> words.add(hit ? Texts.of("strategy.signals.hit") : Texts.of("strategy.signals.miss")));
        return String.join(", ", words);
    }
}
