package io.github.parallelvalidation.data;

import io.github.parallelvalidation.format.DataException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The file, or the series of files in order, that holds the requested bars.
///
/// @param timeframe of the bars in the files, which may be finer than the one asked for
public record BarSource(List<Path> files, Timeframe timeframe) {
    public BarSource {
        files = List.copyOf(files);
    }

    /// One named file. Its bars may be finer than those asked for: its name says so, or its first rows do.
    ///
    /// @throws DataException when its name says that it cannot be what is asked for
    public static BarSource ofFile(Path file, Timeframe wanted) {
        Optional<BarFile> named = BarFile.of(file);
        Timeframe timeframe = named.map(BarFile::timeframe).orElseGet(() -> Spacing.of(file, wanted));
        if (timeframe != wanted && !wanted.isBuiltFrom(timeframe)) {
            throw DataException.unavailable(
                    file, "holds bars of %s, from which bars of %s cannot be built".formatted(timeframe, wanted));
        }
        return new BarSource(List.of(file), timeframe);
    }

    /// For people: the path below a folder, or the first and the last of them.
    public String describe(Path folder) {
        String first = relative(folder, files.getFirst());
        return files.size() == 1
                ? first
                : "%s … %s (%d files)".formatted(first, files.getLast().getFileName(), files.size());
    }

    private static String relative(Path folder, Path file) {
        return file.startsWith(folder) ? folder.relativize(file).toString() : file.toString();
    }
}
