package io.github.parallelvalidation.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class YamlTextTest {

    @Test
    void whateverANameHoldsIsReadBackAsItWas() {
        for (String name : new String[] {
            "\u0007bell",
            "a\u0000b",
            "\u001b[31mred",
            "tab\there",
            "two\nlines",
            "\ud83d\ude80 rocket",
            "\uFEFFmark",
            "\u0085",
            "'\"#: -",
            ""
        }) {
            for (String text :
                    new String[] {YamlText.dump(Map.of("name", name)), YamlText.dumpLine(Map.of("name", name))}) {
                YamlMapping read =
                        YamlDocument.parse(new Source(Path.of("x.yaml"), text)).asMapping("x");
                assertThat(YamlValues.map(read)).as(text).containsEntry("name", name);
            }
        }
    }
}
