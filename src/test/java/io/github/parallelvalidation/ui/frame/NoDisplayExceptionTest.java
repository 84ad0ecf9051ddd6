package io.github.parallelvalidation.ui.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NoDisplayExceptionTest {
    @Test
    void whereOnlyGtkIsMissingItIsNamedWithItsPackage() {
        assertThat(NoDisplayException.of(new RuntimeException("Unable to load glass GTK library.")))
                .hasMessageContaining("needs GTK 3")
                .hasMessageContaining("libgtk-3-0");
        assertThat(NoDisplayException.of(new UnsupportedOperationException("Unable to open DISPLAY")))
                .hasMessage("The window needs a display (Unable to open DISPLAY).");
    }
}
