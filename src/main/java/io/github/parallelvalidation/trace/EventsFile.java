package io.github.parallelvalidation.trace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `L0_events.csv`: a line for each signal event of the window.
public final class EventsFile {
    public static final String NAME = "L0_events.csv";

    private static final String TIME = "time";
    private static final String DIRECTION = "direction";
    private static final String SCORE = "score";
    private static final String CLOSE = "close";
    private static final String FORWARD = "forward_return";
    private static final String HIT = "hit";
    private static final int LINE = 84;

    private EventsFile() {}

    public static String text(List<SignalEvent> events) {
        CsvLines lines = new CsvLines(
                String.join(",", List.of(TIME, DIRECTION, SCORE, CLOSE, FORWARD, HIT)), events.size() * LINE);
        for (SignalEvent event : events) {
            lines.time(event.time().toEpochMilli())
                    .whole(event.direction())
                    .number(event.score().orElse(Double.NaN))
                    .number(event.close().orElse(Double.NaN))
                    .number(event.forwardReturn().orElse(Double.NaN))
                    .word(event.hit().map(hit -> hit ? "1" : "0").orElse(""))
                    .end();
        }
        return lines.toString();
    }

    /// The events of a file, in its order; empty where there is no file. A worker may leave out all but time and
    /// direction.
    ///
    /// @throws io.github.parallelvalidation.workspace.ProblemException when it is not of this form
    public static Optional<List<SignalEvent>> read(Path file) {
        return CsvRows.read(file, List.of(TIME, DIRECTION)).map(rows -> {
            List<SignalEvent> events = new ArrayList<>();
            rows.forEach(row -> events.add(new SignalEvent(
                    row.laterTime(TIME),
                    row.direction(DIRECTION),
                    row.number(SCORE),
                    row.price(CLOSE),
                    row.number(FORWARD),
                    row.truth(HIT))));
            return List.copyOf(events);
        });
    }
}
