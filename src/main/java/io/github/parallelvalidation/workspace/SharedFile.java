package io.github.parallelvalidation.workspace;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// The one way to write a file that others write too. They take no lock, so a change is applied to what is there now:
/// read, edit, write beside it, look whether it still is what was read, rename; else all of it once more with what is
/// there by then. What looks like half of what another program is just writing is waited for.
///
/// The file may be a link, which is kept; one that leads out of the workspace is refused.
public final class SharedFile {
    private static final int TRIES = 60;

    /// A program that writes all the time may outlast the tries.
    private static final long PATIENCE_NANOS = 30_000_000_000L;

    /// For how long a program that writes all the time is taken for one that writes something long.
    private static final long HALF_NANOS = 1_000_000_000L;

    private final Path file;

    public SharedFile(Path file) {
        this.file = file;
    }

    /// The result of an edit: the text to write.
    ///
    /// @param result the value that the edit returns to its caller
    /// @param isCertain false where what was read may be half of what another program is just writing; then it
    ///     counts only if it stays so for a moment
    public record Change<R>(SharedText text, R result, boolean isCertain) {}

    /// @param edit may be asked more than once; a [ProblemException] of it counts only if the text stays as it is
    /// @throws ProblemException when the file cannot be read or written or leads out of the workspace; it is then
    ///     as it was
    public void edit(UnaryOperator<SharedText> edit) {
        update(before -> new Change<>(edit.apply(before), true, true));
    }

    /// The same, with something to say about it.
    public <R> R update(Function<SharedText, Change<R>> edit) {
        Revision base = Revision.of(file);
        try {
            long began = System.nanoTime();
            long patience = began + PATIENCE_NANOS;
            for (int attempt = 1; attempt <= TRIES || System.nanoTime() < patience; attempt++) {
                // Asked with the file open: what stands elsewhere is neither edited nor complained about.
                WriteGate.shared(file);
                boolean waits = System.nanoTime() < began + HALF_NANOS;
                Optional<Change<R>> change = settled(base, edit, waits);
                if (change.isPresent() && base.replace(change.get().text())) {
                    return change.get().result();
                }
                base = base.next(attempt);
            }
        } finally {
            base.close();
        }
        throw new ProblemException(
                Problem.of(file, "is being rewritten by another program again and again; it was left alone"));
    }

    /// Empty where the text turned out to be one that another program was just writing.
    ///
    /// @param waits whether a text that was written a moment ago is waited for although it looks whole
    private static <R> Optional<Change<R>> settled(Revision base, Function<SharedText, Change<R>> edit, boolean waits) {
        try {
            Change<R> change = edit.apply(base.text());
            boolean mayBeHalf = base.isEmptied() || !change.isCertain() || (waits && base.isFresh());
            return mayBeHalf && !base.isSettled(change.isCertain()) ? Optional.empty() : Optional.of(change);
        } catch (ProblemException e) {
            if (base.isSettled(true)) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /// What the file says; what looks empty or broken is read again while another program is writing it.
    ///
    /// @throws ProblemException when the file cannot be read or leads out of the workspace, or as `reader` has it
    public <R> R read(Function<SharedText, R> reader) {
        WriteGate.shared(file);
        for (int attempt = 1; ; attempt++) {
            try (Revision base = Revision.of(file)) {
                Optional<R> value = value(base, reader, attempt == TRIES);
                if (value.isPresent()) {
                    return value.get();
                }
            }
        }
    }

    private static <R> Optional<R> value(Revision base, Function<SharedText, R> reader, boolean isLast) {
        try {
            R value = reader.apply(base.text());
            return base.isEmptied() && !isLast && !base.isSettled(true) ? Optional.empty() : Optional.of(value);
        } catch (ProblemException e) {
            if (isLast || base.isSettled(true)) {
                throw e;
            }
            return Optional.empty();
        }
    }
}
