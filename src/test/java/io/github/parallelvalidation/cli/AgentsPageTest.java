package io.github.parallelvalidation.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.jr.ob.JSON;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.parallelvalidation.TestTerminal;
import io.github.parallelvalidation.TestWorkspace;
import io.github.parallelvalidation.schema.Schema;
import io.github.parallelvalidation.tools.ToolDescription;
import io.github.parallelvalidation.tools.Tools;
import io.github.parallelvalidation.workspace.YamlDocument;
import io.github.parallelvalidation.workspace.YamlMapping;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `agents.md` gives to be pasted or typed.
@NullUnmarked // maps of parsed documents
class AgentsPageTest {
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    @TempDir
    private Path folder;

    private final Cli cli = new Cli(
            TestWorkspace.validation(),
            TestTerminal.of(new ByteArrayOutputStream(), new ByteArrayOutputStream()),
            _ -> 0);

    private static String page() throws IOException {
        return Files.readString(Path.of("src/docs/agents.md"));
    }

    /// The texts between fences of this kind.
    private static List<String> blocks(String kind) throws IOException {
        return Pattern.compile("^```" + kind + "\\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(page())
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static List<String> words(String line) {
        return WORD.matcher(line)
                .results()
                .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                .toList();
    }

    private void parses(List<String> arguments) {
        assertThatCode(() -> cli.model().parseArgs(cli.withCommand(arguments.toArray(String[]::new))))
                .as(String.join(" ", arguments))
                .doesNotThrowAnyException();
    }

    @Test
    void theConfigurationStartsTheServer() throws IOException {
        assertThat(blocks("json")).hasSize(1);
        Map<?, ?> servers =
                (Map<?, ?>) JSON.std.mapFrom(blocks("json").getFirst()).get("mcpServers");
        Map<?, ?> ours = (Map<?, ?>) servers.get("parallel-validation");

        assertThat(ours.get("command")).isEqualTo("parallel-validation");
        List<String> arguments =
                ((List<?>) ours.get("args")).stream().map(String::valueOf).toList();
        assertThat(arguments).first().isEqualTo("mcp");
        parses(arguments);
    }

    @Test
    void everyCommandLineIsOne() throws IOException {
        List<String> lines = blocks("sh").stream().flatMap(String::lines).toList();

        assertThat(lines).hasSizeGreaterThan(10).allMatch(line -> line.startsWith("parallel-validation "));
        lines.forEach(line -> parses(words(line).stream().skip(1).toList()));
    }

    @Test
    void everyCallOfAToolIsOneThatItTakes() throws IOException {
        Map<String, ToolDescription> tools =
                Tools.descriptions().stream().collect(Collectors.toMap(ToolDescription::name, tool -> tool));
        List<String> called = new ArrayList<>();
        for (List<String> line : blocks("sh").stream()
                .flatMap(String::lines)
                .map(AgentsPageTest::words)
                .filter(words -> words.get(1).equals("tool") && !words.contains("--schemas"))
                .toList()) {
            String name = line.get(2);
            int json = line.indexOf("--json");
            assertThat(tools).containsKey(name);
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(JSON.std.asString(tools.get(name).input()))
                            .validate(json < 0 ? "{}" : line.get(json + 1), InputFormat.JSON))
                    .as(name)
                    .isEmpty();
            called.add(name);
        }

        assertThat(called)
                .containsExactly(
                        "spawn_parallel_worker",
                        "poll_worker_result",
                        "merge_validation_results",
                        "update_queue_status");
    }

    @Test
    void theSkillSaysWhatItIsCalledAndWhenItIsUsed() throws IOException {
        String skill = blocks("markdown").getFirst();
        Path front = Files.writeString(folder.resolve("front.yaml"), skill.split("^---\\n|\\n---\\n", 3)[1]);
        YamlMapping said = YamlDocument.read(front).asMapping("the front matter");

        assertThat(said.text("name")).matches("[a-z0-9-]{1,64}");
        assertThat(said.text("description")).contains("Use when").hasSizeLessThan(1024);
        assertThat(said.pairs()).hasSize(2);
    }

    /// Names of metrics, keys and tools change; a skill that speaks of others misleads.
    @Test
    void theSkillSpeaksOfNothingThatIsNotThere() throws IOException {
        String known = Stream.concat(
                        Stream.of(Schema.RUN.text()),
                        Tools.descriptions().stream()
                                .flatMap(tool ->
                                        Stream.of(tool.name(), tool.input().toString())))
                .collect(Collectors.joining("\n"));
        List<String> names = Pattern.compile("`([a-z0-9]+(?:_[a-z0-9]+)+)(?:: [a-z_]+)?`")
                .matcher(blocks("markdown").getFirst())
                .results()
                .map((MatchResult match) -> match.group(1))
                .distinct()
                .toList();

        assertThat(names)
                .hasSizeGreaterThan(12)
                .allSatisfy(name -> assertThat(known).containsPattern("\\b" + name + "\\b"));
    }
}
