package io.github.parallelvalidation.supervise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A shell script in the place of `java`, so that processes of the built-in worker do whatever a test wants: those
/// for one strategy and those for many.
public final class ShellJava {
    private ShellJava() {}

    /// @param script what is done for each strategy; its first argument is the output folder
    public static WorkerCommand.BuiltIn in(Path folder, String script) throws IOException {
        Path java = Files.writeString(folder.resolve("java.sh"), """
            #!/bin/sh
            warm=
            for word; do case $word in *.WarmWorkerMain) warm=yes ;; esac; done
            if [ -z "$warm" ]; then
              while [ $# -gt 0 ]; do
                [ "$1" = --output-dir ] && dir=$2
                shift
              done
              set -- "$dir"
            %1$s
              exit 0
            fi
            field() { printf '%%s\\n' "$request" | sed "s/.*\\"$1\\"[:,]\\"\\([^\\"]*\\)\\".*/\\1/"; }
            while read -r request; do
              PV_RUN_ID=$(field PV_RUN_ID) PV_ATTEMPT=$(field PV_ATTEMPT) PV_WORKER_ID=$(field PV_WORKER_ID)
              set -- "$(field --output-dir)"
            %1$s
              status=0
              grep -qs error "$1"/*_results.yaml && status=3
              printf '\\n%%s done %%s 0\\n' "$PV_WORKER_ID" "$status"
            done
            """.formatted(script.strip()));
        if (!java.toFile().setExecutable(true)) {
            throw new IOException(java + " cannot be made executable");
        }
        return new WorkerCommand.BuiltIn(java, "no.jar");
    }
}
