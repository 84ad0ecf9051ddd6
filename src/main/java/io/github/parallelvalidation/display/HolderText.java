package io.github.parallelvalidation.display;

import io.github.parallelvalidation.process.ProcessIdentity;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Words who is at a run in a workspace, for the window: what the lock says is for a terminal.
public final class HolderText {
    private static final Pattern HOLDER = Pattern.compile("pid (\\d+) on (\\S+)(?: since (\\S+))?(.*)", Pattern.DOTALL);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private HolderText() {}

    /// "another window or command of this program (process 4711, since 14:29)"
    ///
    /// @param holder as the lock says it
    public static String of(String holder, ZoneId zone) {
        return of(holder, ProcessIdentity.hostName(), ProcessHandle.current().pid(), zone);
    }

    static String of(String holder, String thisHost, long thisProcess, ZoneId zone) {
        Matcher words = HOLDER.matcher(holder);
        if (!words.matches()) {
            return holder;
        }
        boolean isHere = words.group(2).equals(thisHost);
        if (isHere && words.group(1).equals(String.valueOf(thisProcess))) {
            return "this window";
        }
        String where = isHere ? "" : " on the machine " + words.group(2);
        String since = time(words.group(3), zone).map(at -> ", since " + at).orElse("");
        return "another window or command of this program%s (process %s%s)%s"
                .formatted(where, words.group(1), since, words.group(4));
    }

    private static Optional<String> time(String instant, ZoneId zone) {
        try {
            return Optional.ofNullable(instant)
                    .map(text -> TIME.format(Instant.parse(text).atZone(zone)));
        } catch (DateTimeParseException notATime) {
            return Optional.empty();
        }
    }
}
