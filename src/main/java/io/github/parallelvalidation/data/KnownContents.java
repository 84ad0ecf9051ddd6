package io.github.parallelvalidation.data;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// The fingerprints of the contents that this process has seen last, by a [KeyedSum] whose key is drawn anew in
/// each process and leaves it never. A process that reads a single content computes no sum of it.
final class KnownContents {
    static final KnownContents OF_PROCESS = new KnownContents();

    private static final int MOST = 64;

    private final Map<Content, Fingerprint> seen = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Content, Fingerprint> eldest) {
            return size() > MOST;
        }
    };

    private boolean hasBegun;
    private OptionalLong key = OptionalLong.empty();

    /// A content as the sum knows it.
    private record Content(long sum, long length) {}

    Fingerprint fingerprint(List<Path> files) throws IOException {
        if (isFirst()) {
            return Fingerprint.digest(files);
        }
        Content content = content(files);
        Fingerprint known = known(content);
        if (known != null) {
            return known;
        }
        Fingerprint found = Fingerprint.digest(files);
        // What was written in between is another content.
        if (content(files).equals(content)) {
            remember(content, found);
        }
        return found;
    }

    private Content content(List<Path> files) throws IOException {
        KeyedSum sum = new KeyedSum(key());
        long length = Fingerprint.read(files, sum);
        return new Content(sum.value(), length);
    }

    private synchronized boolean isFirst() {
        boolean isFirst = !hasBegun;
        hasBegun = true;
        return isFirst;
    }

    private synchronized long key() {
        if (key.isEmpty()) {
            key = OptionalLong.of(new SecureRandom().nextLong());
        }
        return key.getAsLong();
    }

    private synchronized @Nullable Fingerprint known(Content content) {
        return seen.get(content);
    }

    private synchronized void remember(Content content, Fingerprint found) {
        seen.put(content, found);
    }
}
