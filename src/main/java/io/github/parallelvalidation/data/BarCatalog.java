package io.github.parallelvalidation.data;

import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds and loads the bars of a symbol and timeframe among the files of a workspace.
public final class BarCatalog {
    private static final int DEPTH = 8;

    private final Path folder;

    public BarCatalog(Workspace workspace) {
        this.folder = workspace.data();
    }

    /// The files that answer a request, oldest first, and the timeframe they are in.
    ///
    /// @param timeframe the request's, or a finer one from which its bars can be built
    public record Answer(List<Path> files, Timeframe timeframe) {
        public Answer {
            files = List.copyOf(files);
        }
    }

    /// @throws DataException when no file answers, or more than one does
    public Answer find(String asset, Timeframe timeframe) {
        String symbol = BarFile.symbol(asset);
        List<BarFile> ofSymbol =
                files().stream().filter(file -> file.symbol().equals(symbol)).toList();
        return finest(ofSymbol, timeframe, asset)
                .or(() -> Stream.of(Timeframe.values())
                        .filter(timeframe::isBuiltFrom)
                        .sorted(Comparator.reverseOrder())
                        .flatMap(finer -> finest(ofSymbol, finer, asset).stream())
                        .findFirst())
                .orElseThrow(() -> missing(asset, timeframe, ofSymbol));
    }

    /// Loads a request's bars.
    ///
    /// @throws DataException when they are not there or cannot be right
    public static Bars load(String asset, Timeframe timeframe, Answer answer) {
        BarsBuilder builder = new BarsBuilder();
        answer.files().forEach(file -> CsvBars.read(file, builder));
        String source = answer.files().stream().map(Path::toString).collect(Collectors.joining(", "));
        Timeframe found = answer.timeframe();
        Bars bars = builder.build(asset, found, source);
        checkSpacing(bars, answer.files().getFirst());
        return found == timeframe ? bars : Resampler.to(timeframe, bars);
    }

    /// The timeframe of a file that the strategy names itself: the requested one, or a finer one that its rows show.
    public static Answer named(Path file, Timeframe requested) {
        BarsBuilder builder = new BarsBuilder();
        CsvBars.read(file, builder);
        long closest = closest(builder.build("", requested, file.toString()));
        Timeframe shown = Stream.of(Timeframe.values())
                .filter(timeframe -> timeframe.millis() == closest && requested.isBuiltFrom(timeframe))
                .findFirst()
                .orElse(requested);
        return new Answer(List.of(file), shown);
    }

    private static void checkSpacing(Bars bars, Path file) {
        if (bars.size() > 1 && closest(bars) < bars.timeframe().millis()) {
            throw new DataException(
                    DataException.Kind.INVALID,
                    Problem.of(
                            file,
                            "there are bars only %d s apart, but they are to be %s bars"
                                    .formatted(closest(bars) / 1000, bars.timeframe())));
        }
    }

    private static long closest(Bars bars) {
        long closest = Long.MAX_VALUE;
        for (int i = 1; i < bars.size(); i++) {
            closest = Math.min(closest, bars.time()[i] - bars.time()[i - 1]);
        }
        return closest;
    }

    private Optional<Answer> finest(List<BarFile> ofSymbol, Timeframe timeframe, String asset) {
        // Sisters, each a stretch of time, are one answer together.
        Map<String, List<BarFile>> answers = new LinkedHashMap<>();
        for (BarFile file : ofSymbol) {
            if (file.timeframe() == timeframe && file.readable()) {
                String key = file.part().isEmpty()
                        ? file.path().toString()
                        : file.path().resolveSibling("").toString();
                answers.computeIfAbsent(key, _ -> new ArrayList<>()).add(file);
            }
        }
        if (answers.size() > 1) {
            throw new DataException(
                    DataException.Kind.INVALID,
                    Problem.of(
                            folder,
                            "two different answers to %s %s: %s; keep one, or name it with 'file:' in data-spec.yaml"
                                    .formatted(
                                            asset,
                                            timeframe,
                                            answers.values().stream()
                                                    .map(files -> files.getFirst()
                                                            .path()
                                                            .toString())
                                                    .collect(Collectors.joining(" and ")))));
        }
        return answers.values().stream()
                .findFirst()
                .map(files -> new Answer(
                        files.stream()
                                .sorted(Comparator.comparing(BarFile::part))
                                .map(BarFile::path)
                                .toList(),
                        timeframe));
    }

    private DataException missing(String asset, Timeframe timeframe, List<BarFile> ofSymbol) {
        String unreadable = ofSymbol.stream()
                .filter(file -> !file.readable())
                .map(file -> file.path().toString())
                .collect(Collectors.joining(", "));
        String others = ofSymbol.stream()
                .filter(BarFile::readable)
                .map(file -> String.valueOf(file.path().getFileName()))
                .collect(Collectors.joining(", "));
        String name = BarFile.symbol(asset) + "_" + timeframe;
        String message = "no bars for %s %s: looked in all folders below for %s.csv, .csv.gz, .zip and for finer bars"
                .formatted(asset, timeframe, name);
        if (!unreadable.isEmpty()) {
            message += "; files of this kind are not read yet: " + unreadable;
        }
        if (!others.isEmpty()) {
            message += "; of this symbol there is only " + others;
        }
        return new DataException(DataException.Kind.UNAVAILABLE, Problem.of(folder, message));
    }

    private List<BarFile> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(folder, DEPTH, FileVisitOption.FOLLOW_LINKS)) {
            return walk.filter(Files::isRegularFile)
                    .sorted()
                    .flatMap(path -> BarFile.of(path).stream())
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new DataException(
                    DataException.Kind.UNAVAILABLE, Problem.of(folder, "cannot be listed: " + e.getMessage()));
        }
    }
}
