package io.github.parallelvalidation.ui;

import io.github.parallelvalidation.run.RunSnapshot;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.settings.UserState;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.function.Predicate;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.stage.Stage;
import javafx.util.Duration;
import javax.imageio.ImageIO;

/// Takes the pictures of the README: a real run in the real window, half way in light, finished in dark.
public final class Screenshots {
    private static final int HALF_WAY = 5;

    private final DashboardWindow window;
    private final Stage stage = new Stage();
    private final Path folder;
    private final CountDownLatch taken;
    private int step;

    private Screenshots(
            Validation validation, Workspace workspace, Path folder, ExecutorService background, CountDownLatch taken) {
        this.folder = folder;
        this.taken = taken;
        window = new DashboardWindow(
                stage, validation, workspace, new UserState(List.of(), false, 1280, 860), background);
        window.show();
        Timeline watch = new Timeline(new KeyFrame(Duration.millis(50), event -> next()));
        watch.setCycleCount(Animation.INDEFINITE);
        watch.play();
    }

    /// @param workspace one whose strategies wait
    /// @param folder where the pictures go
    public static void take(Validation validation, Workspace workspace, Path folder) throws InterruptedException {
        CountDownLatch taken = new CountDownLatch(1);
        ExecutorService background = Dashboard.background();
        Platform.startup(() -> new Screenshots(validation, workspace, folder, background, taken));
        taken.await();
        Platform.exit();
        background.shutdown();
    }

    private void next() {
        switch (step) {
            case 0 -> when(window.model().waiting() > 0, window.model()::validate);
            case 1 -> when(run(run -> run.finished().size() >= HALF_WAY), () -> save("dashboard-light.png"));
            case 2 ->
                when(!window.model().isRunning() && window.model().shown().get() != null, () -> {
                    window.switchTheme();
                    window.selectFirst();
                });
            case 3 -> when(window.isSettled(), () -> save("dashboard-dark.png"));
            default -> taken.countDown();
        }
    }

    private boolean run(Predicate<RunSnapshot> condition) {
        RunSnapshot run = window.model().snapshot().get();
        return run != null && condition.test(run);
    }

    private void when(boolean condition, Runnable action) {
        if (condition) {
            step++;
            action.run();
        }
    }

    private void save(String name) {
        Path file = folder.resolve(name);
        try {
            ImageIO.write(SwingFXUtils.fromFXImage(stage.getScene().snapshot(null), null), "png", file.toFile());
        } catch (IOException e) {
            throw new ProblemException(file, "cannot be written: " + e.getMessage(), e);
        }
    }
}
