package io.github.parallelvalidation.cli;

import io.github.parallelvalidation.workspace.Printable;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An output stream of the process, the one door through which words reach a terminal: in the characters it
/// [has][TerminalText], and without any that would steer it, for they may come from a stranger's files. Bytes, such as
/// those of a JSON document, pass through as they are.
@SuppressWarnings("AnnotateFormatMethod") // the JDK's own are checked by their names
final class TerminalStream extends PrintStream {
    private final TerminalText text;
    private final ProcessOutput output;

    TerminalStream(PrintStream stream) {
        this(stream, stream.charset());
    }

    /// @param characters that can be shown there
    TerminalStream(OutputStream stream, Charset characters) {
        this(new ProcessOutput(stream), characters);
    }

    private TerminalStream(ProcessOutput output, Charset characters) {
        super(output, true, characters);
        this.output = output;
        this.text = new TerminalText(characters);
    }

    /// Why some of what was printed never got there, where somebody may miss it.
    Optional<String> lost() {
        flush();
        return output.lost();
    }

    @Override
    public void print(@Nullable String words) {
        String harmless = Printable.visible(String.valueOf(words).replace(System.lineSeparator(), "\n"))
                .replace("\n", System.lineSeparator());
        super.print(Terminal.Role.withCodes(text.of(harmless)));
    }

    @Override
    public void print(@Nullable Object words) {
        print(String.valueOf(words));
    }

    @Override
    public void print(char[] words) {
        print(String.valueOf(words));
    }

    @Override
    public void print(char word) {
        print(String.valueOf(word));
    }

    /// In one piece: part by part each would be written by itself.
    @SuppressWarnings("AnnotateFormatMethod") // as in what it stands for
    @Override
    public PrintStream format(String pattern, @Nullable Object... arguments) {
        print(String.format(Locale.ROOT, pattern, arguments));
        return this;
    }

    @SuppressWarnings("AnnotateFormatMethod")
    @Override
    public PrintStream format(Locale locale, String pattern, @Nullable Object... arguments) {
        print(String.format(locale, pattern, arguments));
        return this;
    }

    /// What is written there is printed by a stream.
    static PrintWriter writer(PrintStream stream) {
        Writer printing = new Writer() {
            @Override
            public void write(char[] buffer, int from, int length) {
                stream.print(new String(buffer, from, length));
            }

            @Override
            public void flush() {
                stream.flush();
            }

            @Override
            public void close() {
                stream.flush();
            }
        };
        return new PrintWriter(printing, true);
    }
}
