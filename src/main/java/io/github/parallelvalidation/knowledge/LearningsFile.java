package io.github.parallelvalidation.knowledge;

import io.github.parallelvalidation.workspace.SharedFile;
import io.github.parallelvalidation.workspace.SharedText;
import io.github.parallelvalidation.workspace.Workspace;
import java.time.LocalDate;
import java.util.List;

/// `learnings.md`: adds lessons after the last one, in its style. What was there stays byte for byte, whatever its
/// encoding.
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
            new SharedFile(workspace.learnings())
                    .edit(before -> before.changedLatin(added(before.latin(), lessons, today)));
        }
    }

    /// @param before as [SharedText#latin] has it
    static String added(String before, List<String> lessons, LocalDate today) {
        String text = before;
        for (String lesson : lessons) {
            String bytes = SharedText.latin(lesson);
            if (!text.contains(bytes)) {
                text = LessonStyle.append(text, bytes, today);
            }
        }
        return text;
    }
}
