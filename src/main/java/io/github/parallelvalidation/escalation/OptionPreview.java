package io.github.parallelvalidation.escalation;

import io.github.parallelvalidation.settings.EscalationOption;
import io.github.parallelvalidation.luck.RunLuck;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The consequences of a choice, computed before it is taken.
public sealed interface OptionPreview {
    EscalationOption option();

    /// The consequences of continuing with what passed.
    ///
    /// @param passed those that it goes on with
    /// @param unsuccessful how many stay as they are
    /// @param fixable how many of these a parameter variation may mend
    /// @param luck what noise alone would have passed, or null where that is not known
    record Continue(
            List<StrategyId> passed,
            int unsuccessful,
            int fixable,
            @Nullable RunLuck luck) implements OptionPreview {
        public Continue {
            passed = List.copyOf(passed);
        }

        @Override
        public EscalationOption option() {
            return EscalationOption.CONTINUE;
        }
    }

    /// The consequences of a retry.
    ///
    /// @param choice what can be run again
    /// @param chosen the strategies that are run again
    /// @param seconds its duration when every worker needs as long as before
    record Retry(RetryChoice choice, List<StrategyId> chosen, double seconds) implements OptionPreview {
        public Retry {
            chosen = List.copyOf(chosen);
        }

        @Override
        public EscalationOption option() {
            return EscalationOption.RETRY;
        }

        /// How many of the chosen can come to another verdict.
        public int hopeful() {
            return (int) choice.hopeful().stream()
                    .filter(result -> chosen.contains(result.id()))
                    .count();
        }
    }

    record Relax(Relaxation relaxation, RelaxationImpact impact) implements OptionPreview {
        @Override
        public EscalationOption option() {
            return EscalationOption.RELAX;
        }
    }

    /// The consequences of a strategy meeting.
    ///
    /// @param agenda those that did not pass
    record Meeting(List<StrategyId> agenda) implements OptionPreview {
        public Meeting {
            agenda = List.copyOf(agenda);
        }

        @Override
        public EscalationOption option() {
            return EscalationOption.MEETING;
        }
    }
}
