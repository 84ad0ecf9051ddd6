package io.github.parallelvalidation.knowledge;

import io.github.parallelvalidation.workspace.Workspace;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/// `learnings.md`: lessons are added behind the last one in the way that one is written. What was there stays byte for
/// byte, whatever its encoding: the text is handled as bytes that happen to look like Latin-1.
public final class LearningsFile {
    private final Workspace workspace;

    public LearningsFile(Workspace workspace) {
        this.workspace = workspace;
    }

    /// Adds the lessons that are not there yet, so that it may be repeated.
    ///
    /// @param lessons sentences
    /// @throws io.github.parallelvalidation.workspace.ProblemException when the file cannot be read or written
    public void add(List<String> lessons, LocalDate today) {
        if (!lessons.isEmpty()) {
            SharedFile.update(workspace, workspace.learnings(), before -> added(before, lessons, today));
        }
    }

    static byte[] added(byte[] before, List<String> lessons, LocalDate today) {
        String text = new String(before, StandardCharsets.ISO_8859_1);
        for (String lesson : lessons) {
            String bytes = new String(lesson.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            if (!text.contains(bytes)) {
                text = LessonStyle.append(text, bytes, today);
            }
        }
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
