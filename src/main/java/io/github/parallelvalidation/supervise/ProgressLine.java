package io.github.parallelvalidation.supervise;

import io.github.parallelvalidation.workspace.Printable;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A worker's progress line: `progress 0.42 computing indicators`.
///
/// @param fraction how far it is, 0 to 1
/// @param stage what it does, in its own words
public record ProgressLine(double fraction, String stage) {
    private static final Pattern FORM = Pattern.compile("progress ([0-9]*\\.?[0-9]+)(?: (.*))?");
    private static final int STAGE_LIMIT = 60;

    public static Optional<ProgressLine> parse(String line) {
        Matcher matcher = FORM.matcher(line.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        double fraction = Math.min(1, Double.parseDouble(matcher.group(1)));
        String stage = matcher.group(2) == null ? "" : Printable.line(matcher.group(2));
        return Optional.of(new ProgressLine(fraction, stage.substring(0, Math.min(stage.length(), STAGE_LIMIT))));
    }
}
