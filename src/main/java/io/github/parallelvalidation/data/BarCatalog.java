package io.github.parallelvalidation.data;

import io.github.parallelvalidation.format.DataException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds the bar files of a symbol and timeframe in a folder and all folders below it. It looks into the folder once.
public final class BarCatalog {
    private static final int MOST_NAMED = 8;

    private final Path folder;
    private final Predicate<Path> mayFollow;
    private @Nullable BarListing listing;

    /// @param folder usually `.crypto/data`
    /// @param mayFollow whether a link is followed
    public BarCatalog(Path folder, Predicate<Path> mayFollow) {
        this.folder = folder;
        this.mayFollow = mayFollow;
    }

    /// The files with the timeframe asked for, else those of the nearest finer one it can be built from.
    ///
    /// @throws DataException when there are none, more than one answer, or only a format that is not read
    public BarSource find(String symbol, Timeframe timeframe) {
        String wanted = Symbols.normalised(symbol);
        List<BarFile> all = listing().files();
        List<BarFile> ofSymbol =
                all.stream().filter(file -> file.symbol().equals(wanted)).toList();
        return candidates(timeframe)
                .flatMap(candidate -> answer(ofSymbol, candidate, symbol).stream())
                .findFirst()
                .or(() -> bare(wanted, timeframe))
                .orElseThrow(() -> missing(symbol, timeframe, all, ofSymbol));
    }

    /// The symbols that files name, in order, each with the timeframes that there are or that can be built.
    ///
    /// @throws DataException when the folder cannot be looked into
    public Map<String, Set<Timeframe>> symbols() {
        Map<String, Set<Timeframe>> symbols = new TreeMap<>();
        listing().files().stream()
                .filter(BarFile::isReadable)
                .forEach(file -> Arrays.stream(Timeframe.values())
                        .filter(timeframe -> timeframe == file.timeframe() || timeframe.isBuiltFrom(file.timeframe()))
                        .forEach(symbols.computeIfAbsent(file.symbol(), _ -> EnumSet.noneOf(Timeframe.class))::add));
        return symbols;
    }

    /// The timeframe itself, then the coarsest of those it can be built from, and so on.
    private static Stream<Timeframe> candidates(Timeframe timeframe) {
        Stream<Timeframe> finer = Arrays.stream(Timeframe.values())
                .filter(timeframe::isBuiltFrom)
                .sorted(Comparator.comparingLong(Timeframe::millis).reversed());
        return Stream.concat(Stream.of(timeframe), finer);
    }

    private Optional<BarSource> answer(List<BarFile> files, Timeframe timeframe, String symbol) {
        Map<String, List<BarFile>> series = files.stream()
                .filter(BarFile::isReadable)
                .filter(file -> file.timeframe() == timeframe)
                .collect(Collectors.groupingBy(file -> file.series(folder), TreeMap::new, Collectors.toList()));
        if (series.size() > 1) {
            List<Path> both = series.values().stream()
                    .map(group -> group.getFirst().path())
                    .toList();
            throw twoAnswers(symbol, timeframe, both);
        }
        return series.values().stream()
                .findFirst()
                .map(group -> new BarSource(group.stream().map(BarFile::path).toList(), timeframe));
    }

    /// A file whose name says the symbol, but not the timeframe, or not as a word.
    private Optional<BarSource> bare(String wanted, Timeframe timeframe) {
        Optional<Path> file = candidates(timeframe)
                .flatMap(candidate ->
                        only(path -> BareName.isOfMinutes(path, wanted, candidate), wanted, timeframe).stream())
                .findFirst()
                .or(() -> only(path -> BareName.isSymbol(path, wanted), wanted, timeframe));
        return file.map(path -> BarSource.ofFile(path, timeframe));
    }

    private Optional<Path> only(Predicate<Path> named, String symbol, Timeframe timeframe) {
        List<Path> found = listing().others().stream().filter(named).sorted().toList();
        if (found.size() > 1) {
            throw twoAnswers(symbol, timeframe, found);
        }
        return found.stream().findFirst();
    }

    private static DataException twoAnswers(String symbol, Timeframe timeframe, List<Path> both) {
        return DataException.unavailable(
                both.get(0),
                "there are two different answers for %s %s, the other is %s; remove one, or name one with 'file:'"
                                .formatted(symbol, timeframe, both.get(1))
                        + " in the strategy's data-spec.yaml");
    }

    private DataException missing(String symbol, Timeframe timeframe, List<BarFile> all, List<BarFile> ofSymbol) {
        Optional<BarFile> unread = ofSymbol.stream()
                .filter(file -> !file.isReadable())
                .filter(file -> file.timeframe() == timeframe || timeframe.isBuiltFrom(file.timeframe()))
                .findFirst();
        if (unread.isPresent()) {
            return DataException.unavailable(
                    unread.get().path(),
                    "the bars of %s %s are there as %s"
                            .formatted(symbol, timeframe, unread.get().complaint()));
        }
        String name = symbol.replace("/", "").replace(":", "");
        String finer = candidates(timeframe).skip(1).map(Timeframe::label).collect(Collectors.joining(", "));
        String there = all.stream()
                .map(file -> file.symbol() + " " + file.timeframe())
                .distinct()
                .limit(MOST_NAMED)
                .collect(Collectors.joining(", "));
        return DataException.unavailable(
                folder,
                ("no bars of %s %s; tried %s_%s*.csv, .csv.gz, .zip, .parquet, .feather and .json, %s-%s-YYYY-MM.zip"
                                        + " in every folder%s; found %s")
                                .formatted(
                                        symbol,
                                        timeframe,
                                        name,
                                        timeframe,
                                        name,
                                        timeframe,
                                        finer.isEmpty() ? "" : ", and the same with " + finer + " to build from",
                                        there.isEmpty() ? "no bars at all" : there)
                        + unnamed()
                        + links());
    }

    /// Files as they were downloaded, whose names do not say what they hold.
    private String unnamed() {
        if (listing().others().isEmpty()) {
            return listing().files().isEmpty()
                    ? ""
                    : "; a file under any other name can be named with 'file:' in the strategy's data-spec.yaml";
        }
        List<Path> likeliest = listing().others().stream()
                .sorted(BarFile.LIKELIEST_FIRST)
                .limit(MOST_NAMED)
                .toList();
        String names = likeliest.stream()
                .map(path -> "'" + folder.relativize(path) + "'")
                .collect(Collectors.joining(", "));
        return "; there is also %s, whose name does not say symbol and timeframe: rename it, or write 'file: \"%s\"' into the strategy's data-spec.yaml"
                .formatted(names, folder.relativize(likeliest.getFirst()));
    }

    private String links() {
        return listing().passedBy().isEmpty()
                ? ""
                : ("; the link %s leads out of the workspace and was not followed: that is done for a folder of your"
                                + " own, see trust --accept --folder")
                        .formatted(listing().passedBy().getFirst());
    }

    private BarListing listing() {
        BarListing known = listing;
        if (known == null) {
            try {
                known = KnownListings.OF_PROCESS.look(folder, mayFollow);
            } catch (IOException e) {
                throw DataException.unreadable(folder, e);
            }
            listing = known;
        }
        return known;
    }
}
