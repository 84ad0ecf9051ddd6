package io.github.parallelvalidation.calibrate;

import io.github.parallelvalidation.luck.PlaceboWorlds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The long form: measures how true luck and p are, and writes it into the page.
///
/// `-Dcalibrate.strategies` says how many of each rule on each market, 1,000 where it is silent. The other tables are
/// as
/// large as they are beside `-Dcalibrate.others` of them, as many where it is silent. `-Dcalibrate.seed` draws others.
/// What was found is kept in `target/calibration`, and not computed again:
/// delete it where the program has changed.
public final class Calibration {
    private static final String BEGINS = "<!-- calibration begins -->\n";
    private static final String ENDS = "<!-- calibration ends -->\n";

    private static final Path KEPT = Path.of("target/calibration");

    private static final int SIX_MONTHS = 4_416;
    private static final int YEAR = 8_760;
    private static final PlaceboWorlds WORLDS = PlaceboWorlds.exactly(199);

    private Calibration() {}

    /// @param arguments the page, a Markdown file with two marks
    static void main(String[] arguments) throws IOException {
        Path page = Path.of(arguments[0]);
        String text = Files.readString(page);
        int begin = text.indexOf(BEGINS) + BEGINS.length();
        int end = text.indexOf(ENDS, begin);
        if (begin < BEGINS.length() || end < 0) {
            throw new IOException(page + " must have the lines '" + BEGINS.strip() + "' and '" + ENDS.strip() + "'");
        }
        long seed = Long.getLong("calibrate.seed", 1);
        int strategies = Integer.getInteger("calibrate.strategies", 1_000);
        int others = Integer.getInteger("calibrate.others", strategies);
        Files.writeString(page, text.substring(0, begin) + measured(seed, strategies, others) + text.substring(end));
    }

    private static String measured(long seed, int strategies, int others) {
        Kept kept = new Kept(Optional.of(KEPT.resolve(String.valueOf(seed))));
        Simulation halfYear = new Simulation(seed, Screened.WARMUP + SIX_MONTHS, WORLDS, kept);
        Simulation year = new Simulation(seed, Screened.WARMUP + YEAR, WORLDS, kept);
        StringBuilder text = new StringBuilder("""
            Seed %d; %,d strategies of each rule on each market, the other tables in proportion to %,d; 199 worlds, no
            second stage. To repeat it: `mvn -Pcalibrate test -Dcalibrate.seed=%d -Dcalibrate.strategies=%d
            -Dcalibrate.others=%d`.

            """.formatted(seed, strategies, others, seed, strategies, others));
        int queues = others * 2 / 5;
        part(text, "## L0, rule by rule", new L0Tables(halfYear, strategies).text(Market.FAIR));
        part(text, "## The run as a whole", OtherTables.queues(halfYear, queues));
        part(text, "## Rules that are right", OtherTables.planted(halfYear, others / 2));
        part(text, "## The backtest, L1", OtherTables.backtests(year, others * 9 / 20));
        part(text, "## Markets at the limit", new L0Tables(halfYear, others / 5).limits(Market.AT_THE_LIMIT));
        return text.toString();
    }

    private static void part(StringBuilder text, String heading, String table) {
        System.out.println(heading + "\n\n" + table);
        text.append(heading).append("\n\n").append(table).append('\n');
    }
}
