package io.github.parallelvalidation.ui.history;

import io.github.parallelvalidation.history.Account;
import io.github.parallelvalidation.history.ComparisonAccount;
import io.github.parallelvalidation.history.RunAccount;
import io.github.parallelvalidation.history.RunComparison;
import io.github.parallelvalidation.journal.RunOutcome;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Which runs of the history are opened: none, one, or two that are compared; and what is said of them.
final class OpenedRuns {
    private final BiConsumer<String, Consumer<RunOutcome>> reader;
    private final ZoneId zone;
    private final ReadOnlyObjectWrapper<Optional<Opened>> opened = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// What was asked for last: an answer to an earlier question comes too late.
    private List<String> asked = List.of();

    /// @param ids the run, or the two that are compared
    record Opened(List<String> ids, Account account) {}

    /// @param reader reads a run by its id, and hands it over where it is there
    OpenedRuns(BiConsumer<String, Consumer<RunOutcome>> reader, ZoneId zone) {
        this.reader = reader;
        this.zone = zone;
    }

    ReadOnlyObjectProperty<Optional<Opened>> opened() {
        return opened.getReadOnlyProperty();
    }

    List<String> ids() {
        return opened.get().map(Opened::ids).orElse(List.of());
    }

    void open(String id) {
        List<String> question = ask(id);
        reader.accept(id, run -> answer(question, new RunAccount(run, zone).account()));
    }

    /// Compares a run with the one that was opened first; opens it where none is, or where it is that very run.
    void compare(String id) {
        List<String> before = ids();
        if (before.isEmpty() || before.getFirst().equals(id)) {
            open(id);
            return;
        }
        String first = before.getFirst();
        List<String> question = ask(first, id);
        reader.accept(
                first,
                one -> reader.accept(
                        id,
                        other ->
                                answer(question, new ComparisonAccount(RunComparison.of(one, other), zone).account())));
    }

    void close() {
        asked = List.of();
        opened.set(Optional.empty());
    }

    private List<String> ask(String... ids) {
        asked = List.of(ids);
        return asked;
    }

    private void answer(List<String> question, Account account) {
        if (question.equals(asked)) {
            opened.set(Optional.of(new Opened(question, account)));
        }
    }
}
