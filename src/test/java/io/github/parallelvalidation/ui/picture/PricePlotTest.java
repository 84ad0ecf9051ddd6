package io.github.parallelvalidation.ui.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.evidence.PriceBars;
import io.github.parallelvalidation.evidence.SamplePrices;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@Tag("alone") // measures how long things take
@ExtendWith(ApplicationExtension.class)
@NullUnmarked // JUnit fills the fields
class PricePlotTest {
    /// Half a year of minutes.
    private static final int MANY = 262_800;

    private static final PriceBars PRICES = SamplePrices.minutes(MANY);

    private PricePlot plot;

    @Start
    void show(Stage stage) {
        List<PriceMark> marks = IntStream.range(0, MANY)
                .filter(bar -> bar % 97 == 96)
                .mapToObj(bar -> new PriceMark(bar, bar % 2 == 0 ? 1 : -1, "signal at " + bar))
                .toList();
        plot = new PricePlot(PRICES, marks, List.of());
        stage.setScene(new Scene(plot, 900, 320));
        stage.show();
    }

    @Test
    void theCursorGoesFromSignalToSignalAndSaysTheValuesOfItsBar() {
        press(KeyCode.RIGHT, false, true);
        assertThat(reading())
                .startsWith("2023-01-01 01:36")
                .contains(String.format(Locale.ROOT, "C %.3f", PRICES.close(96)))
                .endsWith("signal at 96");
        press(KeyCode.RIGHT, false, true);
        assertThat(reading()).endsWith("signal at 193");
        press(KeyCode.LEFT, false, false);
        assertThat(reading()).startsWith("2023-01-01 03:12").doesNotContain("signal");
        press(KeyCode.LEFT, false, true);
        assertThat(reading()).endsWith("signal at 96");
    }

    @Test
    void whatIsShownIsCopiedBarByBar() {
        assertThat(plot.table().lines()).hasSize(MANY + 1);
        press(KeyCode.RIGHT, false, true);
        List<String> lines = plot.table().lines().toList();
        assertThat(lines).hasSizeBetween(240, 243);
        assertThat(lines)
                .contains("2023-01-01T01:36:00Z\t%s\t%s\t%s\t%s\t%s"
                        .formatted(
                                PRICES.open(96), PRICES.high(96), PRICES.low(96), PRICES.close(96), PRICES.volume(96)));
        press(KeyCode.HOME, false, false);
        assertThat(plot.table().lines()).hasSize(MANY + 1);
    }

    @Test
    void aQuarterOfAMillionBarsAreDrawnAtDisplayRate() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double[] times = new double[41];
        for (int i = 0; i < times.length; i++) {
            // Nearer and farther in turn: each changes all that is seen.
            KeyCode key = i % 2 == 0 ? KeyCode.PLUS : KeyCode.MINUS;
            times[i] = WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
                long start = threads.getCurrentThreadCpuTime();
                plot.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
                return (threads.getCurrentThreadCpuTime() - start) / 1e6;
            });
        }
        Arrays.sort(times);
        // Other programs on the machine take no processor time of this thread.
        assertThat(times[times.length / 2]).as("milliseconds of a redraw").isLessThan(33);
    }

    private String reading() {
        return WaitForAsyncUtils.waitForAsyncFx(
                20_000,
                () -> plot.getChildrenUnmodifiable().stream()
                        .filter(Label.class::isInstance)
                        .map(label -> ((Label) label).getText())
                        .findFirst()
                        .orElseThrow());
    }

    private void press(KeyCode key, boolean isShift, boolean isControl) {
        WaitForAsyncUtils.waitForAsyncFx(
                20_000,
                () -> plot.fireEvent(
                        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, isShift, isControl, false, false)));
    }
}
