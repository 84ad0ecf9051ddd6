package io.github.parallelvalidation.evidence;

import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.number.PlainNumber;
import io.github.parallelvalidation.trace.ClosedTrade;
import io.github.parallelvalidation.trace.EquityFile;
import io.github.parallelvalidation.trace.EquityMarks;
import io.github.parallelvalidation.trace.EventsFile;
import io.github.parallelvalidation.trace.SignalEvent;
import io.github.parallelvalidation.trace.TradesFile;
import io.github.parallelvalidation.worker.ResultFiles;
import io.github.parallelvalidation.workspace.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/// Reads what a strategy did bar by bar. A file whose figures are not those of the result that is shown belongs
/// to another one: a later run, or a worker that counts otherwise, whose pictures would contradict its figures.
///
/// @param metrics of the result that is shown
record TraceReader(ResultFiles files, Metrics metrics) {
    /// Two ways to add up the same gains differ by rounding alone.
    private static final double ROUNDING = 1e-6;

    Given<List<SignalEvent>> events() {
        return read(
                files.events(),
                EventsFile::read,
                events -> contradiction("events", events.size(), MetricNames.SIGNAL_FREQUENCY)
                        .or(() -> contradiction("hit rate", hitRate(events), MetricNames.HIT_RATE)));
    }

    Given<List<ClosedTrade>> trades() {
        return read(
                files.trades(), TradesFile::read, trades -> contradiction("trades", trades.size(), MetricNames.TRADES));
    }

    Given<EquityMarks> equity() {
        return read(
                files.equity(),
                EquityFile::read,
                marks -> contradiction("total return", marks.totalReturn(), MetricNames.TOTAL_RETURN));
    }

    private <T> Given<T> read(
            Path file, Function<Path, Optional<T>> reader, Function<T, Optional<String>> contradiction) {
        try {
            Optional<T> found = reader.apply(file);
            if (found.isEmpty()) {
                return new Given.Missing<>("its worker wrote no " + file.getFileName());
            }
            return contradiction
                    .apply(found.get())
                    .<Given<T>>map(why ->
                            new Given.Missing<>("%s belongs to another result: %s".formatted(file.getFileName(), why)))
                    .orElseGet(() -> new Given.Found<>(found.get()));
        } catch (ProblemException e) {
            return new Given.Broken<>(e.problem());
        }
    }

    private static double hitRate(List<SignalEvent> events) {
        return events.stream()
                .flatMap(event -> event.hit().stream())
                .mapToDouble(hit -> hit ? 1 : 0)
                .average()
                .orElse(Double.NaN);
    }

    /// What is not known contradicts nothing.
    private Optional<String> contradiction(String what, double found, String metric) {
        OptionalDouble said = metrics.number(metric);
        return said.isPresent() && Math.abs(found - said.getAsDouble()) > ROUNDING
                ? Optional.of("its %s: %s, the result has %s"
                        .formatted(what, PlainNumber.of(found), PlainNumber.of(said.getAsDouble())))
                : Optional.empty();
    }
}
