package io.github.parallelvalidation.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.parallelvalidation.torture.HookedFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What this program alone writes never leaves the workspace through a link, however it is written.
@NullUnmarked
class OwnFileTest {
    private static final String KEEP = "keep\n";

    @TempDir
    private Path folder;

    private Workspace workspace;
    private Path outside;
    private Path precious;
    private Path own;

    @BeforeEach
    void make() throws IOException {
        workspace = new Workspace(folder.resolve("workspace"));
        own = workspace.decision("2026-11-22-143000");
        outside = Files.createDirectories(folder.resolve("outside"));
        precious = Files.writeString(outside.resolve(own.getFileName()), KEEP);
    }

    /// The ways in which files of our own come to hold something.
    enum Way {
        WRITTEN {
            @Override
            void into(Path file) {
                OwnFile.write(file, "new\n");
            }
        },
        APPENDED_TO {
            @Override
            void into(Path file) {
                OwnFile.append(file, "new\n");
            }
        },
        WRITTEN_AS_IT_COMES {
            @Override
            void into(Path file) throws IOException {
                try (FileChannel channel = OwnFile.empty(file)) {
                    channel.write(ByteBuffer.wrap("new\n".getBytes(StandardCharsets.UTF_8)));
                }
            }
        },
        COPIED_TO {
            @Override
            void into(Path file) {
                OwnFile.copy(
                        file.getParent().getParent().getParent().resolve("pipeline/from"),
                        file,
                        YamlDocument.SIZE_LIMIT);
            }
        },
        MOVED_TO {
            @Override
            void into(Path file) throws IOException {
                Path crypto = file.getParent().getParent().getParent();
                OwnFile.move(crypto.resolve("pipeline/from"), file);
            }
        };

        abstract void into(Path file) throws IOException;
    }

    /// Where a stranger's link stands, and whether what it leads to is there.
    enum Planted {
        FILE_TO_ANOTHER("leads out of the workspace") {
            @Override
            void plant(OwnFileTest test) throws IOException {
                Files.createSymbolicLink(test.own, test.precious);
            }
        },
        FILE_TO_NOWHERE("leads out of the workspace") {
            @Override
            void plant(OwnFileTest test) throws IOException {
                Files.createSymbolicLink(test.own, test.outside.resolve("later"));
            }
        },
        FILE_TO_ONE_OF_THE_WORKSPACE("is a link, to ") {
            @Override
            void plant(OwnFileTest test) throws IOException {
                Files.createSymbolicLink(test.own, test.workspace.pipeline().resolve("other"));
            }
        },
        FOLDER("leads out of the workspace") {
            @Override
            void plant(OwnFileTest test) throws IOException {
                Files.delete(test.own.getParent());
                Files.createSymbolicLink(test.own.getParent(), test.outside);
            }
        },
        FOLDER_ABOVE("leads out of the workspace") {
            @Override
            void plant(OwnFileTest test) throws IOException {
                Path above = test.own.getParent().getParent();
                Path other = test.outside.resolveSibling("other");
                Files.createDirectories(other.resolve(test.own.getParent().getFileName()));
                Files.move(above, test.outside.resolveSibling("above"));
                Files.createSymbolicLink(above, other);
            }
        },
        FOLDER_TO_NOWHERE("leads out of the workspace") {
            @Override
            void plant(OwnFileTest test) throws IOException {
                Files.delete(test.own.getParent());
                Files.createSymbolicLink(test.own.getParent(), test.outside.resolve("later"));
            }
        };

        private final String said;

        Planted(String said) {
            this.said = said;
        }

        abstract void plant(OwnFileTest test) throws IOException;
    }

    private void assertNothingOutsideChanged() throws IOException {
        assertThat(precious).hasContent(KEEP);
        try (Stream<Path> files = Files.list(outside)) {
            assertThat(files).containsExactly(precious);
        }
    }

    private void makeFolders() throws IOException {
        Files.createDirectories(own.getParent());
        Files.createDirectories(workspace.pipeline());
        Files.writeString(workspace.pipeline().resolve("from"), "new\n");
        Files.writeString(workspace.pipeline().resolve("other"), KEEP);
    }

    static Stream<Arguments> everyWayAndLink() {
        return Arrays.stream(Way.values())
                .flatMap(way -> Arrays.stream(Planted.values()).map(link -> Arguments.of(way, link)));
    }

    @ParameterizedTest
    @MethodSource("everyWayAndLink")
    void aLinkIsRefusedInWordsAndWhatItLeadsToStays(Way way, Planted link) throws IOException {
        makeFolders();
        // Just now the way there was a plain one.
        OwnFile.require(own);
        link.plant(this);
        assertThatThrownBy(() -> way.into(own))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith(own + ": " + link.said);
        assertNothingOutsideChanged();
        assertThat(workspace.pipeline().resolve("other")).hasContent(KEEP);
        assertThat(workspace.pipeline().resolve("from")).hasContent("new\n");
    }

    @ParameterizedTest
    @EnumSource
    void aFolderThatIsALinkWithinTheWorkspaceIsAPersonsOwnArrangement(Way way) throws IOException {
        makeFolders();
        Path real = Files.createDirectories(workspace.root().resolve("decisions/2026"));
        Files.delete(own.getParent());
        Files.createSymbolicLink(own.getParent(), real);
        if (way == Way.APPENDED_TO) {
            Files.writeString(own, "");
        }
        if (way != Way.MOVED_TO) {
            way.into(own);
            assertThat(real.resolve(own.getFileName())).hasContent("new\n");
        }
        OwnFile.require(own);
    }

    @Test
    void aCopyHasTheModeOfItsOriginal() throws IOException {
        makeFolders();
        Path from = workspace.pipeline().resolve("from");
        Files.setPosixFilePermissions(from, PosixFilePermissions.fromString("rwxr-----"));

        OwnFile.copy(from, own, YamlDocument.SIZE_LIMIT);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(own)))
                .isEqualTo("rwxr-----");
        assertThatThrownBy(() -> OwnFile.copy(from, own, 3))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("cannot be copied");
    }

    @Test
    void aFolderIsPutIntoItsPlaceOnlyWhereNothingIs() throws IOException {
        makeFolders();
        Path made = Files.createDirectories(workspace.strategies().resolve(".STR-101.new"));
        Path there = Files.createDirectories(workspace.strategies().resolve("STR-101"));

        assertThatThrownBy(() -> OwnFile.place(made, there))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("is there already");
        Files.delete(there);
        OwnFile.place(made, there);

        assertThat(there).isEmptyDirectory();
        assertThat(made).doesNotExist();
    }

    /// The file or its folder becomes a link between our looking and our writing.
    @ParameterizedTest
    @EnumSource
    void aLinkThatIsPlantedWhileWeWriteCostsARefusalAtMost(Way way) throws IOException {
        List<String> refusals = new ArrayList<>();
        for (boolean isFolder : new boolean[] {false, true}) {
            for (int moment = 1; ; moment++) {
                makeFolders();
                Files.writeString(own, way == Way.MOVED_TO ? "" : "old\n");
                if (way == Way.MOVED_TO) {
                    Files.delete(own);
                }
                AtomicInteger count = new AtomicInteger();
                int now = moment;
                Path hooked = HookedFiles.hooked(own, (operation, _) -> {
                    // A journal or log that is open already goes on where it is: it was looked at when it was opened.
                    if (count.incrementAndGet() == now && !operation.startsWith("write")) {
                        plant(isFolder);
                    }
                });
                try {
                    way.into(hooked);
                } catch (ProblemException e) {
                    refusals.add(e.getMessage());
                } catch (IOException e) {
                    refusals.add(e.toString());
                }
                assertThat(precious).as(way + " " + moment).hasContent(KEEP);
                remove(own.getParent());
                if (count.get() < moment) {
                    break;
                }
            }
        }
        assertThat(refusals).isNotEmpty();
    }

    private void plant(boolean isFolder) throws IOException {
        if (isFolder) {
            Files.move(own.getParent(), own.getParent().resolveSibling("moved-" + System.nanoTime()));
            Files.createSymbolicLink(own.getParent(), outside);
        } else {
            Files.deleteIfExists(own);
            Files.createSymbolicLink(own, precious);
        }
    }

    private static void remove(Path path) throws IOException {
        if (Files.isSymbolicLink(path)) {
            Files.delete(path);
        } else {
            TemporaryFolder.remove(path);
        }
    }

    @Test
    void aLinkIsTakenAwayAndWhatItLeadsToStays() throws IOException {
        makeFolders();
        Files.createSymbolicLink(own, precious);
        OwnFile.unlink(own);
        OwnFile.write(own, "new\n");
        assertThat(own).isRegularFile().hasContent("new\n");
        assertNothingOutsideChanged();
    }

    @Test
    void nothingIsTakenAwayBehindAFolderThatLeadsOut() throws IOException {
        makeFolders();
        Path link = Files.createSymbolicLink(outside.resolve("link"), precious);
        Path inner = Files.createDirectories(outside.resolve("inner"));
        Files.delete(own.getParent());
        Files.createSymbolicLink(own.getParent(), outside);
        assertThatThrownBy(() -> OwnFile.unlink(own.resolveSibling("link"))).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> OwnFile.removeFolder(own.resolveSibling("inner")))
                .isInstanceOf(ProblemException.class);
        assertThat(link).isSymbolicLink();
        assertThat(inner).isDirectory();
    }

    @Test
    void aFolderIsRemovedWithTheLinksInItAndNotWhatTheyLeadTo() throws IOException {
        makeFolders();
        Files.createSymbolicLink(own.resolveSibling("out"), outside);
        OwnFile.removeFolder(own.getParent());
        assertThat(own.getParent()).doesNotExist();
        assertNothingOutsideChanged();
    }

    @Test
    void whatLiesBelowNoWorkspaceOnlyMustBeNoLinkToElsewhere() throws IOException {
        Path loose = folder.resolve("results.yaml");
        OwnFile.write(loose, "new\n");
        assertThat(loose).hasContent("new\n");
        Path link = Files.createSymbolicLink(folder.resolve("link.yaml"), precious);
        assertThatThrownBy(() -> OwnFile.write(link, "new\n")).hasMessageContaining("link.yaml: is a link, to ");
        assertNothingOutsideChanged();
    }
}
