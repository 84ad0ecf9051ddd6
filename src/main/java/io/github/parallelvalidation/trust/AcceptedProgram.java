package io.github.parallelvalidation.trust;

import java.util.List;

/// A program of a workspace that its user has accepted. Made by [Accepted#admit] only: who starts a process of a
/// workspace takes one of these.
public final class AcceptedProgram {
    private final NamedProgram program;

    AcceptedProgram(NamedProgram program) {
        this.program = program;
    }

    public NamedProgram program() {
        return program;
    }

    public List<String> arguments() {
        return program.arguments();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AcceptedProgram accepted && accepted.program.equals(program);
    }

    @Override
    public int hashCode() {
        return program.hashCode();
    }
}
