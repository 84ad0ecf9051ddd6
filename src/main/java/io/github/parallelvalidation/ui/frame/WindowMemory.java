package io.github.parallelvalidation.ui.frame;

import io.github.parallelvalidation.ui.control.Density;
import io.github.parallelvalidation.ui.control.Theme;
import io.github.parallelvalidation.ui.model.Page;
import io.github.parallelvalidation.ui.model.TableLook;
import io.github.parallelvalidation.ui.model.WatchMemory;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.Workspace;
import io.github.parallelvalidation.workspace.YamlDocument;
import io.github.parallelvalidation.workspace.YamlMapping;
import io.github.parallelvalidation.workspace.YamlNode;
import io.github.parallelvalidation.workspace.YamlScalar;
import io.github.parallelvalidation.workspace.YamlSequence;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;

/// The window state that is kept between starts: size and place, page, theme, columns and order of the tables, recent
/// workspaces, and which of them are watched. A missing or broken file costs only that state.
public final class WindowMemory implements WatchMemory {
    private static final String NOTICES = "notices";
    private static final int RECENT = 8;
    private static final double SMALLEST_WIDTH = 640;
    private static final double SMALLEST_HEIGHT = 480;

    private final LatestText kept;
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);
    private final ObjectProperty<Density> density = new SimpleObjectProperty<>(Density.ROOMY);
    private final ObjectProperty<Page> page = new SimpleObjectProperty<>(Page.QUEUE);
    private final ObjectProperty<TableLook> tableLook = new SimpleObjectProperty<>(TableLook.AS_IT_COMES);
    private final BooleanProperty notices = new SimpleBooleanProperty(true);
    private Optional<WindowPlace> place = Optional.empty();
    private final WatchedFolders watched = new WatchedFolders();
    private final ObservableSet<String> hiddenColumns = FXCollections.observableSet(new TreeSet<>());
    private Supplier<QueueMemory> queue = fixed(QueueMemory.NONE);
    private final List<Path> recent = new ArrayList<>();
    private double width = 1280;
    private double height = 900;

    private WindowMemory(Path file) {
        kept = new LatestText(file);
    }

    public static WindowMemory read(Path file) {
        return read(file, file);
    }

    /// @param former where it was kept by earlier versions
    static WindowMemory read(Path file, Path former) {
        WindowMemory memory = new WindowMemory(file);
        Path found = Files.exists(file) ? file : former;
        if (Files.exists(found)) {
            try {
                memory.fill(YamlDocument.read(found));
            } catch (ProblemException e) {
                System.getLogger(WindowMemory.class.getName())
                        .log(
                                System.Logger.Level.WARNING,
                                "The window starts as if for the first time: {0}",
                                e.getMessage());
            }
        }
        return memory;
    }

    ObjectProperty<Theme> theme() {
        return theme;
    }

    ObjectProperty<Density> density() {
        return density;
    }

    BooleanProperty notices() {
        return notices;
    }

    ObjectProperty<Page> page() {
        return page;
    }

    ObjectProperty<TableLook> tableLook() {
        return tableLook;
    }

    /// Empty before the first window was closed.
    Optional<WindowPlace> place() {
        return place;
    }

    void place(WindowPlace now) {
        place = Optional.of(now);
    }

    @Override
    public boolean isWatched(Workspace workspace) {
        return watched.isWatched(workspace);
    }

    @Override
    public void watch(Workspace workspace, boolean on) {
        watched.watch(workspace, on);
    }

    /// The ids of the columns that the tables leave out.
    ObservableSet<String> hiddenColumns() {
        return hiddenColumns;
    }

    /// How the queue is looked at.
    QueueMemory queue() {
        return queue.get();
    }

    /// @param now says how it is looked at when the window is closed
    void follow(Supplier<QueueMemory> now) {
        queue = now;
    }

    private static Supplier<QueueMemory> fixed(QueueMemory memory) {
        return () -> memory;
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }

    /// Workspaces, the last one first.
    List<Path> recent() {
        return List.copyOf(recent);
    }

    Optional<Path> last() {
        return recent.stream().findFirst();
    }

    void opened(Workspace workspace) {
        recent.remove(workspace.root());
        recent.addFirst(workspace.root());
        if (recent.size() > RECENT) {
            recent.removeLast();
        }
    }

    public void size(double newWidth, double newHeight) {
        width = Math.max(SMALLEST_WIDTH, newWidth);
        height = Math.max(SMALLEST_HEIGHT, newHeight);
    }

    /// Keeps it now.
    void save() {
        kept.change(text());
        write();
    }

    /// Keeps it soon, where it has changed.
    ///
    /// @param background waits for the disk
    void save(Executor background) {
        if (kept.change(text())) {
            background.execute(this::write);
        }
    }

    private void write() {
        try {
            kept.write();
        } catch (ProblemException e) {
            System.getLogger(WindowMemory.class.getName())
                    .log(System.Logger.Level.WARNING, "The window's size and theme were not kept: {0}", e.getMessage());
        }
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        text.append("theme: ").append(theme.get().code()).append('\n');
        text.append("density: ").append(density.get().code()).append('\n');
        text.append(NOTICES + ": ").append(notices.get()).append('\n');
        text.append("width: ").append(Math.round(width)).append('\n');
        text.append("height: ").append(Math.round(height)).append('\n');
        text.append("page: ").append(code(page.get())).append('\n');
        place.ifPresent(now -> text.append(
                "x: %d\ny: %d\nmaximised: %s\n".formatted(Math.round(now.x()), Math.round(now.y()), now.maximised())));
        MemoryText.list(text, "hidden_columns", hiddenColumns);
        MemoryText.list(text, "column_widths", TableLookText.widths(tableLook.get()));
        MemoryText.list(text, "sort", TableLookText.order(tableLook.get()));
        text.append(queue.get().text());
        MemoryText.list(text, "watched", watched.paths());
        MemoryText.list(text, "recent", recent.stream().map(Path::toString).toList());
        return text.toString();
    }

    private void fill(YamlNode root) {
        if (!(root instanceof YamlMapping mapping)) {
            return;
        }
        if (mapping.find("theme").orElse(null) instanceof YamlScalar code) {
            theme.set(Theme.parse(code.value()));
        }
        notices.set(mapping.find(NOTICES).isEmpty() || MemoryText.isOn(mapping, NOTICES));
        if (mapping.find("density").orElse(null) instanceof YamlScalar code) {
            density.set(Density.parse(code.value()));
        }
        size(MemoryText.number(mapping, "width", width), MemoryText.number(mapping, "height", height));
        if (mapping.find("page").orElse(null) instanceof YamlScalar code) {
            Arrays.stream(Page.values())
                    .filter(each -> code(each).equals(code.value()))
                    .forEach(page::set);
        }
        if (mapping.find("x").isPresent()) {
            place = Optional.of(new WindowPlace(
                    MemoryText.number(mapping, "x", 0),
                    MemoryText.number(mapping, "y", 0),
                    MemoryText.isOn(mapping, "maximised")));
        }
        tableLook.set(
                TableLookText.parse(MemoryText.words(mapping, "column_widths"), MemoryText.words(mapping, "sort")));
        hiddenColumns.addAll(MemoryText.words(mapping, "hidden_columns"));
        watched.addAll(MemoryText.words(mapping, "watched"));
        queue = fixed(QueueMemory.read(mapping));
        if (mapping.find("recent").orElse(null) instanceof YamlSequence paths) {
            paths.items().stream().limit(RECENT).forEach(this::remember);
        }
    }

    private void remember(YamlNode node) {
        if (node instanceof YamlScalar path) {
            try {
                recent.add(Path.of(path.value()));
            } catch (InvalidPathException e) {
                throw path.problem("is no path: " + e.getMessage());
            }
        }
    }

    private static String code(Page page) {
        return page.name().toLowerCase(Locale.ROOT);
    }
}
