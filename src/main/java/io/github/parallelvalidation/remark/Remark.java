package io.github.parallelvalidation.remark;

/// What a researcher has noted about a strategy.
///
/// @param note empty where there is none
public record Remark(boolean isStarred, String note) {
    public static final Remark NONE = new Remark(false, "");

    public Remark {
        note = note.strip();
    }

    public boolean isNone() {
        return equals(NONE);
    }

    public Remark starred(boolean on) {
        return new Remark(on, note);
    }

    public Remark noted(String words) {
        return new Remark(isStarred, words);
    }
}
