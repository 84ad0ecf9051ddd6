package io.github.parallelvalidation.calibrate;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// What a simulation has found so far, in files, so that one that takes hours can be stopped and taken up again, or
/// begun with few strategies and gone on with to many.
///
/// @param folder of one seed and one state of the program; empty to keep nothing
record Kept(Optional<Path> folder) {
    /// So many results in a file.
    private static final int CHUNK = 20;

    static final Kept NOTHING = new Kept(Optional.empty());

    /// Computes on all processors what is not there yet.
    ///
    /// @param name of the files
    /// @return in the order of the places
    <T extends Serializable> List<T> each(String name, int count, IntFunction<T> one) {
        if (folder.isEmpty()) {
            return computed(0, count, one);
        }
        List<T> all = new ArrayList<>();
        for (int from = 0; from < count; from += CHUNK) {
            all.addAll(chunk(folder.get().resolve(name + "-" + from), from, one));
        }
        return all.subList(0, count);
    }

    private static <T> ArrayList<T> computed(int from, int to, IntFunction<T> one) {
        return new ArrayList<>(
                IntStream.range(from, to).parallel().mapToObj(one).toList());
    }

    private static <T extends Serializable> List<T> chunk(Path file, int from, IntFunction<T> one) {
        if (Files.exists(file)) {
            return read(file);
        }
        ArrayList<T> found = computed(from, from + CHUNK, one);
        write(file, found);
        return found;
    }

    @SuppressWarnings("unchecked") // written by #write under this name
    private static <T> List<T> read(Path file) {
        try (ObjectInputStream in = new ObjectInputStream(Files.newInputStream(file))) {
            return (List<T>) in.readObject();
        } catch (IOException e) {
            throw new UncheckedIOException("delete " + file.getParent() + " to begin anew", e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("delete " + file.getParent() + " to begin anew", e);
        }
    }

    private static void write(Path file, ArrayList<?> found) {
        try {
            Files.createDirectories(file.getParent());
            Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
            try (ObjectOutputStream out = new ObjectOutputStream(Files.newOutputStream(temporary))) {
                out.writeObject(found);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
