package io.github.parallelvalidation.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import io.github.parallelvalidation.TestWorkspace;
import io.github.parallelvalidation.display.Figures;
import io.github.parallelvalidation.schema.Schema;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the command line prints where the terminal has few characters.
class TerminalStreamTest {
    private static String printed(Charset charset, Consumer<PrintStream> words) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TerminalStream stream = new TerminalStream(new PrintStream(bytes, true, charset));
        words.accept(stream);
        stream.flush();
        return bytes.toString(charset);
    }

    @Test
    void aNegativeNumberKeepsItsSignInAscii() {
        String number = Figures.coefficient(-0.012);

        assertThat(printed(StandardCharsets.US_ASCII, out -> out.print(number))).isEqualTo("-0.012");
        assertThat(printed(StandardCharsets.US_ASCII, out -> out.println((Object) number)))
                .startsWith("-0.012");
        assertThat(printed(StandardCharsets.US_ASCII, out -> out.printf("ic %s", number)))
                .isEqualTo("ic -0.012");
        assertThat(printed(StandardCharsets.UTF_8, out -> out.print(number))).isEqualTo("−0.012");
    }

    @Test
    void wordsOfAStrangerCannotSteerTheTerminalAndOursCan() {
        String stranger = "\u001b[2J\u202ename\r\u009b31m";

        assertThat(printed(StandardCharsets.UTF_8, out -> out.printf("%s", stranger)))
                .isEqualTo("\\u001b[2J\\u202ename\\u000d\\u009b31m");
        String privateUse = Character.toString(0xF0000) + Character.toString(0xF0002) + "2";
        assertThat(printed(StandardCharsets.UTF_8, out -> out.print(privateUse)))
                .isEqualTo(privateUse);
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.US_ASCII)) {
            assertThat(printed(
                            charset,
                            out -> out.print(
                                    new Terminal(out, out, null, true).paint(Terminal.Role.DANGER, "FAIL \u001b[32m"))))
                    .isEqualTo("\u001b[31mFAIL \\u001b[32m\u001b[0m");
        }
    }

    @Test
    void onlyWhatTheTerminalLacksIsReplaced() {
        Charset western = Charset.forName("windows-1252");

        assertThat(printed(western, out -> out.print("− – … ± ≥"))).isEqualTo("- – … ± >=");
        assertThat(printed(StandardCharsets.US_ASCII, out -> out.print("“a” ‘b’ – c … ± ≥ Zürich")))
                .isEqualTo("\"a\" 'b' - c ... +/- >= Z?rich");
    }

    @Test
    void aJsonDocumentStaysInUtf8() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Json.printLine(
                new TerminalStream(new PrintStream(bytes, true, StandardCharsets.US_ASCII)),
                Schema.CHECK,
                Map.of("name", "Zürich – …"));

        assertThat(bytes.toString(StandardCharsets.UTF_8).strip())
                .isEqualTo("{\"schema_version\":1,\"name\":\"Zürich – …\"}");
    }

    @Test
    void nothingInAJsonDocumentSteersATerminalAndAllOfItIsThere() throws IOException {
        String strange = "tab\t end\n \u001b[2J \u009b31m \u007f \u202ertl \u2028 Zürich";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Json.print(
                new TerminalStream(new PrintStream(bytes, true, StandardCharsets.US_ASCII)),
                Schema.CHECK,
                Map.of("name", strange));

        String printed = bytes.toString(StandardCharsets.UTF_8);
        assertThat(printed)
                .doesNotContainPattern("[\\p{Cc}\\p{Cf}\u2028&&[^\n]]")
                .contains("Zürich");
        assertThat(JSON.std.mapFrom(printed)).containsEntry("name", strange);
    }

    /// Every character beyond ASCII that stands in a string of the packages that the command line prints.
    @Test
    void everyCharacterThatWePrintHasAReplacement() throws IOException {
        TreeSet<String> lost = new TreeSet<>();
        TerminalText ascii = new TerminalText(StandardCharsets.US_ASCII);
        for (String name :
                new String[] {"cli", "display", "escalation", "run", "supervise", "workspace", "result", "gate"}) {
            try (Stream<Path> files = Files.list(Path.of("src/main/java/io/github/parallelvalidation", name))) {
                for (Path file : files.toList()) {
                    Files.readString(file)
                            .lines()
                            .filter(line -> !line.strip().startsWith("//"))
                            .flatMapToInt(String::codePoints)
                            .filter(point -> point > 127)
                            .mapToObj(Character::toString)
                            .filter(character -> ascii.of(character).equals(character))
                            .forEach(lost::add);
                }
            }
        }
        assertThat(lost).isEmpty();
    }

    @Test
    void theHelpIsPrintedByTheStreamOfTheTerminal() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TerminalStream out = new TerminalStream(new PrintStream(bytes, true, StandardCharsets.US_ASCII));
        int status = new Cli(TestWorkspace.validation(), new Terminal(out, out, null, false), _ -> 0).run("--help");

        assertThat(status).isZero();
        assertThat(bytes.toString(StandardCharsets.US_ASCII))
                .contains("Screens trading strategies")
                .doesNotContain("\uFFFD");
    }

    @Test
    void aFormattedLineIsWrittenOnceAndNotInPieces() {
        List<String> written = new ArrayList<>();
        OutputStream counting = new OutputStream() {
            @Override
            public void write(int letter) {
                written.add(Character.toString(letter));
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                written.add(new String(bytes, from, length, StandardCharsets.UTF_8));
            }
        };
        PrintStream out =
                new TerminalStream(new PrintStream(new BufferedOutputStream(counting), false, StandardCharsets.UTF_8));

        out.printf("%-6s %5.1f %s%n", "STR-1", -1.25, "a\u202eb");

        assertThat(written).containsExactly("STR-1   -1.3 a\\u202eb" + System.lineSeparator());
    }
}
