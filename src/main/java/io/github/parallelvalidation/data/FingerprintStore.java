package io.github.parallelvalidation.data;

import io.github.parallelvalidation.workspace.PlainFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The fingerprints of files that any process with the same bar cache has read, one a line: several workers begin on
/// the same files, each run begins anew, and a digest costs many times what a look at the file's state costs. What
/// [KnownContents] says of their holding is true across processes, too: the state tells the file apart from any other,
/// and the time of its last change from any earlier content.
///
/// The file may be deleted at any time. Where it cannot be read or written, files are read instead.
final class FingerprintStore {
    /// For those who have no cache.
    static final FingerprintStore NONE = new FingerprintStore(Path.of(""), 0);

    private static final String NAME = "fingerprints";

    /// Some thousand files; beyond that it is begun anew.
    private static final int LIMIT = 1 << 20;

    private static final Map<Path, FingerprintStore> STORES = new ConcurrentHashMap<>();

    /// Ends in a dot, so that half a line is none.
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) ([0-9]{1,18}) (\\S+) \\.");

    private final Path file;
    private final int limit;
    private final Map<String, Fingerprint> known = new HashMap<>();
    private long read;

    private FingerprintStore(Path file, int limit) {
        this.file = file;
        this.limit = limit;
    }

    /// The one of a bar cache.
    static FingerprintStore in(Path folder) {
        return STORES.computeIfAbsent(folder, _ -> of(folder, LIMIT));
    }

    /// As another process would have it.
    ///
    /// @param limit bytes after which it is begun anew
    static FingerprintStore of(Path folder, int limit) {
        return new FingerprintStore(folder.resolve(NAME), limit);
    }

    /// @param states of the files, as they are now
    synchronized Optional<Fingerprint> find(List<FileState> states) {
        String key = key(states);
        if (limit > 0 && !key.isEmpty() && !known.containsKey(key)) {
            readOn();
        }
        return Optional.ofNullable(known.get(key));
    }

    /// @param states of files of which any later change would show
    synchronized void add(List<FileState> states, Fingerprint found) {
        String key = key(states);
        if (limit == 0 || key.isEmpty() || known.put(key, found) != null) {
            return;
        }
        // Begins with a line break, for others may have been killed in the middle of a line.
        String line = "\n%s %d %s .\n".formatted(found.text(), found.length(), key);
        try {
            if (PlainFile.otherKind(file).isPresent()) {
                return;
            }
            if (read > limit) {
                Files.deleteIfExists(file);
            }
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
                channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII)));
            }
        } catch (IOException readOnly) {
            // Then others read the file themselves.
            return;
        }
    }

    /// Only one file, and where each change shows: anything else is rare.
    private static String key(List<FileState> states) {
        if (states.size() != 1 || states.getFirst().changed().isEmpty()) {
            return "";
        }
        FileState state = states.getFirst();
        String key = "%s,%d,%d,%d"
                .formatted(
                        state.key(),
                        state.bytes(),
                        state.written().to(TimeUnit.NANOSECONDS),
                        state.changed().get().to(TimeUnit.NANOSECONDS));
        return key.chars().allMatch(c -> c > ' ' && c < 0x7F) ? key : "";
    }

    /// What others have added since.
    private void readOn() {
        try (FileChannel channel = PlainFile.channel(file)) {
            if (channel.size() < read) {
                known.clear();
                read = 0;
            }
            channel.position(read);
            // Others may write on and on.
            byte[] bytes = Channels.newInputStream(channel).readNBytes(2 * LIMIT);
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            int end = text.lastIndexOf('\n') + 1;
            text.substring(0, end).lines().forEach(this::take);
            read += end;
        } catch (IOException noneYet) {
            // Nothing is known, then.
            return;
        }
    }

    private void take(String line) {
        Matcher matcher = LINE.matcher(line);
        if (matcher.matches()) {
            known.put(matcher.group(3), Fingerprint.parse(Long.parseLong(matcher.group(2)), matcher.group(1)));
        }
    }
}
