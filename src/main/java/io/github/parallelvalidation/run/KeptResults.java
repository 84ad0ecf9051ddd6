package io.github.parallelvalidation.run;

import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.process.Shortage;
import io.github.parallelvalidation.process.ShortageException;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.WorkspaceLock;
import java.util.function.Supplier;

/// Guards the flow of a run whose plan is written: whatever fails from there on costs no result.
final class KeptResults {
    private KeptResults() {}

    /// From here on something was run: what fails us now costs no result, and the message says so.
    static RunOutcome keeping(RunContext run, RunSession session, WorkspaceLock lock, Supplier<RunOutcome> flow) {
        ShortageException.prepare();
        try (LockWatch _ = new LockWatch(lock, run.stop(), run.monitor(), run.journal())) {
            return flow.get();
        } catch (ProblemException e) {
            if (Shortage.of(e).isPresent()) {
                throw stopped(run, session, e);
            }
            // No refusal: those say that nothing was run.
            throw new RunStoppedException(
                    e,
                    "The run was stopped before its end was recorded. %s: once the following is mended, resume the run with --resume."
                            .formatted(capital(kept(run))));
        } catch (RunStoppedException e) {
            throw e;
        } catch (ShortageException | Error e) {
            throw stopped(run, session, e);
        }
    }

    private static RunStoppedException stopped(RunContext run, RunSession session, Throwable reason) {
        // What stopped the workers comes before what then could not be written.
        Throwable first = run.stop().failure().orElse(reason);
        session.putBack(first);
        return new RunStoppedException(
                first,
                "The run was stopped; it is no strategy's fault. %s: resume the run with --resume."
                        .formatted(capital(kept(run))));
    }

    private static String kept(RunContext run) {
        return "what was found is kept in " + run.file().path().getFileName();
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
