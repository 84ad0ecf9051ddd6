package io.github.parallelvalidation.ui.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BarRangeTest {
    private static final BarRange ALL = BarRange.all(1000);

    @Test
    void whatIsUnderThePointerStaysThereWhenZooming() {
        BarRange near = ALL.zoom(0.3, 0.1);
        assertThat(near.width()).isCloseTo(100, within(1e-9));
        assertThat(near.from() + 0.3 * near.width()).isCloseTo(300, within(1e-9));
    }

    @Test
    void zoomingOutEndsAtAllBarsAndZoomingInAtAFew() {
        assertThat(ALL.zoom(0.5, 0.001).zoom(0.2, 1e9)).isEqualTo(ALL);
        assertThat(ALL.zoom(0.5, 1e-9).width()).isEqualTo(12);
        assertThat(BarRange.all(5).zoom(0.5, 1e-9)).isEqualTo(BarRange.all(5));
    }

    @Test
    void movingEndsAtTheFirstAndTheLastBar() {
        BarRange near = ALL.zoom(0.5, 0.1);
        assertThat(near.move(-1e6).from()).isZero();
        assertThat(near.move(1e6).to()).isEqualTo(1000);
        assertThat(near.move(7.5).from()).isCloseTo(near.from() + 7.5, within(1e-9));
        assertThat(ALL.move(10)).isEqualTo(ALL);
    }

    @Test
    void aBarIsFoundAtThePlaceWhereItIsDrawn() {
        BarRange near = ALL.zoom(0.7, 0.03);
        for (int bar = near.first() + 1; bar < near.end() - 1; bar++) {
            assertThat(near.bar(near.position(bar))).isEqualTo(bar);
        }
        assertThat(near.bar(-1e9)).isZero();
        assertThat(near.bar(1e9)).isEqualTo(999);
    }

    @Test
    void aBarThatIsNotSeenIsReachedByMovingAsLittleAsNeeded() {
        BarRange near = new BarRange(100, 200, 1000);
        assertThat(near.with(150)).isEqualTo(near);
        assertThat(near.with(99)).isEqualTo(new BarRange(99, 199, 1000));
        assertThat(near.with(200)).isEqualTo(new BarRange(101, 201, 1000));
        assertThat(near.around(500)).isEqualTo(new BarRange(450.5, 550.5, 1000));
    }
}
