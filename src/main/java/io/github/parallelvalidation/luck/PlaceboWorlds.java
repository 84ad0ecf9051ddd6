package io.github.parallelvalidation.luck;

/// On how many rebuilt markets a strategy is computed again.
///
/// @param worlds K: always; 0 for none, and then there is no p-value and no luck
/// @param most up to so many where few of the first reach what the strategy does, for a finer p-value; never less than
///     `worlds`
public record PlaceboWorlds(int worlds, int most) {
    /// More than this is not asked for.
    public static final int MOST = 9_999;

    public static final PlaceboWorlds DEFAULT = new PlaceboWorlds(199, 1_999);

    public PlaceboWorlds {
        most = Math.max(worlds, most);
    }

    /// So many, and never more.
    public static PlaceboWorlds exactly(int worlds) {
        return new PlaceboWorlds(worlds, worlds);
    }

    public boolean isNone() {
        return worlds == 0;
    }
}
