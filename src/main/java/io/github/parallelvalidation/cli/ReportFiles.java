package io.github.parallelvalidation.cli;

import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.metrics.RunMetrics;
import io.github.parallelvalidation.report.Format;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.workspace.NamedFile;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.Workspace;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The options `--html`/`--report`, `--csv` and `--junit`: report files to write about a run.
final class ReportFiles {
    @Option(
            names = {"--report", "--html"},
            paramLabel = "FILE.html",
            description = "One page about the run, to be mailed.")
    private @Nullable Path html;

    @Option(names = "--junit", paramLabel = "FILE.xml", description = "The run as JUnit XML, for build servers.")
    private @Nullable Path junit;

    @Option(names = "--csv", paramLabel = "FILE.csv", description = "The results as a table.")
    private @Nullable Path csv;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    boolean isEmpty() {
        return wanted().isEmpty();
    }

    /// Before the run, not after it.
    ///
    /// @param workspace whose files they may not replace
    /// @param outputIsFree whether standard output is for one of them, named `-`
    void check(Workspace workspace, boolean outputIsFree) {
        long printed = wanted().values().stream().filter(ReportFiles::isOutput).count();
        if (printed > (outputIsFree ? 1 : 0)) {
            throw wrong(
                    outputIsFree
                            ? "standard output, -, has room for one of them"
                            : "standard output, -, has the results already; name a file, or use: report");
        }
        List<Path> named = wanted().values().stream()
                .filter(file -> !isOutput(file))
                .map(file -> file.toAbsolutePath().normalize())
                .toList();
        for (Path file : named) {
            if (Collections.frequency(named, file) > 1) {
                throw wrong(file + " is named for two of them, and holds one; name another file for the second");
            }
        }
        wanted().forEach((format, file) -> {
            if (isOutput(file)) {
                return;
            }
            NamedFile.require(workspace, file);
            Path folder = file.toAbsolutePath().getParent();
            if (Files.isDirectory(file)) {
                throw wrong(file + " is a folder; name a file for the " + format.title());
            }
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw wrong(file + " is no plain file; name one for the " + format.title());
            }
            if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
                throw wrong("the %s cannot be written to %s: %s"
                        .formatted(
                                format.title(),
                                file,
                                folder != null && Files.isDirectory(folder)
                                        ? "its folder lets nobody write"
                                        : "its folder is not there"));
            }
        });
    }

    private static boolean isOutput(Path file) {
        return file.toString().equals("-");
    }

    /// A file that cannot be written undoes no run; it is said.
    ///
    /// @return whether all were written
    boolean write(Validation validation, Workspace workspace, List<RunOutcome> runs, Terminal terminal) {
        if (isEmpty()) {
            return true;
        }
        List<RunMetrics> history = validation.viewWithoutRuns(workspace).history();
        boolean all = true;
        for (Map.Entry<Format, Path> file : wanted().entrySet()) {
            Format format = file.getKey();
            try {
                if (isOutput(file.getValue())) {
                    terminal.out()
                            .writeBytes(format.of(workspace, runs, history).getBytes(StandardCharsets.UTF_8));
                    terminal.out().flush();
                } else {
                    format.write(file.getValue(), workspace, runs, history);
                }
            } catch (ProblemException e) {
                terminal.err().println("the " + format.title() + " was not written: " + e.getMessage());
                all = false;
            }
        }
        return all;
    }

    private Map<Format, Path> wanted() {
        Map<Format, Path> wanted = new EnumMap<>(Format.class);
        if (html != null) {
            wanted.put(Format.HTML, html);
        }
        if (csv != null) {
            wanted.put(Format.CSV, csv);
        }
        if (junit != null) {
            wanted.put(Format.JUNIT, junit);
        }
        return wanted;
    }

    private ParameterException wrong(String message) {
        if (spec == null) {
            throw new IllegalStateException("picocli fills the spec in");
        }
        return new ParameterException(spec.commandLine(), message);
    }
}
