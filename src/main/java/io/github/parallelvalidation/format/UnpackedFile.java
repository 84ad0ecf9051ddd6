package io.github.parallelvalidation.format;

import io.github.parallelvalidation.workspace.PlainFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/// The content of a file after unpacking zip and gzip. The format is told from the bytes, never from the name: a `.csv`
/// may be packed, a `.zip` may be a CSV.
final class UnpackedFile {
    private static final int START = 1 << 14;
    private static final int BUFFER = 1 << 16;
    private static final int DEPTH = 3;

    private final Path file;
    private final String member;
    private final int gzips;
    private final byte[] start;

    private UnpackedFile(Path file, String member, int gzips, byte[] start) {
        this.file = file;
        this.member = member;
        this.gzips = gzips;
        this.start = start;
    }

    /// @throws DataException when the file cannot be unpacked
    static UnpackedFile of(Path file) throws IOException {
        String member = "";
        byte[] start = start(file, member, 0);
        if (Signature.ZIP.matches(start)) {
            member = ZipMember.only(file);
            start = start(file, member, 0);
        }
        int gzips = 0;
        while (Signature.GZIP.matches(start) && gzips < DEPTH) {
            gzips++;
            start = start(file, member, gzips);
        }
        return new UnpackedFile(file, member, gzips, start);
    }

    private static byte[] start(Path file, String member, int gzips) throws IOException {
        try (InputStream stream = open(file, member, gzips)) {
            return stream.readNBytes(START);
        }
    }

    private static InputStream open(Path file, String member, int gzips) throws IOException {
        InputStream stream = member.isEmpty() ? PlainFile.stream(file) : ZipMember.open(file, member);
        try {
            for (int i = 0; i < gzips; i++) {
                stream = new GZIPInputStream(stream, BUFFER);
            }
            return stream;
        } catch (IOException | RuntimeException e) {
            stream.close();
            throw e;
        }
    }

    Path file() {
        return file;
    }

    /// The name of the file in the zip, or empty.
    String member() {
        return member;
    }

    /// Whether the bytes of the file are the content itself.
    boolean isPlain() {
        return member.isEmpty() && gzips == 0;
    }

    /// The first bytes.
    byte[] start() {
        return start.clone();
    }

    /// Whether [#start] is all there is.
    boolean isWhole() {
        return start.length < START;
    }

    boolean is(Signature signature) {
        return signature.matches(start);
    }

    InputStream open() throws IOException {
        return open(file, member, gzips);
    }
}
