package io.github.parallelvalidation.workspace;

import java.io.IOException;
import java.nio.file.Path;

/// A second process that holds the lock of a workspace until its input ends, or says why it cannot.
final class LockHolder {
    private LockHolder() {}

    public static void main(String[] arguments) throws IOException {
        try (WorkspaceLock lock = WorkspaceLock.acquire(new Workspace(Path.of(arguments[0])))) {
            System.out.println("held " + (lock == null ? 0 : 1));
            System.out.flush();
            System.in.read();
        } catch (ProblemException e) {
            System.out.println(e.getMessage());
        }
    }
}
