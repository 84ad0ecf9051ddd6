package io.github.parallelvalidation.remark;

import io.github.parallelvalidation.workspace.Printable;
import io.github.parallelvalidation.workspace.SharedFile;
import io.github.parallelvalidation.workspace.SharedText;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.YamlDocument;
import io.github.parallelvalidation.workspace.YamlMapping;
import io.github.parallelvalidation.workspace.YamlNode;
import io.github.parallelvalidation.workspace.YamlScalar;
import io.github.parallelvalidation.workspace.YamlText;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/// The file of stars and notes. It is written whole; two windows may write it at once, and each keeps what the other
/// has noted. What is not understood in it is refused, so that nothing that a person wrote there is lost.
public final class RemarksFile {
    private static final String HEAD = "# Stars and notes of strategies, as the window shows and changes them.\n";
    private static final String ROOT = "strategies";
    private static final String STARRED = "starred";
    private static final String NOTE = "note";

    private final Path file;

    public RemarksFile(Path file) {
        this.file = file;
    }

    /// None where there is no file.
    ///
    /// @throws io.github.parallelvalidation.workspace.ProblemException when it cannot be read or understood
    public Remarks read() {
        return new SharedFile(file).read(RemarksFile::parse);
    }

    /// Changes what is noted about one strategy.
    ///
    /// @return all remarks as they are then
    /// @throws io.github.parallelvalidation.workspace.ProblemException when the file cannot be read, understood or
    ///     written; it is then as it was
    public Remarks change(StrategyId id, UnaryOperator<Remark> change) {
        return new SharedFile(file).update(before -> {
            Remarks now = parse(before);
            Remarks after = now.with(id, change.apply(now.of(id)));
            SharedText text = after.equals(now) ? before : before.changed(HEAD + YamlText.dump(document(after)));
            return new SharedFile.Change<>(text, after, true);
        });
    }

    private static Map<String, Object> document(Remarks remarks) {
        Map<String, Object> strategies = new LinkedHashMap<>();
        remarks.sorted().forEach((id, remark) -> {
            Map<String, Object> values = new LinkedHashMap<>();
            if (remark.isStarred()) {
                values.put(STARRED, true);
            }
            if (!remark.note().isEmpty()) {
                values.put(NOTE, remark.note());
            }
            strategies.put(id.value(), values);
        });
        return Map.of(ROOT, strategies);
    }

    private static Remarks parse(SharedText text) {
        if (!text.isThere() || text.isEmpty()) {
            return Remarks.NONE;
        }
        YamlNode root = YamlDocument.parse(text.source());
        Map<StrategyId, Remark> remarks = new HashMap<>();
        if (!root.isNull()) {
            for (YamlMapping.Pair part :
                    root.asMapping("the file of stars and notes").pairs()) {
                if (!part.key().value().equals(ROOT)) {
                    throw part.key()
                            .problem("only '%s' can stand here, found %s"
                                    .formatted(ROOT, Printable.quoted(part.key().value())));
                }
                if (!part.value().isNull()) {
                    part.value()
                            .asMapping(ROOT)
                            .pairs()
                            .forEach(pair -> remarks.put(pair.key().asStrategyId("a key"), remark(pair.value())));
                }
            }
        }
        return new Remarks(remarks);
    }

    private static Remark remark(YamlNode node) {
        Remark remark = Remark.NONE;
        for (YamlMapping.Pair pair :
                node.asMapping("what is noted about a strategy").pairs()) {
            YamlScalar value = pair.value().asScalar(pair.key().value());
            remark = switch (pair.key().value()) {
                case STARRED -> remark.starred(value.asBoolean(STARRED));
                case NOTE -> remark.noted(value.isNull() ? "" : value.value());
                default ->
                    throw pair.key()
                            .problem("'starred' or 'note' can stand here, found %s"
                                    .formatted(Printable.quoted(pair.key().value())));
            };
        }
        return remark;
    }
}
