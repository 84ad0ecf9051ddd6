package io.github.parallelvalidation.ui.model;

import io.github.parallelvalidation.trust.CommandText;
import io.github.parallelvalidation.trust.NamedProgram;
import io.github.parallelvalidation.trust.NotAcceptedException;
import io.github.parallelvalidation.trust.ProgramFiles;
import io.github.parallelvalidation.trust.QuestionText;
import io.github.parallelvalidation.ui.text.Texts;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.Workspace;
import java.util.List;
import java.util.Optional;

/// The programs of a workspace that would be started and that were not accepted, in words for a person.
///
/// @param problem why nothing that was accepted earlier counts, where that is so
public record TrustQuestion(Workspace workspace, List<Entry> programs, Optional<String> problem) {
    public TrustQuestion {
        programs = List.copyOf(programs);
    }

    /// One program.
    ///
    /// @param what it is named for
    /// @param namedIn the file that names it
    /// @param command its argument list, in full
    /// @param files behind it
    public record Entry(String what, String namedIn, String command, List<String> files) {
        public Entry {
            files = List.copyOf(files);
        }
    }

    /// Looks for the files.
    static TrustQuestion of(NotAcceptedException refused) {
        Workspace workspace = refused.workspace();
        return new TrustQuestion(
                workspace,
                refused.programs().stream()
                        .map(program -> entry(workspace, program))
                        .toList(),
                refused.problem().map(Problem::toString));
    }

    private static Entry entry(Workspace workspace, NamedProgram program) {
        return new Entry(
                program.what(),
                QuestionText.name(workspace, program.namedIn()),
                CommandText.of(program.arguments()),
                ProgramFiles.of(program).stream()
                        .map(file -> QuestionText.name(workspace, file))
                        .toList());
    }

    /// `3 programs`.
    public String count() {
        return programs.size() == 1
                ? Texts.of("banner.trust.program")
                : Texts.of("banner.trust.programs", programs.size());
    }
}
