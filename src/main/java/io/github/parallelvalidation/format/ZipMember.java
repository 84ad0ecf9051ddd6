package io.github.parallelvalidation.format;

import io.github.parallelvalidation.workspace.PlainFile;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Finds the one data file in a zip. Files that operating systems add, and checksums, are ignored.
final class ZipMember {
    private static final List<String> BESIDES = List.of(".checksum", ".md5", ".sha1", ".sha256", ".ds_store");

    private static final List<String> BARS = List.of(".csv", ".csv.gz", ".tsv", ".json", ".jsonl", ".parquet");

    private ZipMember() {}

    /// @throws DataException when there are none or several
    static String only(Path file) throws IOException {
        try (ZipFile zip = zip(file)) {
            if (zip.getEntry("[Content_Types].xml") != null) {
                throw DataException.invalid(file, "this is an Office document; save the bars as CSV");
            }
            List<String> members = zip.stream()
                    .filter(ZipMember::isData)
                    .map(ZipEntry::getName)
                    .toList();
            if (members.size() > 1
                    && members.stream().filter(ZipMember::isNamedAsBars).count() == 1) {
                return members.stream()
                        .filter(ZipMember::isNamedAsBars)
                        .findFirst()
                        .orElseThrow();
            }
            if (members.size() != 1) {
                throw DataException.invalid(
                        file,
                        "the zip holds %d files%s; it must hold one"
                                .formatted(
                                        members.size(),
                                        members.stream()
                                                .limit(5)
                                                .collect(Collectors.joining(", ", members.isEmpty() ? "" : ": ", ""))));
            }
            return members.getFirst();
        }
    }

    private static ZipFile zip(Path file) throws IOException {
        PlainFile.require(file);
        return new ZipFile(file.toFile());
    }

    private static boolean isData(ZipEntry entry) {
        String name = entry.getName();
        String last = name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return !entry.isDirectory()
                && !name.startsWith("__MACOSX/")
                && !last.startsWith("._")
                && BESIDES.stream().noneMatch(last::endsWith);
    }

    /// A licence or a description may lie beside the bars.
    private static boolean isNamedAsBars(String member) {
        String name = member.toLowerCase(Locale.ROOT);
        return BARS.stream().anyMatch(name::endsWith);
    }

    static InputStream open(Path file, String member) throws IOException {
        ZipFile zip = zip(file);
        try {
            ZipEntry entry = zip.getEntry(member);
            if (entry == null) {
                throw new IOException(member + " is no longer in the zip");
            }
            return new Entry(zip, zip.getInputStream(entry));
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    /// The bytes of an entry; closing the stream closes the zip.
    private static final class Entry extends FilterInputStream {
        private final ZipFile zip;

        Entry(ZipFile zip, InputStream bytes) {
            super(bytes);
            this.zip = zip;
        }

        @Override
        public void close() throws IOException {
            try (zip) {
                super.close();
            }
        }
    }
}
