package io.github.parallelvalidation.ui.model;

import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.run.RunSentence;
import io.github.parallelvalidation.ui.text.Texts;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;

/// The title of the window. What happens while nobody looks at it stands in front, and so in the list of windows of the
/// desktop, until somebody does; the desktop itself is told once.
public final class Attention {
    private static final String PROGRAM = Texts.of("attention.program");

    private final DashboardModel model;
    private final ObservableValue<Boolean> focused;
    private final Consumer<Notice> desktop;
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private Optional<String> news = Optional.empty();
    /// The run that the news is about.
    private Optional<String> about = Optional.empty();
    private boolean wasRunning;
    private boolean hasEnded;

    /// @param focused whether somebody looks at the window
    /// @param desktop is told what happens while nobody does
    public Attention(DashboardModel model, ObservableValue<Boolean> focused, Consumer<Notice> desktop) {
        this.model = model;
        this.focused = focused;
        this.desktop = desktop;
        model.workspace().subscribe(this::tell);
        focused.subscribe(isFocused -> {
            if (isFocused) {
                forget();
            }
        });
        model.runs().activity().subscribe(this::follow);
        model.shown().subscribe(shown -> shown.ifPresent(this::ended));
        model.error().subscribe(error -> error.ifPresent(_ -> stopped()));
    }

    public ReadOnlyStringProperty title() {
        return title.getReadOnlyProperty();
    }

    /// A card has opened, or is closed.
    public void asked(boolean isOpen) {
        if (isOpen && news.isEmpty()) {
            say(Texts.of("attention.question"), Texts.of("attention.question.where"));
        }
    }

    /// A run says how it ended right after it is over.
    private void follow(Activity activity) {
        hasEnded = wasRunning && activity == Activity.IDLE;
        wasRunning = activity != Activity.IDLE;
        if (wasRunning) {
            forget();
        }
    }

    private void ended(RunOutcome run) {
        String id = run.plan().runId();
        if (hasEnded || about.filter(id::equals).isPresent()) {
            hasEnded = false;
            about = Optional.of(id);
            say(words(run), RunSentence.of(run));
        }
    }

    private void stopped() {
        if (hasEnded) {
            hasEnded = false;
            say(
                    Texts.of("attention.stopped"),
                    model.error().get().map(Banner::text).orElse(""));
        }
    }

    private static String words(RunOutcome run) {
        int passed = run.summary().passed();
        int all = run.summary().total();
        if (run.awaitsDecision()) {
            return Texts.of("attention.decision", passed, all);
        }
        return run.cancelled()
                ? Texts.of("attention.cancelled", passed, all)
                : Texts.of("attention.passed", passed, all);
    }

    private void say(String words, String sentence) {
        if (!focused.getValue()) {
            boolean isNew = !news.equals(Optional.of(words));
            news = Optional.of(words);
            tell();
            if (isNew && model.choices().notices().get()) {
                String title = Texts.of(
                        "attention.notice", words, model.workspace().get().name());
                desktop.accept(new Notice(title, sentence));
            }
        }
    }

    private void forget() {
        news = Optional.empty();
        about = Optional.empty();
        tell();
    }

    private void tell() {
        title.set(news.map(words -> words + " – ").orElse("")
                + model.workspace().get().name() + " – " + PROGRAM);
    }
}
