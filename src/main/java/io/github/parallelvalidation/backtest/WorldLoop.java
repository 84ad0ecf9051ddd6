package io.github.parallelvalidation.backtest;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.luck.PlaceboWorlds;
import io.github.parallelvalidation.luck.Worlds;
import io.github.parallelvalidation.luck.WorldsPValue;
import java.util.Optional;

/// Computes a strategy on rebuilt markets: on all that are kept, and on more where few of those reach its score.
final class WorldLoop {
    /// What is shown as done when the worlds that are always computed are; the others are many more, and rare.
    private static final double FIRST_PART = 0.5;

    private final Tier tier;
    private final PlaceboWorlds asked;
    private final World world;
    private final WorldProgress progress;

    /// Computes a strategy on one rebuilt market.
    interface World {
        /// @param number from 1
        /// @param row takes what [Tier#worldColumns] names; NaN for what there is not
        void measure(int number, double[] row);

        /// Only the tier's score of it, as in the row.
        double score(int number);
    }

    /// @param pValue empty where the strategy has no score
    record Result(Worlds worlds, Optional<WorldsPValue> pValue) {}

    WorldLoop(Tier tier, PlaceboWorlds asked, World world, WorldProgress progress) {
        this.tier = tier;
        this.asked = asked;
        this.world = world;
        this.progress = progress;
    }

    /// @param seen the strategy's score on the market as it is, or NaN
    Result run(double seen) {
        int columns = tier.worldColumns().size();
        int score = tier.worldColumns().indexOf(tier.score());
        double[][] values = new double[columns][asked.worlds()];
        double[] row = new double[columns];
        // Whether there is a second part is known only at the end of the first.
        double first = asked.most() > asked.worlds() ? FIRST_PART : 1;
        int reached = 0;
        for (int number = 1; number <= asked.worlds(); number++) {
            progress.at(number, asked.worlds(), first * number / asked.worlds());
            world.measure(number, row);
            for (int column = 0; column < columns; column++) {
                values[column][number - 1] = row[column];
            }
            reached += WorldsPValue.reaches(row[score], seen) ? 1 : 0;
        }
        Worlds worlds = Worlds.of(tier, values);
        if (Double.isNaN(seen)) {
            return new Result(worlds, Optional.empty());
        }
        if (WorldsPValue.isKnownWellEnough(reached)) {
            return new Result(worlds, Optional.of(WorldsPValue.of(reached, asked.worlds())));
        }
        int more = asked.most() - asked.worlds();
        for (int number = asked.worlds() + 1; number <= asked.most(); number++) {
            progress.at(number, asked.most(), first + (1 - first) * (number - asked.worlds()) / more);
            reached += WorldsPValue.reaches(world.score(number), seen) ? 1 : 0;
        }
        return new Result(worlds, Optional.of(WorldsPValue.of(reached, asked.most())));
    }
}
