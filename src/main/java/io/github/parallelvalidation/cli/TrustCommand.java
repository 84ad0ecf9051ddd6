package io.github.parallelvalidation.cli;

import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.schema.Schema;
import io.github.parallelvalidation.trust.Acceptances;
import io.github.parallelvalidation.trust.Accepted;
import io.github.parallelvalidation.trust.NamedProgram;
import io.github.parallelvalidation.trust.QuestionText;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.Workspace;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The `trust` command: which programs a workspace names, and whether they are accepted. It starts none.
@Command(
        name = "trust",
        description = "Shows which programs the workspace names, and whether you have accepted them; starts none.")
final class TrustCommand implements Callable<Integer> {
    private final Validation validation;
    private final Terminal terminal;

    @Mixin
    private WorkspaceArgument workspace = new WorkspaceArgument();

    @ArgGroup
    private @Nullable Change change;

    @Option(names = "--folder", description = "With --accept: whatever this folder names, now and later.")
    private boolean folder;

    @Option(names = "--json", description = "One JSON document on standard output.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    /// What is to become of it.
    static final class Change {
        @Option(names = "--accept", description = "Accepts the argument lists that are shown.")
        private boolean accept;

        @Option(names = "--forget", description = "Withdraws all that you have accepted of this workspace.")
        private boolean forget;
    }

    TrustCommand(Validation validation, Terminal terminal) {
        this.validation = validation;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        boolean accept = change != null && change.accept;
        if (folder && !accept) {
            throw wrong("--folder needs --accept");
        }
        Workspace chosen = workspace.find();
        Acceptances acceptances = validation.acceptances();
        if (change != null && change.forget) {
            acceptances.forget(chosen);
        }
        List<NamedProgram> programs = validation.programs(chosen);
        if (accept && folder) {
            acceptances.acceptFolder(chosen);
        } else if (accept && !programs.isEmpty()) {
            acceptances.accept(chosen, programs);
        }
        show(chosen, programs, acceptances.of(chosen), acceptances.problem(chosen));
        return ExitStatus.ALL_PASSED;
    }

    private void show(Workspace chosen, List<NamedProgram> programs, Accepted accepted, Optional<Problem> problem) {
        if (json) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            map.put("workspace", chosen.root().toString());
            map.put("whole_folder", accepted.isWholeFolder());
            map.put("programs", ProgramsDocument.programs(programs, accepted));
            map.put("problem", problem.map(Problem::toString).orElse(null));
            Json.print(terminal.out(), Schema.TRUST, map);
        } else {
            print(chosen, programs, accepted);
        }
        problem.ifPresent(found -> terminal.err().println(found));
    }

    private void print(Workspace chosen, List<NamedProgram> programs, Accepted accepted) {
        PrintStream out = terminal.out();
        if (accepted.isWholeFolder()) {
            out.println("accepted: whatever this folder names, now and later (withdraw it with trust --forget)");
        }
        if (programs.isEmpty()) {
            out.println("names no programs: nothing has to be accepted");
            return;
        }
        for (NamedProgram program : programs) {
            out.println(accepted.covers(program) ? "accepted:" : "not accepted:");
            QuestionText.lines(chosen, program).forEach(out::println);
        }
        if (!accepted.missing(programs).isEmpty()) {
            out.println(QuestionText.RIGHTS);
        }
    }

    private ParameterException wrong(String message) {
        if (spec == null) {
            throw new IllegalStateException("picocli fills the spec in");
        }
        return new ParameterException(spec.commandLine(), message);
    }
}
