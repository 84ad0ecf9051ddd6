package io.github.parallelvalidation.knowledge;

import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.SharedFile;
import io.github.parallelvalidation.workspace.Source;
import io.github.parallelvalidation.workspace.Span;
import io.github.parallelvalidation.workspace.TextEdit;
import io.github.parallelvalidation.workspace.Workspace;
import io.github.parallelvalidation.workspace.YamlDocument;
import io.github.parallelvalidation.workspace.YamlEdits;
import io.github.parallelvalidation.workspace.YamlMapping;
import io.github.parallelvalidation.workspace.YamlNode;
import io.github.parallelvalidation.workspace.YamlScalar;
import io.github.parallelvalidation.workspace.YamlText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// `failure-taxonomy.yaml`: counters of failure causes. A cause records the last run that it was counted in beside its
/// count, so that no run is counted twice. Of a file that others made only those scalars are edited.
public final class FailureTaxonomy {
    private static final String ROOT = "failure_taxonomy";
    private static final String LAST_RUN = "last_run";
    private static final List<String> ROOTS =
            List.of(ROOT, "taxonomy", "failures", "root_causes", "causes", "categories");
    private static final List<String> COUNTS = List.of("count", "occurrences", "times", "counter");

    private final Workspace workspace;

    public FailureTaxonomy(Workspace workspace) {
        this.workspace = workspace;
    }

    /// Adds a run's causes, once.
    ///
    /// @param causes strategies by cause
    /// @throws ProblemException when the file is written in a way that is not known; it is then left alone
    public void count(String runId, Map<String, Integer> causes) {
        if (causes.isEmpty()) {
            return;
        }
        new SharedFile(workspace.failureTaxonomy())
                .edit(before -> before.changed(counted(before.source(), runId, new TreeMap<>(causes))));
    }

    static String counted(Source source, String runId, Map<String, Integer> causes) {
        if (source.text().isBlank()) {
            Map<String, Object> entries = new LinkedHashMap<>();
            causes.forEach((cause, count) -> entries.put(cause, entry(count, runId)));
            return YamlText.dump(Map.of(ROOT, entries));
        }
        YamlMapping known = causes(source);
        Map<String, Long> expected = new LinkedHashMap<>();
        List<TextEdit> edits = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        causes.forEach((cause, count) -> {
            Optional<YamlMapping> own =
                    known.own(cause).map(pair -> pair.value().asMapping("the cause '" + cause + "'"));
            if (own.isEmpty()) {
                missing.add(line(known, cause, entry(count, runId)));
                expected.put(cause, (long) count);
            } else if (!lastRun(own.get()).equals(runId)) {
                YamlScalar counter = counter(own.get());
                long sum = counter.integer().orElseThrow() + count;
                edits.add(number(counter, sum));
                edits.add(YamlEdits.set(own.get(), LAST_RUN, runId, countKey(own.get())));
                expected.put(cause, sum);
            }
        });
        if (!missing.isEmpty()) {
            edits.add(insertion(known, missing));
        }
        String text = TextEdit.apply(source.text(), edits);
        requireSaid(source, text, expected);
        return text;
    }

    private static Map<String, Object> entry(long count, String runId) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("count", count);
        entry.put(LAST_RUN, runId);
        return entry;
    }

    /// The mapping from cause to counter: below one of the usual names, or the whole file.
    private static YamlMapping causes(Source source) {
        YamlMapping root = YamlDocument.parse(source).asMapping("the failure taxonomy");
        YamlMapping causes = ROOTS.stream()
                .flatMap(name -> root.find(name).stream())
                .findFirst()
                .map(node -> node.asMapping("the failure taxonomy"))
                .orElse(root);
        boolean isKnown = causes.pairs().stream()
                .anyMatch(pair -> pair.value() instanceof YamlMapping entry
                        && COUNTS.stream().anyMatch(key -> entry.own(key).isPresent()));
        if (!isKnown) {
            throw causes.problem("no cause here has a mapping with a 'count', so nothing was counted");
        }
        return causes;
    }

    private static String countKey(YamlMapping cause) {
        return COUNTS.stream()
                .filter(key -> cause.own(key).isPresent())
                .findFirst()
                .orElseThrow(() -> cause.problem("this cause has no 'count'"));
    }

    private static YamlScalar counter(YamlMapping cause) {
        String key = countKey(cause);
        YamlScalar counter = cause.own(key).orElseThrow().value().asScalar(key);
        if (counter.style() != YamlScalar.Style.PLAIN || counter.integer().isEmpty()) {
            throw counter.problem(key + " must be a whole number, found " + counter.describe());
        }
        return counter;
    }

    /// Digits for digits, so that it stays a number.
    private static TextEdit number(YamlScalar counter, long sum) {
        Span span = counter.span();
        String written = counter.source().text().substring(span.start(), span.end());
        if (!written.equals(counter.value())) {
            throw counter.problem("the count must be plain digits to be counted on, found " + written);
        }
        return new TextEdit(span.start(), span.end(), String.valueOf(sum));
    }

    private static String lastRun(YamlMapping cause) {
        return cause.own(LAST_RUN)
                .map(pair -> pair.value().asScalar(LAST_RUN).value())
                .orElse("");
    }

    private static String line(YamlMapping causes, String cause, Map<String, Object> entry) {
        String value = YamlText.dumpLine(entry);
        return causes.flow() ? cause + ": " + value : " ".repeat(indent(causes)) + cause + ": " + value;
    }

    private static int indent(YamlMapping causes) {
        return causes.pairs().getFirst().key().span().column();
    }

    /// New causes behind the last one.
    private static TextEdit insertion(YamlMapping causes, List<String> added) {
        String text = causes.source().text();
        int end = endOf(causes.pairs().getLast().value());
        if (causes.flow()) {
            return new TextEdit(end, end, ", " + String.join(", ", added));
        }
        String lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
        int at = end;
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
        return new TextEdit(at, at, lineEnd + String.join(lineEnd, added));
    }

    /// The parser counts the blank lines behind a block to the block.
    private static int endOf(YamlNode node) {
        return node instanceof YamlMapping mapping
                        && !mapping.flow()
                        && !mapping.pairs().isEmpty()
                ? endOf(mapping.pairs().getLast().value())
                : node.span().end();
    }

    /// What was edited is read again before it is written.
    private static void requireSaid(Source source, String text, Map<String, Long> expected) {
        YamlMapping after = causes(new Source(source.file(), text));
        expected.forEach((cause, count) -> {
            boolean isSaid = after.own(cause)
                    .map(pair ->
                            counter(pair.value().asMapping(cause)).integer().orElse(-1L))
                    .filter(count::equals)
                    .isPresent();
            if (!isSaid) {
                throw new ProblemException(Problem.of(
                        source.file(), "is written in a way in which '" + cause + "' cannot be counted safely"));
            }
        });
    }
}
