package io.github.parallelvalidation.ui.palette;

import java.nio.file.Path;
import java.util.List;

/// What actions need of the window itself, beside its model.
public interface WindowParts {

    void openPalette();

    void showHelp();

    void showAlerts(List<String> alerts);

    /// Puts the keyboard into the filter.
    void toFilter();

    /// Shows the list of the table's columns.
    void chooseColumns();

    /// Shows the strategies that are selected, one over the page or several beside one another.
    void showSelected();

    /// Workspaces that were open before, the last one first.
    List<Path> recent();

    void copy(String text);
}
