package io.github.parallelvalidation.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.escalation.Decision;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.plan.RunWishes;
import io.github.parallelvalidation.run.ChainScript.Round;
import io.github.parallelvalidation.settings.EscalationOption;
import io.github.parallelvalidation.settings.EscalationPolicy;
import io.github.parallelvalidation.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What follows a run: the cases one by one, then the rules over every combination.
class FollowUpTest {

    /// A chain is written as [ChainScript] reads it.
    @ParameterizedTest(name = "{0} | policy {1} | {2} -> {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        a+ b+                                       | ask      | -            | done
        a+ b+                                       | ask      | auto         | L1 a b
        a+ b+                                       | ask      | then_l1      | L1 a b
        a+ b+ c-                                    | ask      | auto         | done
        a+ b+ c-                                    | ask      | then_l1      | L1 a b
        a+ b- c- ?                                  | ask      | then_l1 auto | ask
        a+ b- c- ?                                  | continue | then_l1      | decide continue
        a+ b- c- ?                                  | retry    | -            | decide retry
        a+ b- c- ?                                  | meeting  | -            | decide meeting
        a+ b- c- ?                                  | relax    | -            | decide relax
        a+ b- c- continue                           | ask      | then_l1      | L1 a
        a+ b- c- continue                           | ask      | auto         | done
        a+ b- c- meeting                            | ask      | then_l1      | L1 a
        a- b- c- continue                           | ask      | then_l1      | done
        a+ b+ c+ relax                              | ask      | auto         | L1 a b c
        a+ b+ c- relax                              | ask      | auto         | done
        a+ b+ c- relax                              | ask      | then_l1      | L1 a b
        a+ b- c- retry(b,c)                         | ask      | then_l1 auto | L0 b c
        a+ b- c- retry(b,c) > b+ c+                 | ask      | auto         | L1 a b c
        a+ b- c- retry(b,c) > b+ c+                 | ask      | then_l1      | L1 a b c
        a+ b- c- retry(b,c) > b+ c-                 | ask      | auto         | done
        a+ b- c- retry(b,c) > b+ c-                 | ask      | then_l1      | L1 a b
        a+ b- c- retry(b)   > b+                    | ask      | auto         | done
        a+ b- c- retry(b)   > b+                    | ask      | then_l1      | L1 a b
        a+ b- c- retry(b,c) > b- c- ?               | ask      | then_l1      | ask
        a+ b- c- retry(b,c) > b- c- ?               | continue | -            | decide continue
        a+ b- c- retry(b,c) > b- c- ?               | retry    | -            | decide retry
        a+ b- c- retry(b,c) > b- c- retry(b) > b- ? | ask      | -            | ask
        a+ b- c- retry(b,c)! > b- c- ?              | retry    | -            | ask
        a+ b- c- retry(b,c)! > b- c- ?              | continue | -            | ask
        a+ b- c- retry(b,c)! > b+ c+                | retry    | auto         | L1 a b c
        a+ b- c- retry(b,c) > b+ c+ relax           | ask      | auto         | L1 a b c
        a+ b- c- retry(b,c) > b- c- continue        | ask      | then_l1      | L1 a
        a+ b+ ?                                     | ask      | auto         | ask
        a+ b+ retry()                               | ask      | auto         | L1 a b
        a+ b+ cancelled                             | ask      | then_l1 auto | done
        a+ b- c- retry(b,c) > cancelled             | ask      | then_l1      | done
        L1: a+ b+                                   | ask      | then_l1 auto | done
        L1: a- b- ?                                 | ask      | then_l1 auto | ask
        L1: a- b- ?                                 | continue | -            | decide continue
        L1: a- b- retry(a,b)                        | ask      | -            | L1 a b
        L1: a- b- retry(a,b) > a+ b+                | ask      | then_l1 auto | done
        """)
    void eachCase(String chain, String policy, String asked, String expected) {
        RunWishes wishes = new RunWishes(asked.contains("then_l1"), Optional.empty(), Map.of());
        Settings settings = ChainScript.settings(policy, asked.contains("auto"));
        assertThat(words(FollowUp.after(ChainScript.rounds(chain), settings, wishes)))
                .isEqualTo(expected);
    }

    @Test
    void whatWasAskedForWithTheRunOutweighsTheSettings() {
        List<RunOutcome> open = ChainScript.rounds("a- b- ?");
        RunWishes ask = new RunWishes(false, Optional.of(EscalationPolicy.ASK), Map.of());
        RunWishes relax =
                new RunWishes(false, Optional.of(EscalationPolicy.of(EscalationOption.RELAX)), Map.of("ic", 0.008));
        Settings policy = ChainScript.settings("continue", false);

        assertThat(FollowUp.after(open, policy, ask)).isEqualTo(new FollowUp.Ask());
        assertThat(FollowUp.after(open, policy, relax))
                .isEqualTo(new FollowUp.Decide(EscalationOption.RELAX, Map.of("ic", 0.008)));
    }

    @Test
    void aRetryStaysInItsChainAndTheNextTierBeginsOneOfItsOwn() {
        RunWishes wishes =
                new RunWishes(true, Optional.of(EscalationPolicy.of(EscalationOption.RELAX)), Map.of("ic", 0.008));
        List<RunOutcome> asked = ChainScript.rounds("a+ b- c- retry(b,c)", wishes);
        FollowUp retry = FollowUp.after(asked, Settings.DEFAULT, wishes);
        assertThat(retry).isInstanceOfSatisfying(FollowUp.Start.class, start -> {
            assertThat(start.request().link().follows())
                    .contains(asked.getLast().plan().runId());
            assertThat(start.request().link().wishes()).isEqualTo(wishes);
        });

        FollowUp next = FollowUp.after(ChainScript.rounds("a+ b+", wishes), Settings.DEFAULT, wishes);
        assertThat(next).isInstanceOfSatisfying(FollowUp.Start.class, start -> {
            assertThat(start.request().link().follows()).isEmpty();
            assertThat(start.request().link().wishes())
                    .as("thresholds are those of L0")
                    .isEqualTo(
                            new RunWishes(false, Optional.of(EscalationPolicy.of(EscalationOption.RELAX)), Map.of()));
        });
    }

    @Test
    void theRulesHoldInEveryCombination() {
        int seen = 0;
        List<List<Round>> chains = ChainScript.everyChain();
        for (String policy : EscalationPolicy.codes()) {
            for (boolean auto : new boolean[] {false, true}) {
                Settings settings = ChainScript.settings(policy, auto);
                for (List<Round> chain : chains) {
                    List<RunOutcome> rounds = ChainScript.of(chain, RunWishes.NONE);
                    for (boolean thenL1 : new boolean[] {false, true}) {
                        RunWishes wishes = new RunWishes(thenL1, Optional.empty(), Map.of());
                        check(rounds, policy, auto, thenL1, FollowUp.after(rounds, settings, wishes));
                        seen++;
                    }
                }
            }
        }
        assertThat(seen).isGreaterThan(5_000);
    }

    private static void check(List<RunOutcome> rounds, String policy, boolean auto, boolean thenL1, FollowUp found) {
        RunOutcome last = rounds.getLast();
        String situation =
                ChainScript.words(rounds) + ", " + policy + (auto ? ", auto" : "") + (thenL1 ? ", then" : "");
        if (last.cancelled()) {
            assertThat(found).as(situation).isInstanceOf(FollowUp.Done.class);
            return;
        }
        boolean policyFree =
                ChainScript.decisions(rounds).stream().noneMatch(made -> made.decidedBy() == Decision.By.POLICY);
        assertThat(found instanceof FollowUp.Decide)
                .as(situation)
                .isEqualTo(last.awaitsDecision() && !policy.equals("ask") && policyFree);
        assertThat(found instanceof FollowUp.Ask)
                .as(situation)
                .isEqualTo(last.awaitsDecision() && (policy.equals("ask") || !policyFree));
        if (last.awaitsDecision()) {
            return;
        }
        boolean retries = ChainScript.retries(last);
        List<String> passed = ChainScript.passed(rounds);
        boolean allPassed = passed.containsAll(ChainScript.planned(rounds.getFirst()));
        boolean goesOn =
                !retries && last.plan().tier() == Tier.L0 && !passed.isEmpty() && (thenL1 || (auto && allPassed));
        assertThat(found instanceof FollowUp.Start).as(situation).isEqualTo(retries || goesOn);
        if (goesOn) {
            assertThat(words(found)).as(situation).isEqualTo("L1 " + String.join(" ", passed));
        }
    }

    private static String words(FollowUp followUp) {
        return switch (followUp) {
            case FollowUp.Done _ -> "done";
            case FollowUp.Ask _ -> "ask";
            case FollowUp.Decide decide -> "decide " + decide.option().code();
            case FollowUp.Start start -> {
                List<String> words =
                        new ArrayList<>(List.of(start.request().tier().name()));
                start.request().strategies().forEach(id -> words.add(ChainScript.letter(id)));
                yield String.join(" ", words);
            }
        };
    }
}
