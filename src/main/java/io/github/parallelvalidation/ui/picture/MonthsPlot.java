package io.github.parallelvalidation.ui.picture;

import io.github.parallelvalidation.display.Figures;
import io.github.parallelvalidation.ui.control.Hint;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.ui.text.Texts;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// Draws returns by month as a calendar: a line a year, and the year's return at its end.
public final class MonthsPlot extends GridPane {
    private static final int MONTHS = 12;
    /// A colour is as strong as the largest of these shares that the return reaches.
    private static final double STRONG = 0.05;

    private static final double SLIGHT = 0.01;

    public MonthsPlot(Map<YearMonth, Double> returns) {
        super(2, 2);
        getStyleClass().add("months");
        getColumnConstraints().add(new ColumnConstraints());
        for (int column = 0; column <= MONTHS; column++) {
            ColumnConstraints even = new ColumnConstraints();
            even.setHgrow(Priority.ALWAYS);
            even.setPercentWidth(100.0 / (MONTHS + 2));
            getColumnConstraints().add(even);
        }
        for (Month month : Month.values()) {
            add(head(month.getDisplayName(TextStyle.SHORT, Locale.ENGLISH)), month.getValue(), 0);
        }
        add(head(Texts.of("picture.months.year")), MONTHS + 1, 0);
        SortedSet<Integer> years =
                returns.keySet().stream().map(YearMonth::getYear).collect(Collectors.toCollection(TreeSet::new));
        int row = 1;
        for (int year : years) {
            add(Parts.label(String.valueOf(year), "plot-text", Role.MUTED.style()), 0, row);
            double grown = 1;
            for (Month month : Month.values()) {
                Double gain = returns.get(YearMonth.of(year, month));
                if (gain != null) {
                    grown *= 1 + gain;
                    add(cell(gain, YearMonth.of(year, month).toString()), month.getValue(), row);
                }
            }
            add(cell(grown - 1, String.valueOf(year)), MONTHS + 1, row);
            row++;
        }
        setAccessibleText(returns.entrySet().stream()
                .map(each -> each.getKey() + " " + Figures.percent(each.getValue(), 1))
                .collect(Collectors.joining(", ")));
    }

    private static Label head(String text) {
        Label head = Parts.label(text, "plot-text", "month-head", Role.MUTED.style());
        head.setMaxWidth(Double.MAX_VALUE);
        return head;
    }

    private static Label cell(double gain, String when) {
        String text = Figures.percent(gain, 1);
        Label cell = Parts.label(text.replace(" %", ""), "plot-text", "figures", "month", style(gain));
        cell.setMaxWidth(Double.MAX_VALUE);
        cell.setMinWidth(0);
        new Hint(cell).say(when + ": " + text);
        return cell;
    }

    private static String style(double gain) {
        double size = Math.abs(gain);
        String strength = size >= STRONG ? "strong" : size >= SLIGHT ? "middle" : "slight";
        return (gain > 0 ? "gain-" : "loss-") + strength;
    }
}
