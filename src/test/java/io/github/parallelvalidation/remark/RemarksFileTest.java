package io.github.parallelvalidation.remark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.StrategyId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemarksFileTest {
    private static final StrategyId FIRST = new StrategyId("STR-201");
    private static final StrategyId SECOND = new StrategyId("STR-202");

    @TempDir
    private Path root;

    private Path path = Path.of("");
    private RemarksFile file = new RemarksFile(path);

    @BeforeEach
    void make() throws IOException {
        path = Files.createDirectories(root.resolve(".crypto/pipeline")).resolve("stars-and-notes.yaml");
        file = new RemarksFile(path);
    }

    @Test
    void whereThereIsNoFileNothingIsNotedAndReadingMakesNone() {
        assertThat(file.read()).isEqualTo(Remarks.NONE);
        assertThat(path).doesNotExist();
    }

    @Test
    void whatIsNotedIsReadAgainWhateverItsCharacters() {
        String note = "  zu früh: \"hold\" # not a comment\nsecond line\t'";

        file.change(FIRST, remark -> remark.noted(note));
        Remarks now = file.change(SECOND, remark -> remark.starred(true));

        assertThat(file.read()).isEqualTo(now);
        assertThat(now.of(FIRST)).isEqualTo(new Remark(false, note.strip()));
        assertThat(now.of(SECOND)).isEqualTo(new Remark(true, ""));
    }

    @Test
    void whatIsTakenBackLeavesNoTrace() throws IOException {
        file.change(FIRST, remark -> remark.starred(true));
        file.change(SECOND, remark -> remark.starred(true));
        String before = Files.readString(path);

        file.change(FIRST, remark -> remark.starred(false));
        assertThat(Files.readString(path)).doesNotContain("STR-201").contains("STR-202");
        file.change(FIRST, remark -> remark.starred(true));

        assertThat(path).hasContent(before);
    }

    @Test
    void whatAnotherWindowHasNotedMeanwhileStays() {
        RemarksFile other = new RemarksFile(path);
        file.read();
        other.change(FIRST, remark -> remark.noted("theirs"));

        file.change(FIRST, remark -> remark.starred(true));

        assertThat(file.read().of(FIRST)).isEqualTo(new Remark(true, "theirs"));
    }

    @Test
    void whatIsNotUnderstoodIsNamedWithItsPlaceAndNotWrittenOver() throws IOException {
        String broken = "strategies:\n  STR-201: {starred: perhaps}\n";
        Files.writeString(path, broken);

        assertThatThrownBy(file::read)
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("starred must be true or false, found")
                .hasMessageContaining("2");
        assertThatThrownBy(() -> file.change(SECOND, remark -> remark.starred(true)))
                .isInstanceOf(ProblemException.class);
        assertThat(path).hasContent(broken);
        Files.writeString(path, "strategies:\n  STR-201: {rating: 5}\n");
        assertThatThrownBy(file::read).hasMessageContaining("'starred' or 'note' can stand here, found 'rating'");
    }
}
