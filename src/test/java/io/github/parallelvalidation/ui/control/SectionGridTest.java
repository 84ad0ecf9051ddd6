package io.github.parallelvalidation.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

class SectionGridTest {
    private final SectionGrid grid = new SectionGrid(10);

    private Region part(double height, boolean isWide) {
        Region part = new Region();
        part.setMinHeight(height);
        part.setPrefHeight(height);
        grid.add(part, isWide);
        return part;
    }

    private void lay(double width) {
        grid.resize(width, grid.prefHeight(width));
        grid.layout();
    }

    @Test
    void whereThereIsRoomForOneColumnPartsStandUnderEachOther() {
        Region one = part(100, false);
        Region two = part(50, true);
        lay(300);
        assertThat(one.getWidth()).isEqualTo(300);
        assertThat(two.getLayoutY()).isEqualTo(110);
        assertThat(grid.prefHeight(300)).isEqualTo(160);
    }

    @Test
    void aWidePartTakesTwoColumnsBesideANarrowOne() {
        Region narrow = part(200, false);
        Region wide = part(100, true);
        Region next = part(40, false);
        lay(3 * 300 + 2 * 10);
        assertThat(narrow.getLayoutX()).isZero();
        assertThat(wide.getLayoutX()).isEqualTo(310);
        assertThat(wide.getWidth()).isEqualTo(610);
        assertThat(next.getLayoutX())
                .as("below the wide one, where it is shortest")
                .isEqualTo(310);
        assertThat(next.getLayoutY()).isEqualTo(110);
    }

    @Test
    void aRoomyPartTakesAsManyColumnsAsItPrefers() {
        Region roomy = new Region();
        roomy.setPrefSize(700, 100);
        grid.addRoomy(roomy);
        lay(4 * 300 + 3 * 10);
        assertThat(roomy.getWidth()).isEqualTo(920);
        lay(2 * 300 + 10);
        assertThat(roomy.getWidth()).as("there are no more").isEqualTo(610);
        roomy.setPrefWidth(100);
        lay(4 * 300 + 3 * 10);
        assertThat(roomy.getWidth()).as("a wide one at least").isEqualTo(610);
    }

    @Test
    void theHoleThatAWidePartWouldLeaveIsFilledByTheNextNarrowOne() {
        Region first = part(200, false);
        Region wide = part(100, true);
        Region filler = part(150, false);
        lay(2 * 300 + 10);
        assertThat(first.getLayoutY()).isZero();
        assertThat(filler.getLayoutX()).isEqualTo(310);
        assertThat(filler.getLayoutY()).isZero();
        assertThat(wide.getLayoutY()).isEqualTo(210);
    }
}
