package io.github.parallelvalidation.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A process that loads hourly bars through a cache and says what the cache had to say and how many bars there were.
final class CachedLoad {
    private CachedLoad() {}

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        Path file = folder.resolve(arguments[1]);
        BarCache cache = new BarCache(folder.resolve(arguments[2]), System.out::println);
        Bars bars = new BarLoader(Optional.of(cache))
                .load(new BarSource(List.of(file), Timeframe.H1), "TEST", Timeframe.H1, Formula.ALL, folder);
        System.out.println(bars.length() + " bars");
    }
}
