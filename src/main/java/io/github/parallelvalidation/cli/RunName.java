package io.github.parallelvalidation.cli;

import io.github.parallelvalidation.workspace.Printable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// Checks a run id that somebody names on the command line: it becomes a path.
final class RunName {
    private static final Pattern FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}-\\d{6}(-\\d+)?");

    private RunName() {}

    /// @param spec of the command, which picocli fills in
    static String checked(@Nullable CommandSpec spec, String option, String id) {
        if (!FORM.matcher(id).matches()) {
            throw wrong(
                    spec, option + " must be a run id such as 2026-11-22-143000, not '" + Printable.oneLine(id) + "'");
        }
        return id;
    }

    static ParameterException wrong(@Nullable CommandSpec spec, String message) {
        if (spec == null) {
            throw new IllegalStateException("picocli fills the spec in");
        }
        return new ParameterException(spec.commandLine(), message);
    }
}
