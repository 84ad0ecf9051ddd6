package io.github.parallelvalidation.process;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// A process with all its descendants. Descendants are recorded while their parents live, because an orphan no longer
/// tells whose it was; those orphaned between two looks are found by [ProcessMarks].
public final class ProcessTree {
    /// So long do those that are ended by force have to vanish. A fork bomb needs several rounds.
    private static final Duration FORCE_LIMIT = Duration.ofMillis(1500);

    private static final Duration PERIOD = Duration.ofMillis(10);

    private final ProcessHandle root;
    private final Supplier<? extends Collection<ProcessHandle>> marked;
    private final Set<ProcessHandle> known = new LinkedHashSet<>();

    /// Without a mark.
    public ProcessTree(ProcessHandle root) {
        this(root, List::of);
    }

    /// @param marked finds members wherever they went
    public ProcessTree(ProcessHandle root, Supplier<? extends Collection<ProcessHandle>> marked) {
        this.root = root;
        this.marked = marked;
        known.add(root);
    }

    /// Members that are alive, as far as their parents still tell. Quick.
    public synchronized List<ProcessHandle> look() {
        known.removeIf(process -> !isAlive(process));
        for (ProcessHandle process : List.copyOf(known)) {
            if (!hasKnownParent(process)) {
                process.descendants().forEach(known::add);
            }
        }
        return known.stream().filter(ProcessTree::isAlive).toList();
    }

    /// Members that are alive, those that slipped away too.
    public synchronized List<ProcessHandle> lookEverywhere() {
        known.addAll(marked.get());
        return look();
    }

    private boolean hasKnownParent(ProcessHandle process) {
        Optional<ProcessHandle> parent = process.parent();
        return parent.isPresent() && known.contains(parent.get());
    }

    /// Asks every member to end, and ends by force those that are still there after the grace.
    ///
    /// @param isUrgent whether the grace is over early
    /// @return whether none is left
    public boolean end(Duration grace, BooleanSupplier isUrgent) {
        List<ProcessHandle> asked = lookEverywhere();
        asked.forEach(ProcessHandle::destroy);
        await(asked, grace, isUrgent);
        return force();
    }

    public boolean end(Duration grace) {
        return end(grace, () -> false);
    }

    /// Ends by force what a process left behind when it ended itself.
    public void endLeftovers() {
        look().forEach(ProcessHandle::destroyForcibly);
    }

    private boolean force() {
        long limit = System.nanoTime() + FORCE_LIMIT.toNanos();
        List<ProcessHandle> left = lookEverywhere();
        while (!left.isEmpty() && System.nanoTime() < limit) {
            left.forEach(ProcessHandle::destroyForcibly);
            await(left, PERIOD.multipliedBy(5), () -> false);
            left = lookEverywhere();
        }
        return left.isEmpty();
    }

    /// Looks again and again: a process that is no child of ours tells nobody when it ends.
    private static void await(List<ProcessHandle> processes, Duration limit, BooleanSupplier isUrgent) {
        long until = System.nanoTime() + limit.toNanos();
        while (processes.stream().anyMatch(ProcessTree::isAlive)
                && System.nanoTime() < until
                && !isUrgent.getAsBoolean()) {
            LockSupport.parkNanos(PERIOD.toNanos());
        }
    }

    private static boolean isAlive(ProcessHandle process) {
        return process.isAlive() && !ProcessMarks.isZombie(process.pid());
    }

    public ProcessHandle root() {
        return root;
    }
}
