package io.github.parallelvalidation;

/// Starts the dashboard or a command.
public final class Main {
    private Main() {}

    static void main(String[] args) {
        System.exit(args.length);
    }
}
