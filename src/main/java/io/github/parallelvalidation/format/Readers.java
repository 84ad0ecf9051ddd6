package io.github.parallelvalidation.format;

import io.github.parallelvalidation.workspace.PlainFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Opens a price file by its content, whatever its name says.
public final class Readers {
    private Readers() {}

    /// @throws DataException when the file is not there or in no format that is read
    public static RowReader open(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw DataException.unavailable(
                    file,
                    "the file cannot be read: "
                            + (Files.exists(file) ? "this user may not read it" : "it is not there"));
        }
        if (Files.isDirectory(file)) {
            throw DataException.unavailable(file, "is a folder; name a file in it");
        }
        Optional<String> otherKind = PlainFile.otherKind(file);
        if (otherKind.isPresent()) {
            throw DataException.unavailable(
                    file, "is %s, which cannot be read twice; save the bars as a file".formatted(otherKind.get()));
        }
        UnpackedFile content = UnpackedFile.of(file);
        Optional<String> complaint = Signature.complaint(content.start());
        if (complaint.isPresent()) {
            throw DataException.unavailable(file, "this is " + complaint.get());
        }
        if (content.is(Signature.PARQUET)) {
            return ParquetRowReader.open(content);
        }
        if (content.is(Signature.ARROW)) {
            return FeatherRowReader.open(content);
        }
        if (content.is(Signature.JSON) || content.is(Signature.OBJECT)) {
            return new JsonRowReader(content);
        }
        return new CsvRowReader(content);
    }
}
