package io.github.parallelvalidation.workspace;

import io.github.parallelvalidation.knowledge.FailureTaxonomy;
import io.github.parallelvalidation.knowledge.LearningsFile;
import io.github.parallelvalidation.queue.QueueFile;
import io.github.parallelvalidation.queue.Status;
import io.github.parallelvalidation.queue.StatusChange;
import io.github.parallelvalidation.settings.EscalationOption;
import io.github.parallelvalidation.settings.EscalationPolicy;
import io.github.parallelvalidation.settings.EscalationPolicyFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// The files that others write too, each with what is in it, what others add, and what we write.
enum SharedKind {
    QUEUE("queue:\n- id: STR-201\n  status: PENDING # ours\n", "- id: STR-301\n", "status: L0_VALIDATING # ours") {
        @Override
        Path file(Workspace workspace) {
            return workspace.queue();
        }

        @Override
        void write(Workspace workspace) {
            new QueueFile(workspace.queue())
                    .update(List.of(new StatusChange.Begin(new StrategyId("STR-201"), Status.L0_VALIDATING, null)));
        }
    },
    LEARNINGS("# Notes\n\n* Fees matter.\n", "* Gaps matter.\n", "* No data for XYZ.\n") {
        @Override
        Path file(Workspace workspace) {
            return workspace.learnings();
        }

        @Override
        void write(Workspace workspace) {
            new LearningsFile(workspace).add(List.of("No data for XYZ."), LocalDate.of(2026, 11, 22));
        }
    },
    TAXONOMY(
            "failure_taxonomy:\n  timeout: {count: 4}\n",
            "  slippage: {count: 1}\n",
            "  timeout: {count: 5, last_run: 2026-11-22-143000}\n") {
        @Override
        Path file(Workspace workspace) {
            return workspace.failureTaxonomy();
        }

        @Override
        void write(Workspace workspace) {
            new FailureTaxonomy(workspace).count("2026-11-22-143000", Map.of("timeout", 1));
        }
    },
    BOOTSTRAP("# Notes\n\nof others\n", "more of others\n", "<!-- b -->\n- ours\n<!-- e -->") {
        @Override
        Path file(Workspace workspace) {
            return workspace.bootstrap();
        }

        @Override
        void write(Workspace workspace) {
            new MarkedBlock(workspace.bootstrap(), "<!-- b -->", "<!-- e -->").put("- ours\n");
        }
    },
    REMEMBERED_POLICY(
            "parallel_validation:\n  max_workers: 2 # two\n", "  fail_fast: true\n", "  on_escalation: relax\n") {
        @Override
        Path file(Workspace workspace) {
            return workspace.settings();
        }

        @Override
        void write(Workspace workspace) {
            EscalationPolicyFile.remember(workspace.settings(), EscalationPolicy.of(EscalationOption.RELAX));
        }
    };

    final String before;
    final String theirs;
    final String ours;

    SharedKind(String before, String theirs, String ours) {
        this.before = before;
        this.theirs = theirs;
        this.ours = ours;
    }

    abstract Path file(Workspace workspace);

    abstract void write(Workspace workspace);
}
