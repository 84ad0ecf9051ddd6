package io.github.parallelvalidation.data;

/// Builds coarser bars from finer ones: open first, high max, low min, close last, volume sum.
final class Resampler {
    private Resampler() {}

    /// An unfinished last bar is dropped.
    static Bars to(Timeframe target, Bars fine) {
        BarsBuilder coarse = new BarsBuilder();
        int first = 0;
        for (int i = 1; i <= fine.size(); i++) {
            if (i == fine.size() || target.floor(fine.time()[i]) != target.floor(fine.time()[first])) {
                if (i < fine.size() || endsWith(target, fine)) {
                    add(coarse, target, fine, first, i);
                }
                first = i;
            }
        }
        return coarse.build(fine.symbol(), target, fine.source());
    }

    private static boolean endsWith(Timeframe target, Bars fine) {
        long last = fine.time()[fine.size() - 1];
        return last + fine.timeframe().millis() == target.floor(last) + target.millis();
    }

    private static void add(BarsBuilder coarse, Timeframe target, Bars fine, int first, int end) {
        double high = fine.high()[first];
        double low = fine.low()[first];
        double volume = 0;
        for (int i = first; i < end; i++) {
            high = Math.max(high, fine.high()[i]);
            low = Math.min(low, fine.low()[i]);
            volume += fine.volume()[i];
        }
        coarse.add(target.floor(fine.time()[first]), fine.open()[first], high, low, fine.close()[end - 1], volume);
    }
}
