package io.github.parallelvalidation.settings;

import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.SharedFile;
import io.github.parallelvalidation.workspace.SharedText;
import io.github.parallelvalidation.workspace.Source;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A settings file as it was read, for a person to change. The file's own reader says what is right; what it refuses
/// is not written.
public final class SettingsForm {
    private final Path file;
    private final SettingsSource kind;
    private final boolean isThere;
    private final String bytes;
    private final Source source;

    private SettingsForm(Path file, SettingsSource kind, SharedText text) {
        this.file = file;
        this.kind = kind;
        this.isThere = text.isThere();
        this.bytes = text.latin();
        this.source = text.isThere() ? text.source() : new Source(file, "");
    }

    /// @throws ProblemException when the file cannot be read at all
    public static SettingsForm read(Path file, SettingsSource kind) {
        return new SharedFile(file).read(text -> new SettingsForm(file, kind, text));
    }

    public Path file() {
        return file;
    }

    /// Whether there is such a file; where there is none, the usual values hold.
    public boolean isThere() {
        return isThere;
    }

    /// Whether the file was the same, byte for byte, when the other one was read.
    public boolean isSame(SettingsForm other) {
        return file.equals(other.file) && isThere == other.isThere && bytes.equals(other.bytes);
    }

    public List<SettingGroup> groups() {
        return kind.groups();
    }

    /// Why the file cannot be edited as it is: a run would refuse it.
    public Optional<Problem> broken() {
        try {
            kind.read(source);
            return Optional.empty();
        } catch (ProblemException e) {
            return Optional.of(e.problem());
        }
    }

    /// The value as the file has it; empty where the usual one holds.
    public String value(Setting setting) {
        try {
            return new SettingEdit(source, setting).written().orElse("");
        } catch (ProblemException broken) {
            // That the file is broken is said once, by [#broken].
            return "";
        }
    }

    /// What is wrong with a value, in a sentence; empty where it is right.
    ///
    /// @param value empty for the usual one
    public Optional<String> problem(Setting setting, String value) {
        try {
            kind.read(new Source(file, new SettingEdit(source, setting).with(value.strip())));
            return Optional.empty();
        } catch (ProblemException e) {
            return Optional.of(e.problem().message());
        }
    }

    /// What is odd about the file with these changes, although a run would take it.
    ///
    /// @throws ProblemException when a run would refuse it
    public List<Problem> warnings(Map<Setting, String> changes) {
        return kind.read(new Source(file, text(changes)));
    }

    /// Writes changes into the file.
    ///
    /// @throws ProblemException when a run would refuse them, or when the file was changed since it was read; it is
    ///     then as it was
    public void write(Map<Setting, String> changes) {
        String text = text(changes);
        kind.read(new Source(file, text));
        new SharedFile(file).edit(before -> {
            if (before.isThere() != isThere || !before.latin().equals(bytes)) {
                throw new ProblemException(Problem.of(
                        file,
                        "was changed by somebody else since it was read here; nothing was written, read it again"));
            }
            return before.changed(text);
        });
    }

    private String text(Map<Setting, String> changes) {
        Source changed = source;
        for (Map.Entry<Setting, String> change : new LinkedHashMap<>(changes).entrySet()) {
            changed = new Source(
                    file,
                    new SettingEdit(changed, change.getKey())
                            .with(change.getValue().strip()));
        }
        return changed.text();
    }
}
