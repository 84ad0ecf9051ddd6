package io.github.parallelvalidation.settings;

/// On how many rebuilt markets a strategy is computed again.
///
/// @param worlds K: always; 0 for none, and then there is no p-value and no luck
/// @param most up to so many where few of the first reach what the strategy does, for a finer p-value; never less than
///     `worlds`
public record PlaceboWorlds(int worlds, int most) {
    /// More than this is not asked for.
    public static final int MOST = 9_999;

    public static final PlaceboWorlds DEFAULT = new PlaceboWorlds(199, 1_999);
}
