package io.github.parallelvalidation.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// Template workspaces that come with the program, as resources.
public enum WorkspaceTemplate {
    /// The files of a workspace, with no strategies.
    EMPTY("empty-workspace"),
    /// Textbook strategies and real bars.
    SAMPLE("sample-workspace");

    private final String resource;

    WorkspaceTemplate(String resource) {
        this.resource = resource;
    }

    /// @throws ProblemException when the folder holds a workspace already or cannot be written
    public Workspace copyTo(Path folder) {
        if (PathEntry.exists(folder.resolve(Workspace.FOLDER))) {
            throw new ProblemException(
                    Problem.of(folder.resolve(Workspace.FOLDER), "is there already and was left alone"));
        }
        try {
            withResource(source -> copy(source, folder));
        } catch (IOException e) {
            throw new ProblemException(folder, "cannot be made a workspace: " + IoReason.of(e), e);
        } catch (UncheckedIOException e) {
            throw new ProblemException(folder, "cannot be made a workspace: " + e.getCause(), e);
        }
        return new Workspace(folder);
    }

    private void withResource(Copier copier) throws IOException {
        URL url = Objects.requireNonNull(
                WorkspaceTemplate.class.getResource("/" + resource), "the program comes with " + resource);
        URI uri;
        try {
            uri = url.toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a class loader gives legal addresses", e);
        }
        if (!"jar".equals(uri.getScheme())) {
            copier.copy(Path.of(uri));
            return;
        }
        try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
            copier.copy(jar.getPath("/" + resource));
        }
    }

    private static void copy(Path source, Path target) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(source)) {
            all = walk.toList();
        }
        for (Path from : all) {
            Path to = target.resolve(source.relativize(from).toString());
            if (Files.isDirectory(from)) {
                Files.createDirectories(to);
            } else {
                Files.copy(from, to);
            }
        }
    }

    @FunctionalInterface
    private interface Copier {
        void copy(Path source) throws IOException;
    }
}
