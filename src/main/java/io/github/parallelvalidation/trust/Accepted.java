package io.github.parallelvalidation.trust;

import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What of a workspace's programs its user has accepted, at one moment: single argument lists, or whatever the
/// folder names. Only [#admit] makes what a starter of processes takes.
public final class Accepted {
    /// The variable that tells a worker what of its strategy's was accepted when the run began.
    public static final String VARIABLE = "PV_ACCEPTED";

    public static final Accepted NONE = new Accepted(false, Set.of(), Optional.empty());

    private static final String FOLDER = "folder";

    private final boolean folder;
    private final Set<String> keys;
    private final Optional<Problem> problem;

    private Accepted(boolean folder, Set<String> keys, Optional<Problem> problem) {
        this.folder = folder;
        this.keys = Set.copyOf(keys);
        this.problem = problem;
    }

    /// Nothing, for what was accepted cannot be read.
    static Accepted unreadable(Problem problem) {
        return new Accepted(false, Set.of(), Optional.of(problem));
    }

    /// Whatever the folder names, now and later.
    public static Accepted wholeFolder() {
        return new Accepted(true, Set.of(), Optional.empty());
    }

    /// These argument lists.
    public static Accepted of(Collection<NamedProgram> programs) {
        return of(programs.stream().map(NamedProgram::key).collect(Collectors.toSet()));
    }

    private static Accepted of(Set<String> keys) {
        return new Accepted(false, keys, Optional.empty());
    }

    /// What a worker was told; empty where it was told nothing: then it was started by hand.
    public static Optional<Accepted> told(Map<String, String> environment) {
        return Optional.ofNullable(environment.get(VARIABLE)).map(Accepted::parse);
    }

    private static Accepted parse(String text) {
        return text.equals(FOLDER)
                ? wholeFolder()
                : of(Arrays.stream(text.split(" ", -1))
                        .filter(key -> !key.isEmpty())
                        .collect(Collectors.toSet()));
    }

    /// Whether a program of this strategy itself was accepted, so that it most likely has one.
    public boolean hasProgramOf(StrategyId strategy) {
        return ofStrategy(strategy).findAny().isPresent();
    }

    private Stream<String> ofStrategy(StrategyId strategy) {
        String beginning = NamedProgram.beginning(ProgramUse.SIGNAL, Optional.of(strategy));
        return keys.stream().filter(key -> key.startsWith(beginning));
    }

    /// The value of [#VARIABLE] for a worker at one strategy.
    public String forWorker(StrategyId strategy) {
        return folder ? FOLDER : ofStrategy(strategy).collect(Collectors.joining(" "));
    }

    /// Whether whatever the folder names was accepted, and so where links of its data lead.
    public boolean isWholeFolder() {
        return folder;
    }

    public boolean covers(NamedProgram program) {
        return folder || keys.contains(program.key());
    }

    /// Those that were not accepted.
    public List<NamedProgram> missing(Collection<NamedProgram> programs) {
        return programs.stream().filter(program -> !covers(program)).toList();
    }

    /// @throws NotAcceptedException when one of them was not accepted
    public void require(Workspace workspace, Collection<NamedProgram> programs) {
        List<NamedProgram> missing = missing(programs);
        if (!missing.isEmpty()) {
            throw new NotAcceptedException(workspace, missing, problem);
        }
    }

    /// The program to be started.
    ///
    /// @throws NotAcceptedException when it was not accepted
    public AcceptedProgram admit(Workspace workspace, NamedProgram program) {
        require(workspace, List.of(program));
        return new AcceptedProgram(program);
    }

    Accepted and(Accepted other) {
        return new Accepted(
                folder || other.folder,
                Stream.concat(keys.stream(), other.keys.stream()).collect(Collectors.toSet()),
                problem.or(() -> other.problem));
    }
}
