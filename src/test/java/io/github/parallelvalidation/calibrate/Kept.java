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
        List<T> all = new ArrayList<>();
        for (int from = 0; from < count; from += CHUNK) {
            all.addAll(chunk(name, from, one));
        }
        return all.subList(0, count);
    }

    private <T extends Serializable> List<T> chunk(String name, int from, IntFunction<T> one) {
        Optional<Path> file = folder.map(path -> path.resolve(name + "-" + from));
        if (file.filter(Files::exists).isPresent()) {
            return read(file.get());
        }
        ArrayList<T> found = new ArrayList<>(
                IntStream.range(from, from + CHUNK).parallel().mapToObj(one).toList());
        file.ifPresent(path -> write(path, found));
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
