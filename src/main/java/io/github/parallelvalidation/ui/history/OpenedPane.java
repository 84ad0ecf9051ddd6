package io.github.parallelvalidation.ui.history;

import io.github.parallelvalidation.history.Account;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The opened run, or the two that are compared, beside the charts.
final class OpenedPane extends BorderPane {
    private final AccountPane account = new AccountPane();
    private final ToggleButton compare =
            new ToggleButton(Texts.of("history.opened.compare"), new FontIcon(Feather.COLUMNS));
    private final Button results;
    private Optional<OpenedRuns.Opened> shown = Optional.empty();

    /// @param inResults shows a run on the page of results
    OpenedPane(Consumer<String> inResults, Runnable close) {
        results = Parts.button(
                Texts.of("history.opened.results"),
                () -> shown.ifPresent(one -> inResults.accept(one.ids().getFirst())));
        results.setId("to-results");
        results.setTooltip(Parts.tip(Texts.of("history.opened.results.tip")));
        compare.setId("compare");
        compare.setMinWidth(USE_PREF_SIZE);
        compare.setTooltip(Parts.tip(Texts.of("history.opened.compare.tip")));
        Button copy = Parts.glyphButton(
                Feather.COPY, Texts.of("history.opened.copy"), () -> shown.ifPresent(one -> copy(one.account())));
        Button closing = Parts.glyphButton(Feather.X, Texts.of("history.opened.close"), close);
        closing.setId("close-run");
        setTop(Parts.row(Parts.HALF, results, compare, Parts.gap(), copy, closing));
        setCenter(account);
        getStyleClass().add("opened-run");
        setId("opened-run");
    }

    /// Whether the next run that is clicked is compared with the opened one.
    BooleanProperty comparing() {
        return compare.selectedProperty();
    }

    void show(Optional<OpenedRuns.Opened> opened) {
        shown = opened;
        comparing().set(false);
        List<String> ids = opened.map(OpenedRuns.Opened::ids).orElse(List.of());
        results.setVisible(ids.size() == 1);
        results.setManaged(ids.size() == 1);
        opened.map(OpenedRuns.Opened::account).ifPresent(account::show);
    }

    void copy() {
        shown.ifPresent(one -> copy(one.account()));
    }

    private static void copy(Account account) {
        Parts.copy(String.join("\n", account.lines()) + "\n");
    }
}
