package io.github.parallelvalidation.format;

import java.util.Optional;

/// File signatures: formats known by their first bytes.
public enum Signature {
    ZIP("PK\3\4", ""),
    EMPTY_ZIP("PK\5\6", "an empty zip"),
    GZIP("\u001f\u008b", ""),
    PARQUET("PAR1", ""),
    JSON("[", ""),
    ARROW("ARROW1", ""),
    FEATHER_1("FEA1", "Feather of its first version, which is not read; write it with version 2, or as Parquet or CSV"),
    ARROW_STREAM(
            "\u00ff\u00ff\u00ff\u00ff",
            "an Arrow stream or something else that is not read; write the bars as an Arrow file, Parquet or CSV"),
    HDF5("\u0089HDF", Signature.HDF),
    BZIP2("BZh", "packed with bzip2, which is not read; pack it with gzip, or not at all"),
    XZ("\u00fd7zXZ", "packed with xz, which is not read; pack it with gzip, or not at all"),
    ZSTD("(\u00b5/\u00fd", "packed with zstd, which is not read; pack it with gzip, or not at all"),
    SEVEN_ZIP("7z\u00bc\u00af", "packed with 7-Zip, which is not read; pack it with gzip, or not at all"),
    SQLITE("SQLite format 3", "an SQLite database, which is not read; save the bars as CSV"),
    OLD_EXCEL("\u00d0\u00cf\u0011\u00e0", "an Excel file, which is not read; save the bars as CSV"),
    XML("<?xml", "XML, which is not read; save the bars as CSV"),
    HTML("<!", "a web page and no file of bars; download it again"),
    HTML_BARE("<html", "a web page and no file of bars; download it again"),
    OBJECT("{", "");

    public static final String HDF =
            "HDF5, which is not read; with freqtrade: freqtrade convert-data --format-from hdf5 --format-to json";
    private final String bytes;
    private final String complaint;

    Signature(String bytes, String complaint) {
        this.bytes = bytes;
        this.complaint = complaint;
    }

    boolean matches(byte[] start) {
        int from = this == JSON || this == OBJECT ? afterSpace(start) : 0;
        if (start.length - from < bytes.length()) {
            return false;
        }
        for (int i = 0; i < bytes.length(); i++) {
            if ((start[from + i] & 0xFF) != bytes.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int afterSpace(byte[] start) {
        int from = start.length >= 3 && start[0] == (byte) 0xEF && start[1] == (byte) 0xBB ? 3 : 0;
        while (from < start.length && Character.isWhitespace(start[from])) {
            from++;
        }
        return from;
    }

    /// Why content that begins so is not read, or empty.
    static Optional<String> complaint(byte[] start) {
        for (Signature signature : values()) {
            if (!signature.complaint.isEmpty() && signature.matches(start)) {
                return Optional.of(signature.complaint);
            }
        }
        return Optional.empty();
    }
}
