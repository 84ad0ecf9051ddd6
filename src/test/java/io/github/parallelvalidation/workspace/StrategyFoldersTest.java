package io.github.parallelvalidation.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.torture.HookedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Finding the folders of many strategies.
class StrategyFoldersTest {
    private static final int MANY = 300;
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2026-01-02T03:04:05Z"));

    @TempDir
    private Path folder;

    private final AtomicInteger listings = new AtomicInteger();
    private Path strategies = Path.of("");

    @BeforeEach
    void manyStrategies() throws IOException {
        strategies = Files.createDirectories(folder.resolve(".crypto/knowledge/strategies"));
        for (int i = 0; i < MANY; i++) {
            Files.createDirectory(strategies.resolve("STR-%d-idea".formatted(1_000 + i)));
        }
        Files.setLastModifiedTime(strategies, LONG_AGO);
    }

    private Workspace counted() {
        return new Workspace(HookedFiles.hooked(folder, (operation, name) -> {
            if (operation.equals("list") && name.equals("strategies")) {
                listings.incrementAndGet();
            }
        }));
    }

    private static StrategyId id(int number) {
        return new StrategyId("STR-" + number);
    }

    @Test
    void theFolderIsListedOnceForAllOfThem() {
        Workspace workspace = counted();
        for (int i = 0; i < MANY; i++) {
            assertThat(workspace.strategy(id(1_000 + i))).isPresent();
        }
        assertThat(workspace.strategy(id(100)))
                .as("an id is no beginning of another")
                .isEmpty();
        assertThat(listings).hasValue(1);
    }

    @Test
    void aFolderThatIsNewIsSeen() throws IOException {
        Workspace workspace = counted();
        assertThat(workspace.strategy(id(777))).isEmpty();
        Files.createDirectory(strategies.resolve("STR-777"));
        assertThat(workspace.strategy(id(777))).isPresent();
        Files.delete(strategies.resolve("STR-777"));
        assertThat(workspace.strategy(id(777))).isEmpty();
    }

    @Test
    void whatWasChangedJustNowIsListedAgainForItsTimeMayNotTell() throws IOException {
        Files.setLastModifiedTime(strategies, FileTime.from(Instant.now()));
        Workspace workspace = counted();
        workspace.strategy(id(1_000));
        workspace.strategy(id(1_001));
        assertThat(listings).hasValue(2);
    }
}
