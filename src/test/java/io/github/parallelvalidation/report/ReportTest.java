package io.github.parallelvalidation.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.TestWorkspace;
import io.github.parallelvalidation.escalation.Decision;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.plan.RunRequest;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.settings.EscalationOption;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/// Reports of a real run with every kind of ending, and a name that wants to be more than a name.
@NullUnmarked // JUnit fills the fields
class ReportTest {
    private static final String HOSTILE = "<script>alert(1)</script> ]]> \\u0007 & '=cmd'";

    @TempDir
    private static Path folder;

    private static TestWorkspace workspace;
    /// The report on it before it was decided on.
    private static String asked;
    private static RunOutcome outcome;

    @BeforeAll
    static void run() {
        workspace = TestWorkspace.in(folder, TestWorkspace.BRIEF);
        workspace.write(".crypto/pipeline/queue.yaml", """
            queue:
              - {id: STR-101, name: "=1+1"}
              - {id: STR-102, name: "%s"}
              - {id: STR-103}
              - {id: STR-104}
            """.formatted(HOSTILE));
        workspace
                .script("STR-101", TestWorkspace.PASS)
                .script(
                        "STR-102",
                        "metrics \"signal_frequency\": 84, \"hit_rate\": 0.56, \"ic\": 0.0095, \"ic_p_value\": 0.2,"
                                + " \"luck\": 0.3")
                .script("STR-103", "halt 3")
                .script("STR-104", "await never");
        Validation validation = TestWorkspace.validation();
        RunOutcome open =
                validation.start(workspace.workspace(), RunRequest.of(Tier.L0)).execute();
        asked = Format.HTML.of(workspace.workspace(), List.of(open), List.of());
        outcome = validation.decide(
                workspace.workspace(),
                open.plan().runId(),
                new Decision(EscalationOption.RELAX, Decision.By.CLI, Instant.EPOCH, Map.of("ic", 0.009)));
    }

    @Test
    void anOpenQuestionShowsThePriceOfEachChoice() {
        assertThat(asked)
                .contains("No decision yet.")
                .contains("Continue with the 1 that passed: Costs nothing. 3 stay as they are")
                .contains("Retry with fresh workers: Runs the 2 without a result again")
                .contains("Relax thresholds: ic=0.009: 2 would pass instead of 1")
                .contains("Ask for a strategy meeting: ");
        assertThat(text(Format.HTML)).doesNotContain("Costs nothing");
    }

    private String text(Format format) {
        return format.of(workspace.workspace(), List.of(outcome), List.of());
    }

    private static Document xml(String text) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    }

    @Test
    void thePageIsWholeNeedsNothingElseAndANameInItIsOnlyAName() throws Exception {
        String page = text(Format.HTML);
        // Without its first line the page is well-formed XML but for the two elements that HTML leaves open.
        Document document = xml(page.substring(page.indexOf('\n')).replaceAll("<meta ([^>]*)>", "<meta $1/>"));
        assertThat(document.getElementsByTagName("script").getLength()).isZero();
        assertThat(document.getElementsByTagName("link").getLength()).isZero();
        assertThat(page).doesNotContain("http:", "https:", "@import", "url(");
        assertThat(document.getElementsByTagName("svg").getLength()).isGreaterThanOrEqualTo(2 + 2 * 3);
        assertThat(page)
                .contains("2 of 4 passed L0, 1 of them under relaxed thresholds,")
                .contains("Decided on the command line: relaxed to ic=0.009.")
                .contains("L0 PASSED, relaxed")
                .contains("Noise alone passes about 0.7, in nine of ten such markets 0 to 2; 2 or more in 36 of 100.")
                .contains("STR-103, attempt 4:")
                .contains("no result");
        assertThat(page.length()).isLessThan(60_000);
    }

    @Test
    void aBuildServerReadsACaseForEachStrategy() throws Exception {
        Element suite = (Element)
                xml(text(Format.JUNIT)).getElementsByTagName("testsuite").item(0);
        assertThat(suite.getAttribute("tests")).isEqualTo("4");
        assertThat(suite.getAttribute("failures")).isEqualTo("0");
        assertThat(suite.getAttribute("errors")).isEqualTo("2");
        assertThat(suite.getElementsByTagName("testcase").getLength()).isEqualTo(4);
        assertThat(((Element) suite.getElementsByTagName("testcase").item(1)).getAttribute("name"))
                .startsWith("STR-102 <script>alert(1)</script> ]]> ");
        Element error = (Element) suite.getElementsByTagName("error").item(0);
        assertThat(error.getAttribute("type")).isEqualTo("worker_crash");
        assertThat(error.getAttribute("message")).contains(attempts() + " attempts");
        assertThat(suite.getElementsByTagName("property").getLength()).isEqualTo(4);
    }

    @Test
    void theTableHasEveryNumberInFullAndNoFormula() {
        List<String> lines = text(Format.CSV).lines().toList();
        assertThat(lines).hasSize(5);
        assertThat(lines.getFirst())
                .startsWith(
                        "run_id,tier,strategy_id,name,status,verdict,attempts,seconds,peak_memory_mb,signal_frequency")
                .endsWith("reason,message,relaxed_gates,without_l0_pass");
        assertThat(lines.get(1)).contains(",STR-101,'=1+1,L0_PASSED,PASS,1,");
        assertThat(lines.get(2)).contains(",0.0095,").endsWith(",ic=0.009,");
        assertThat(lines.get(3)).contains(",ERROR,ERROR," + attempts() + ",").contains("worker_crash");
    }

    /// Four, unless the machine is so busy that one of them runs into the time limit first.
    private static int attempts() {
        return outcome.strategies().get(2).effort().attempts();
    }
}
