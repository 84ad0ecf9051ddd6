package io.github.parallelvalidation.ui.model;

import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.trust.Acceptances;
import io.github.parallelvalidation.trust.NotAcceptedException;
import io.github.parallelvalidation.ui.text.Texts;
import java.util.Optional;

/// Leads from what was refused, because it would have started programs that nobody accepted, to an acceptance,
/// and then tries again. Until then a banner says that nothing was started.
final class TrustFlow {
    private final Validation validation;
    private final Dialogs dialogs;
    private final BackgroundWork work;
    private final OpenWorkspace workspace;
    private Optional<Open> open = Optional.empty();

    /// A question that is not answered.
    private record Open(NotAcceptedException refused, Runnable again) {}

    TrustFlow(Validation validation, Dialogs dialogs, BackgroundWork work, OpenWorkspace workspace) {
        this.validation = validation;
        this.dialogs = dialogs;
        this.work = work;
        this.workspace = workspace;
    }

    /// @param again what was refused; done once it is accepted
    void ask(NotAcceptedException refused, Runnable again) {
        Open question = new Open(refused, again);
        open = Optional.of(question);
        work.call(
                Texts.of("doing.trust.read"),
                () -> TrustQuestion.of(refused),
                words -> ask(question, words),
                workspace::failed);
    }

    /// The question that was not answered, once more.
    void askAgain() {
        open.ifPresent(question -> ask(question.refused(), question.again()));
    }

    private void ask(Open question, TrustQuestion words) {
        if (!isStillOpen(question)) {
            return;
        }
        workspace.failed(ErrorBanner.notAccepted(words));
        dialogs.trust(words, answer -> accept(question, answer));
    }

    private void accept(Open question, TrustAnswer answer) {
        if (!isStillOpen(question)) {
            return;
        }
        open = Optional.empty();
        NotAcceptedException refused = question.refused();
        work.call(
                Texts.of("doing.trust"),
                () -> {
                    write(refused, answer);
                    return refused.workspace();
                },
                accepted -> {
                    if (accepted.equals(workspace.get())) {
                        workspace.dismiss();
                        question.again().run();
                    }
                },
                workspace::failed);
    }

    /// Exactly what was shown: what was changed meanwhile is asked about again.
    private void write(NotAcceptedException refused, TrustAnswer answer) {
        Acceptances acceptances = validation.acceptances();
        switch (answer) {
            case THESE -> acceptances.accept(refused.workspace(), refused.programs());
            case FOLDER -> acceptances.acceptFolder(refused.workspace());
        }
    }

    /// Another workspace may have been opened, or another question have come.
    private boolean isStillOpen(Open question) {
        return open.filter(question::equals).isPresent()
                && question.refused().workspace().equals(workspace.get());
    }
}
