package io.github.parallelvalidation.format;

import java.io.Closeable;
import java.io.IOException;

/// The rows of one file, block by block, in the order of the file.
public interface RowReader extends Closeable {

    /// The next rows, or none at the end of the file.
    ///
    /// @param block is cleared first
    /// @throws DataException at a row that cannot be read
    void read(RowBlock block) throws IOException;

    /// Whom to blame for a row.
    Origin origin();
}
