package io.github.parallelvalidation.cli;

import io.github.parallelvalidation.TestWorkspace;

/// The program in a process of its own, as a test has it.
final class Command {
    private Command() {}

    public static void main(String[] arguments) {
        int status = new Cli(TestWorkspace.validation(), Terminal.withoutPerson(), _ -> 0).run(arguments);
        System.out.flush();
        Runtime.getRuntime().halt(status);
    }
}
