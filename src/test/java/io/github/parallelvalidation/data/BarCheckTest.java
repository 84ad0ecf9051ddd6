package io.github.parallelvalidation.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.parallelvalidation.format.Origin;
import io.github.parallelvalidation.format.RowBlock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BarCheckTest {
    @TempDir
    private Path folder;

    @Test
    void aFileThatOnlyRepeatsItselfEndsBeforeMemoryDoes() {
        RowBlock block = new RowBlock();
        while (!block.isFull()) {
            block.add(Formula.START, Formula.bar(0), 7);
        }
        Origin origin = new Origin.Rows(Path.of("bars.parquet"));
        BarCheck check = new BarCheck(Timeframe.H1, origin, new BarBuffer(Formula.ALL));
        for (int i = 0; i < 256; i++) {
            check.add(origin, block, 0, block.length());
        }

        assertThatThrownBy(() -> check.add(origin, block, 0, block.length()))
                .hasMessageContaining("bars.parquet: row 7: 1048577 rows only repeat another one");
    }

    @Test
    void aFileThatWasWrittenOrReplacedIsInAnotherState() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "12");
        List<FileState> before = FileState.of(List.of(file));
        assertThat(FileState.of(List.of(file))).isEqualTo(before);

        Path other = Files.writeString(folder.resolve("b.csv"), "34");
        Files.setLastModifiedTime(other, Files.getLastModifiedTime(file));
        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
        assertThat(FileState.of(List.of(file))).isNotEqualTo(before);
    }
}
