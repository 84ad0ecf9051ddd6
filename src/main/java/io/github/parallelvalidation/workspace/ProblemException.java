package io.github.parallelvalidation.workspace;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A file that cannot be read or written as needed. The message is one sentence for a person: file, line, column, what
/// was found and what would be right.
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    public ProblemException(Problem problem, Throwable cause) {
        super(problem.toString(), cause);
        this.problem = problem;
    }

    /// A problem that is explained in lines of our own below it.
    public ProblemException(Problem problem, List<String> lines) {
        super(Stream.concat(Stream.of(problem.toString()), lines.stream().map(line -> "  " + Printable.line(line)))
                .collect(Collectors.joining("\n")));
        this.problem = problem;
    }

    public ProblemException(Path file, String message, Throwable cause) {
        this(Problem.of(file, message), cause);
    }

    public Problem problem() {
        return problem;
    }
}
