package io.github.parallelvalidation.ui.strategy;

import io.github.parallelvalidation.display.Figures;
import io.github.parallelvalidation.trace.ClosedTrade;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.text.Texts;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/// The trades of a strategy, sortable; choosing one says so.
final class TradesTable extends TableView<ClosedTrade> {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final double ROW = 28;
    private static final int MOST_ROWS = 12;
    private static final double SMALLEST_WIDTH = 48;
    private static final double CHARACTER = 7.5;
    /// Of the table's frame, and of the bar that moves the rows.
    private static final double FRAME = 20;

    TradesTable(List<ClosedTrade> trades, Consumer<ClosedTrade> chosen) {
        super(FXCollections.observableArrayList(trades));
        setId("trades");
        getStyleClass().add("trades");
        setFixedCellSize(ROW);
        setPrefHeight(ROW * (1.5 + Math.clamp(trades.size(), 2, MOST_ROWS)));
        setPlaceholder(Parts.label(Texts.of("strategy.trades.none"), "placeholder"));
        column(
                Texts.of("strategy.trades.side"),
                false,
                trade -> trade.isLong() ? Texts.of("strategy.side.long") : Texts.of("strategy.side.short"),
                Comparator.comparingInt(ClosedTrade::direction));
        column(
                Texts.of("strategy.trades.entered"),
                false,
                trade -> time(trade.entry()),
                Comparator.comparing(ClosedTrade::entry));
        column(
                Texts.of("strategy.trades.left"),
                false,
                trade -> time(trade.exit()),
                Comparator.comparing(ClosedTrade::exit));
        column(
                Texts.of("strategy.trades.at"),
                true,
                trade -> Figures.amount(trade.entryPrice()),
                Comparator.comparingDouble(ClosedTrade::entryPrice));
        column(
                Texts.of("strategy.trades.to"),
                true,
                trade -> Figures.amount(trade.exitPrice()),
                Comparator.comparingDouble(ClosedTrade::exitPrice));
        column(
                Texts.of("strategy.trades.bars"),
                true,
                trade -> trade.barsHeld().isPresent()
                        ? String.valueOf(trade.barsHeld().getAsInt())
                        : Figures.MISSING,
                Comparator.comparingInt(trade -> trade.barsHeld().orElse(-1)));
        column(
                Texts.of("strategy.trades.return"),
                true,
                trade -> Figures.percent(trade.netReturn(), 2),
                Comparator.comparingDouble(ClosedTrade::netReturn));
        column(
                Texts.of("strategy.trades.why"),
                false,
                trade -> trade.exitReason().replace('_', ' '),
                Comparator.comparing(ClosedTrade::exitReason));
        double needed = FRAME
                + getColumns().stream().mapToDouble(TableColumn::getMinWidth).sum();
        setPrefWidth(needed);
        // Where there is less room, the table moves sideways: no figure is cut.
        widthProperty()
                .subscribe(() -> setColumnResizePolicy(
                        getWidth() < needed
                                ? UNCONSTRAINED_RESIZE_POLICY
                                : CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN));
        getSelectionModel().selectedItemProperty().subscribe(trade -> {
            if (trade != null) {
                chosen.accept(trade);
            }
        });
        setAccessibleText(Texts.of("strategy.trades.accessible", trades.size()));
    }

    private void column(
            String name, boolean isNumber, Function<ClosedTrade, String> text, Comparator<ClosedTrade> order) {
        TableColumn<ClosedTrade, ClosedTrade> column = new TableColumn<>(name);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setComparator(order);
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable ClosedTrade trade, boolean empty) {
                super.updateItem(trade, empty);
                setText(trade == null || empty ? null : text.apply(trade));
            }
        });
        if (isNumber) {
            column.getStyleClass().add("figures");
        }
        double width = width(name, text);
        column.setMinWidth(width);
        column.setPrefWidth(width);
        getColumns().add(column);
    }

    /// As wide as its longest text.
    private double width(String name, Function<ClosedTrade, String> text) {
        int longest = getItems().stream()
                .mapToInt(trade -> text.apply(trade).length())
                .reduce(name.length(), Math::max);
        return Math.max(SMALLEST_WIDTH, Math.ceil(longest * CHARACTER) + 2 * Parts.GRID);
    }

    private static String time(Instant time) {
        return TIME.format(time);
    }
}
