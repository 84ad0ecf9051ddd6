package io.github.parallelvalidation.trust;

import io.github.parallelvalidation.workspace.PathEntry;
import io.github.parallelvalidation.workspace.PrivateFile;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.YamlDocument;
import io.github.parallelvalidation.workspace.YamlMapping;
import io.github.parallelvalidation.workspace.YamlNode;
import io.github.parallelvalidation.workspace.YamlText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What was accepted of one workspace, as a file.
///
/// @param workspace the real path of the workspace
/// @param folder whatever the folder names was accepted
/// @param programs the argument lists that were accepted
record AcceptanceFile(String workspace, boolean folder, List<NamedProgram> programs) {
    private static final String WORKSPACE = "workspace";
    private static final String FOLDER = "whole_folder";
    private static final String PROGRAMS = "programs";
    private static final String USE = "use";
    private static final String STRATEGY = "strategy";
    private static final String ARGUMENTS = "arguments";

    /// Only use, strategy and argument list of an accepted program are kept.
    private static final Path NOWHERE = Path.of("");

    AcceptanceFile {
        programs = List.copyOf(programs);
    }

    /// @return empty where there is none
    /// @throws ProblemException when it cannot be read, or is about another workspace
    static Optional<AcceptanceFile> read(Path file, String workspace) {
        if (!PathEntry.exists(file)) {
            return Optional.empty();
        }
        YamlMapping root = YamlDocument.read(file).asMapping("what was accepted");
        if (!root.text(WORKSPACE).equals(workspace)) {
            throw root.scalar(WORKSPACE).problem("is about another workspace; this one is " + workspace);
        }
        return Optional.of(
                new AcceptanceFile(workspace, root.truth(FOLDER), root.list(PROGRAMS, AcceptanceFile::program)));
    }

    private static NamedProgram program(YamlNode node) {
        YamlMapping entry = node.asMapping("an accepted program");
        ProgramUse use = ProgramUse.parse(entry.text(USE))
                .orElseThrow(() -> entry.scalar(USE).problem("is the use of no program"));
        Optional<StrategyId> strategy = entry.findScalar(STRATEGY).map(id -> id.asStrategyId(STRATEGY));
        List<String> arguments = entry.list(
                ARGUMENTS, argument -> argument.asScalar("an argument").value());
        if (arguments.isEmpty() || strategy.isPresent() != (use == ProgramUse.SIGNAL)) {
            throw entry.problem("this is no accepted program: it needs 'use', 'arguments', and for a "
                    + ProgramUse.SIGNAL.key() + " its 'strategy'");
        }
        return new NamedProgram(use, strategy, NOWHERE, NOWHERE, arguments);
    }

    void write(Path file) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put(WORKSPACE, workspace);
        document.put(FOLDER, folder);
        document.put(PROGRAMS, programs.stream().map(AcceptanceFile::entry).toList());
        PrivateFile.write(file, YamlText.dump(document));
    }

    private static Map<String, @Nullable Object> entry(NamedProgram program) {
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        entry.put(USE, program.use().key());
        program.strategy().ifPresent(id -> entry.put(STRATEGY, id.value()));
        entry.put(ARGUMENTS, program.arguments());
        return entry;
    }

    Accepted accepted() {
        return folder ? Accepted.wholeFolder() : Accepted.of(programs);
    }

    AcceptanceFile with(List<NamedProgram> more) {
        Accepted known = Accepted.of(programs);
        List<NamedProgram> all = new ArrayList<>(programs);
        all.addAll(known.missing(more));
        return new AcceptanceFile(workspace, folder, all);
    }

    AcceptanceFile withWholeFolder() {
        return new AcceptanceFile(workspace, true, programs);
    }
}
