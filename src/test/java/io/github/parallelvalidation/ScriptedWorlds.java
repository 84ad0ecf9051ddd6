package io.github.parallelvalidation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Worlds that fit the luck of scripted metrics: of ten worlds the first few pass all default gates, the others none.
public final class ScriptedWorlds {
    private static final int WORLDS = 10;
    private static final Pattern LUCK = Pattern.compile("\"?luck\"?: ([0-9.]+)");

    private ScriptedWorlds() {}

    /// Writes nothing beside metrics without luck, and beside circular shifts.
    public static void write(Path output, String tier, String metrics) throws IOException {
        Matcher luck = LUCK.matcher(metrics);
        if (luck.find() && !metrics.contains("placebo")) {
            String text = text(tier, (int) Math.round(WORLDS * Double.parseDouble(luck.group(1))));
            Files.writeString(output.resolve(tier + "_placebo.csv"), text);
        }
    }

    /// Worlds at L0 with these ics.
    static void ofIc(Path output, String... ics) throws IOException {
        StringBuilder text = new StringBuilder("world,signal_frequency,hit_rate,ic\n");
        for (String ic : ics) {
            text.append(text.chars().filter(c -> c == '\n').count())
                    .append(",84,0.56,")
                    .append(ic)
                    .append('\n');
        }
        Files.writeString(output.resolve("L0_placebo.csv"), text.toString());
    }

    public static String text(String tier, int lucky) {
        boolean isScreen = tier.equals("L0");
        StringBuilder text = new StringBuilder(
                isScreen ? "world,signal_frequency,hit_rate,ic\n" : "world,trades,sharpe,profit_factor\n");
        for (int world = 1; world <= WORLDS; world++) {
            double score = (world <= lucky ? 0.05 : -0.05) + world / 10_000.0;
            text.append(world)
                    .append(isScreen ? ",84,0.56," + score : ",60," + 20 * score + ",1.2")
                    .append('\n');
        }
        return text.toString();
    }
}
