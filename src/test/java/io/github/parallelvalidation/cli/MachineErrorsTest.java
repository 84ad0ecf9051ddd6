package io.github.parallelvalidation.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.TestWorkspace;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/// What no program can mend ends with a sentence and a status of its own too.
class MachineErrorsTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private int run(Callable<Integer> action) {
        PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
        return new Cli(TestWorkspace.validation(), new Terminal(stream, stream, null, false), _ -> 0).guarded(action);
    }

    @Test
    void shortMemoryIsSaidWithWhatCanBeDone() {
        assertThat(run(() -> {
                    throw new OutOfMemoryError("Java heap space");
                }))
                .isEqualTo(70);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .startsWith("The memory does not suffice")
                .contains("_JAVA_OPTIONS")
                .doesNotContain("\tat ");
    }

    @Test
    void anErrorWithinAJobOfARunIsTheSame() {
        assertThat(run(() -> {
                    throw new IllegalStateException(new OutOfMemoryError());
                }))
                .isEqualTo(70);
        assertThat(said.toString(StandardCharsets.UTF_8)).startsWith("The memory does not suffice");
    }

    @Test
    void anyOtherErrorIsSaidToBeOurMistakeAboveItsTrace() {
        assertThat(run(() -> {
                    throw new StackOverflowError();
                }))
                .isEqualTo(70);
        assertThat(said.toString(StandardCharsets.UTF_8)).startsWith("This is a mistake in the program itself");
    }
}
