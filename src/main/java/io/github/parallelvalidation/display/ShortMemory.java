package io.github.parallelvalidation.display;

/// Says in a sentence that the memory did not suffice, and what can be done.
public final class ShortMemory {
    private static final long MEGABYTE = 1 << 20;

    private ShortMemory() {}

    public static String sentence() {
        long most = Runtime.getRuntime().maxMemory() / MEGABYTE;
        return ("The memory does not suffice: this program may use %d MB, and something in the workspace needs more."
            + " Set the environment variable _JAVA_OPTIONS to -Xmx%dm and start it again; a run that was cut off is"
            + " resumed with --resume.")
                .formatted(most, 4 * most);
    }
}
