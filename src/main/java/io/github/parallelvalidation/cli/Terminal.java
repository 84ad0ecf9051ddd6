package io.github.parallelvalidation.cli;

import io.github.parallelvalidation.workspace.Problem;
import java.io.BufferedOutputStream;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The command line's output streams and the person who can be asked: data goes to `out`, everything else to `err`.
///
/// @param person who can be asked, or null where there is nobody
/// @param colour whether colours are welcome
public record Terminal(
        PrintStream out, PrintStream err, @Nullable Person person, boolean colour) {

    /// The process's own streams.
    public static Terminal ofProcess(Map<String, String> environment) {
        boolean capable = !"dumb".equals(environment.get("TERM"));
        boolean plain = !environment.getOrDefault("NO_COLOR", "").isEmpty();
        Console console = Optional.ofNullable(System.console())
                .filter(found -> capable && found.isTerminal())
                .orElse(null);
        if (console == null) {
            return withoutPerson();
        }
        TerminalText words = new TerminalText(console.charset());
        return new Terminal(
                standardOutput(),
                new TerminalStream(System.err),
                question -> console.readLine("%s", words.of(question)),
                !plain);
    }

    /// The process's own streams, without looking for a person.
    public static Terminal withoutPerson() {
        return new Terminal(standardOutput(), new TerminalStream(System.err), null, false);
    }

    /// Past `System.out`, which does not say what it could not write.
    private static PrintStream standardOutput() {
        return new TerminalStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)), System.out.charset());
    }

    /// The status with which a command ends: another one where its output is not all there.
    ///
    /// @param status otherwise
    public int ending(int status) {
        Optional<String> lost = out instanceof TerminalStream stream ? stream.lost() : Optional.empty();
        lost.ifPresent(reason ->
                err.println("The output could not be written to its end: %s. What it was about was done all the same."
                        .formatted(reason)));
        return lost.isPresent() ? ExitStatus.OUTPUT_LOST : status;
    }

    /// Standard input and output for messages between programs.
    record Streams(InputStream in, OutputStream out) {}

    /// Takes both away from everybody else: what is printed from now on goes to standard error.
    static Streams takeStreams() {
        System.setOut(System.err);
        return new Streams(System.in, new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
    }

    /// Tells of a mistake of the program itself.
    void mistake(Throwable failure) {
        err.println("This is a mistake in the program itself; please report it with the lines below.");
        failure.printStackTrace(err);
    }

    boolean isInteractive() {
        return person != null;
    }

    /// One line from the person, or empty where there is none or he closed the input.
    Optional<String> ask(String question) {
        return person == null
                ? Optional.empty()
                : Optional.ofNullable(person.answer(question)).map(String::strip);
    }

    /// What is worth a look although it stops nothing.
    void warn(Collection<Problem> warnings) {
        warnings.forEach(warning -> err().println("warning: " + warning));
    }

    /// The text in a colour role, where colours are welcome.
    String paint(Role role, String text) {
        return colour ? role.mark() + text + Role.END : text;
    }

    /// The person at the terminal.
    @FunctionalInterface
    public interface Person {
        /// A line, or null when the input was closed.
        @Nullable
        String answer(String question);
    }

    /// The meaning of a colour. In a text it is a mark for which the [stream][TerminalStream] writes the terminal's
    /// code: no code that comes from a file gets through.
    enum Role {
        SUCCESS("\u001b[32m", 1),
        DANGER("\u001b[31m", 2),
        WARNING("\u001b[33m", 3),
        MUTED("\u001b[2m", 4);

        /// For private use, a character of no writing.
        private static final String FENCE = Character.toString(0xF0000);

        /// Another one in each process: no file can hold our marks.
        private static final String SECRET = Long.toHexString(System.nanoTime());

        private static final String END = mark(0);
        private static final String END_CODE = "\u001b[0m";

        private final String code;
        private final int number;

        Role(String code, int number) {
            this.code = code;
            this.number = number;
        }

        private static String mark(int number) {
            return FENCE + SECRET + number + FENCE;
        }

        private String mark() {
            return mark(number);
        }

        /// The text with the codes of a terminal in the place of marks.
        static String withCodes(String text) {
            String coded = text;
            if (text.contains(FENCE)) {
                coded = coded.replace(END, END_CODE);
                for (Role role : values()) {
                    coded = coded.replace(role.mark(), role.code);
                }
            }
            return coded;
        }
    }
}
