package io.github.parallelvalidation.cli;

import io.github.parallelvalidation.escalation.EscalationOption;
import io.github.parallelvalidation.run.OutcomeDocument;
import io.github.parallelvalidation.run.RunOutcome;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.Workspace;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Answers the question that the last run left open.
@Command(name = "decide", description = "Answers the question that the last run left open.")
final class DecideCommand implements Callable<Integer> {
    private final Validation validation;
    private final Terminal terminal;

    @Mixin
    private WorkspaceArgument workspace = new WorkspaceArgument();

    @Option(
            names = "--with",
            required = true,
            paramLabel = "continue|relax|meeting",
            description = "The answer; to retry, name the strategies with validate --strategy.")
    private Answer answer = Answer.CONTINUE;

    /// What can be answered here; a retry is a run of its own.
    enum Answer {
        CONTINUE(EscalationOption.CONTINUE),
        RELAX(EscalationOption.RELAX),
        MEETING(EscalationOption.MEETING);

        private final EscalationOption option;

        Answer(EscalationOption option) {
            this.option = option;
        }
    }

    @Option(
            names = "--relax",
            paramLabel = "NAME=VALUE",
            description = "With relax: this threshold; default: every failed one x 0.9.")
    private Map<String, Double> relax = new LinkedHashMap<>();

    @Option(names = "--json", description = "One JSON document on standard output.")
    private boolean json;

    DecideCommand(Validation validation, Terminal terminal) {
        this.validation = validation;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Workspace place = workspace.find();
        RunOutcome open = open(place);
        RunOutcome decided = new DecisionMaker(validation, terminal, answer.option.code(), relax).decide(place, open);
        if (json) {
            Json.print(terminal.out(), OutcomeDocument.of(decided));
        } else {
            new Report(terminal).print(decided);
        }
        return ExitStatus.of(decided);
    }

    private RunOutcome open(Workspace place) {
        return validation
                .view(place)
                .lastRun()
                .filter(RunOutcome::awaitsDecision)
                .orElseThrow(() -> new ProblemException(Problem.of(place.pipeline(), "no decision is waiting here")));
    }
}
