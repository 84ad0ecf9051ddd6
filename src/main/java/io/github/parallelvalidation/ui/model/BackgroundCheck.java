package io.github.parallelvalidation.ui.model;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.run.Finding;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.ui.text.Texts;
import io.github.parallelvalidation.workspace.Workspace;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Looks in the background at the files of what awaits a tier, so that a missing series or a broken file is seen before
/// a run. One look at a time: while one is on, a change asks for another one after it.
final class BackgroundCheck {
    private final Validation validation;
    private final BackgroundWork work;
    private final Supplier<Subject> now;
    private final BooleanSupplier mayLook;
    private final Consumer<List<Finding>> found;
    private boolean isLooking;
    private boolean again;

    /// @param tier whose waiting strategies are looked at
    record Subject(Workspace workspace, Tier tier) {}

    /// @param now what is to be looked at
    /// @param mayLook not while a run is on: it reads the same files, and needs the machine
    BackgroundCheck(
            Validation validation,
            BackgroundWork work,
            Supplier<Subject> now,
            BooleanSupplier mayLook,
            Consumer<List<Finding>> found) {
        this.validation = validation;
        this.work = work;
        this.now = now;
        this.mayLook = mayLook;
        this.found = found;
    }

    /// The workspace was read again, or another tier was chosen.
    void look() {
        if (!mayLook.getAsBoolean()) {
            return;
        }
        if (isLooking) {
            again = true;
            return;
        }
        isLooking = true;
        Subject subject = now.get();
        work.call(
                Texts.of("doing.check"),
                () -> validation.check(subject.workspace(), subject.tier()),
                check -> done(subject, check.findings()),
                // Whoever reads the workspace says what is wrong with it.
                _ -> done(subject, List.of()));
    }

    private void done(Subject subject, List<Finding> findings) {
        isLooking = false;
        if (subject.equals(now.get())) {
            found.accept(findings);
        } else {
            again = true;
        }
        if (again) {
            again = false;
            look();
        }
    }
}
