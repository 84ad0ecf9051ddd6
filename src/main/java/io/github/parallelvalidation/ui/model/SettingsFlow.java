package io.github.parallelvalidation.ui.model;

import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.settings.Setting;
import io.github.parallelvalidation.settings.SettingsForm;
import io.github.parallelvalidation.settings.SettingsSource;
import io.github.parallelvalidation.ui.text.Texts;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.Workspace;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The settings of the workspace while a person changes them. Nothing is written before they say so.
public final class SettingsFlow {
    private final Validation validation;
    private final Dialogs dialogs;
    private final BackgroundWork work;
    private final OpenWorkspace workspace;
    private final ReadOnlyObjectWrapper<Optional<Read>> read = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Draft> draft = new ReadOnlyObjectWrapper<>(Draft.NONE);
    private final Map<Setting, Edit> edits = new LinkedHashMap<>();

    /// The files as they were read, and the programs that this user has accepted.
    public record Read(Workspace workspace, List<SettingsForm> forms, TrustedPrograms trusted) {
        public Read {
            forms = List.copyOf(forms);
        }

        /// A form that says nothing new is not built anew: somebody may be about to type.
        boolean isSame(Read other) {
            return workspace.equals(other.workspace)
                    && trusted.equals(other.trusted)
                    && IntStream.range(0, forms.size())
                            .allMatch(i -> forms.get(i).isSame(other.forms.get(i)));
        }
    }

    private record Edit(SettingsForm form, String value, Optional<String> problem) {}

    /// The changes that are not written yet.
    ///
    /// @param wrong what is wrong with those that cannot be written, by setting
    /// @param refused why the last attempt to write wrote nothing; empty where it did not fail
    public record Draft(int changes, Map<Setting, String> wrong, Optional<String> refused) {
        static final Draft NONE = new Draft(0, Map.of(), Optional.empty());

        public Draft {
            wrong = Map.copyOf(wrong);
        }

        public boolean canBeWritten() {
            return changes > 0 && wrong.isEmpty();
        }
    }

    SettingsFlow(Validation validation, Dialogs dialogs, BackgroundWork work, OpenWorkspace workspace) {
        this.validation = validation;
        this.dialogs = dialogs;
        this.work = work;
        this.workspace = workspace;
    }

    public ReadOnlyObjectProperty<Optional<Read>> read() {
        return read.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Draft> draft() {
        return draft.getReadOnlyProperty();
    }

    /// Reads the files again where nothing of this workspace waits to be written: what a person typed stays.
    public void refresh() {
        boolean isOther = read.get()
                .filter(known -> known.workspace().equals(workspace.get()))
                .isEmpty();
        if (isOther || edits.isEmpty()) {
            reload();
        }
    }

    /// Forgets what was changed, and reads the files again.
    public void undo() {
        read.set(Optional.empty());
        reload();
    }

    private void reload() {
        edits.clear();
        draft.set(Draft.NONE);
        Workspace chosen = workspace.get();
        work.call(
                Texts.of("doing.settings.read"),
                () -> new Read(
                        chosen,
                        List.of(
                                SettingsForm.read(chosen.protocol(), SettingsSource.PROTOCOL),
                                SettingsForm.read(chosen.settings(), SettingsSource.RUN)),
                        TrustedPrograms.of(validation, chosen)),
                found -> {
                    boolean isNew = read.get().filter(found::isSame).isEmpty();
                    if (chosen.equals(workspace.get()) && edits.isEmpty() && isNew) {
                        read.set(Optional.of(found));
                    }
                },
                workspace::failed);
    }

    /// Changes a value; one that is as in the file again is no change.
    ///
    /// @param value empty for the usual one
    public void change(SettingsForm form, Setting setting, String value) {
        if (form.value(setting).equals(value.strip())) {
            edits.remove(setting);
        } else {
            edits.put(setting, new Edit(form, value, form.problem(setting, value)));
        }
        tell(Optional.empty());
    }

    /// What a field shows: what was typed, else what the file says.
    public String value(SettingsForm form, Setting setting) {
        Edit edit = edits.get(setting);
        return edit == null ? form.value(setting) : edit.value();
    }

    /// Writes all changes, file by file.
    public void write() {
        if (!draft.get().canBeWritten()) {
            return;
        }
        Map<SettingsForm, Map<Setting, String>> byForm = new LinkedHashMap<>();
        edits.forEach((setting, edit) ->
                byForm.computeIfAbsent(edit.form(), _ -> new LinkedHashMap<>()).put(setting, edit.value()));
        work.call(Texts.of("doing.settings"), () -> written(byForm), this::written, workspace::failed);
    }

    private static Optional<String> written(Map<SettingsForm, Map<Setting, String>> changes) {
        try {
            // Nothing is written where a run would refuse one of them.
            changes.forEach(SettingsForm::warnings);
            changes.forEach(SettingsForm::write);
            return Optional.empty();
        } catch (ProblemException e) {
            return Optional.of(e.problem().headline());
        }
    }

    private void written(Optional<String> refused) {
        if (refused.isPresent()) {
            tell(refused);
        } else {
            reload();
            workspace.readAnew();
        }
    }

    public void open(Path file) {
        dialogs.openFile(file);
    }

    /// Withdraws all that this user has accepted of the workspace.
    public void forgetTrust() {
        Workspace chosen = workspace.get();
        work.call(
                Texts.of("doing.trust.withdraw"),
                () -> validation.acceptances().forget(chosen),
                _ -> refresh(),
                workspace::failed);
    }

    /// What is odd about a file although it is right.
    public List<Problem> warnings(SettingsForm form) {
        return form.broken().map(List::of).orElseGet(() -> form.warnings(Map.of()));
    }

    private void tell(Optional<String> refused) {
        Map<Setting, String> wrong = new HashMap<>();
        edits.forEach((setting, edit) -> edit.problem().ifPresent(problem -> wrong.put(setting, problem)));
        draft.set(new Draft(edits.size(), wrong, refused));
    }
}
