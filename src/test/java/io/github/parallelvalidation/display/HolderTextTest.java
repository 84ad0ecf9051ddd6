package io.github.parallelvalidation.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class HolderTextTest {

    @Test
    void whoHoldsTheLockIsSaidInPlainWords() {
        assertThat(words("pid 4711 on vm since 2026-11-22T14:29:10Z"))
                .isEqualTo("another window or command of this program (process 4711, since 14:29)");
        assertThat(words("pid 4711 on desk since 2026-11-22T14:29:10Z"))
                .isEqualTo("another window or command of this program on the machine desk (process 4711, since 14:29)");
        assertThat(words("pid 9 on vm since 2026-11-22T14:29:10Z")).isEqualTo("this window");
    }

    @Test
    void whatElseIsKnownIsSaidToo() {
        assertThat(words("pid 4711 on vm is at run 2026-11-22-143000, whose lock file was removed"))
                .isEqualTo("another window or command of this program (process 4711) is at run 2026-11-22-143000,"
                        + " whose lock file was removed");
        assertThat(words("holder unknown")).isEqualTo("holder unknown");
        assertThat(words("pid 4711 on vm since yesterday")).contains("(process 4711)");
    }

    private static String words(String holder) {
        return HolderText.of(holder, "vm", 9, ZoneOffset.UTC);
    }
}
