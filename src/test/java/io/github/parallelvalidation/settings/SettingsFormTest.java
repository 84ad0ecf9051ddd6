package io.github.parallelvalidation.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.parallelvalidation.gate.L0Gates;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.workspace.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked // JUnit fills the fields
class SettingsFormTest {
    private static final Path SAMPLE = Path.of("assets/sample-workspace/.crypto/config");

    @TempDir
    private Path folder;

    private static String name(SettingsSource kind) {
        return switch (kind) {
            case RUN -> "parallel-validation.yaml";
            case PROTOCOL -> "tiered-validation-protocol.yaml";
        };
    }

    private Path file(SettingsSource kind, String text) throws IOException {
        Path file = folder.resolve(name(kind));
        Files.writeString(file, text);
        return file;
    }

    private static String sample(SettingsSource kind) throws IOException {
        return Files.readString(SAMPLE.resolve(name(kind)));
    }

    private static List<Setting> settings(SettingsSource kind) {
        return kind.groups().stream()
                .flatMap(group -> group.settings().stream())
                .toList();
    }

    private static Setting setting(SettingsSource kind, String path) {
        return settings(kind).stream()
                .filter(each -> each.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private String written(SettingsSource kind, String before, String path, String value) throws IOException {
        Path file = file(kind, before);
        SettingsForm.read(file, kind).write(Map.of(setting(kind, path), value));
        return Files.readString(file);
    }

    /// A value that the reader takes, other than the one that is there.
    private static String another(Setting setting, String now, Random random) {
        return switch (setting.kind()) {
            case Setting.Kind.Truth() -> now.equals("true") ? "false" : "true";
            case Setting.Kind.Word(List<String> words) -> words.get(random.nextInt(words.size()));
            case Setting.Kind.Command() -> "[python3, \"my worker.py\", --n, \"" + random.nextInt(99) + "\"]";
            case Setting.Kind.Text() ->
                switch (setting.key()) {
                    case "max_workers" -> String.valueOf(1 + random.nextInt(4));
                    case "data_period" -> (1 + random.nextInt(9)) + " months";
                    case "auto_escalate_threshold",
                            "hit_rate_not_equal",
                            "hit_rate_tolerance",
                            "min_ic",
                            "max_fdr_q",
                            "min_dsr" -> "0." + (1 + random.nextInt(98));
                    default -> String.valueOf(64 + random.nextInt(30));
                };
        };
    }

    @ParameterizedTest
    @EnumSource
    void anyValuesThatAreRightChangeTheirOwnBytesAlone(SettingsSource kind) throws IOException {
        Random random = new Random(7);
        for (String original : List.of(sample(kind), sample(kind).replace("\n", "\r\n"), "\uFEFF" + sample(kind))) {
            for (Setting setting : settings(kind)) {
                Path file = file(kind, original);
                SettingsForm form = SettingsForm.read(file, kind);
                String now = form.value(setting);
                String value = another(setting, now, random);
                assertThat(form.problem(setting, value))
                        .as("%s: %s", setting.path(), value)
                        .isEmpty();

                form.write(Map.of(setting, value));

                String after = Files.readString(file);
                assertThat(SettingsForm.read(file, kind).value(setting)).isEqualTo(value);
                String changed = now.isEmpty() ? "" : now;
                int head = common(original, after);
                int tail = common(reversed(original.substring(head)), reversed(after.substring(head)));
                assertThat(original.length() - head - tail)
                        .as("bytes that went, for %s", setting.path())
                        .isLessThanOrEqualTo(changed.length());
                assertThat(lines(after)).containsSubsequence(untouched(original, after));
            }
        }
    }

    private static int common(String one, String other) {
        int at = 0;
        while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return at;
    }

    private static String reversed(String text) {
        return new StringBuilder(text).reverse().toString();
    }

    private static List<String> lines(String text) {
        return Stream.of(text.split("\n", -1)).toList();
    }

    /// All lines of the first text but at most one.
    private static List<String> untouched(String before, String after) {
        List<String> now = lines(after);
        List<String> kept = lines(before).stream().filter(now::contains).toList();
        assertThat(kept).hasSizeGreaterThanOrEqualTo(lines(before).size() - 1);
        return kept;
    }

    @ParameterizedTest
    @EnumSource
    void manyChangesAtOnceAreAllRead(SettingsSource kind) throws IOException {
        Random random = new Random(11);
        Path file = file(kind, sample(kind));
        SettingsForm form = SettingsForm.read(file, kind);
        Map<Setting, String> changes = new HashMap<>();
        settings(kind).forEach(setting -> changes.put(setting, another(setting, form.value(setting), random)));

        form.write(changes);

        SettingsForm again = SettingsForm.read(file, kind);
        changes.forEach((setting, value) ->
                assertThat(again.value(setting)).as(setting.path()).isEqualTo(value));
        assertThat(Files.readString(file)).contains("# ");
        assertThat(again.broken()).isEmpty();
    }

    @Test
    void onlyTheValueChangesBesideItsComment() throws IOException {
        assertThat(written(SettingsSource.PROTOCOL, sample(SettingsSource.PROTOCOL), "tiers.L0.gates.min_ic", "0.02"))
                .isEqualTo(sample(SettingsSource.PROTOCOL).replace("min_ic: 0.01  ", "min_ic: 0.02  "));
    }

    @Test
    void aMissingKeyIsAddedInItsSection() throws IOException {
        assertThat(written(SettingsSource.RUN, """
            parallel_validation:
              max_workers: 2   # two
              resource_limits:
                memory_per_worker_mb: 99
            """, "parallel_validation.fail_fast", "true"))
                .isEqualTo("""
                    parallel_validation:
                      max_workers: 2   # two
                      fail_fast: true
                      resource_limits:
                        memory_per_worker_mb: 99
                    """);
    }

    @Test
    void aMissingSectionIsAddedInBraces() throws IOException {
        String after = written(
                SettingsSource.PROTOCOL,
                "# mine\ntiers:\n  L0:\n    data_period: 6 months  # short\n",
                "tiers.L1.gates.min_sharpe",
                "0.7");
        assertThat(after).startsWith("# mine\ntiers:\n").contains("    data_period: 6 months  # short\n");
        assertThat(TierProtocolFile.read(folder.resolve(name(SettingsSource.PROTOCOL)), Tier.L1)
                        .gates()
                        .thresholds())
                .containsEntry("sharpe", 0.7);
    }

    @Test
    void aGateThatStandsBesideTheGatesIsChangedThere() throws IOException {
        String before = "tiers: {L0: {min_ic: 0.01}}\n";
        assertThat(written(SettingsSource.PROTOCOL, before, "tiers.L0.gates.min_ic", "0.03"))
                .isEqualTo("tiers: {L0: {min_ic: 0.03}}\n");
    }

    @Test
    void whereThereIsNoFileOneIsMade() {
        Path file = folder.resolve(name(SettingsSource.PROTOCOL));
        SettingsForm form = SettingsForm.read(file, SettingsSource.PROTOCOL);
        assertThat(form.isThere()).isFalse();

        form.write(Map.of(setting(SettingsSource.PROTOCOL, "tiers.L0.gates.min_ic"), "0.03"));

        assertThat(TierProtocolFile.read(file, Tier.L0).gates()).isEqualTo(L0Gates.DEFAULT.with("ic", 0.03));
    }

    @Test
    void anEmptyValueLeavesTheUsualOneInForceAndTheLineInItsPlace() throws IOException {
        assertThat(written(
                        SettingsSource.RUN,
                        "parallel_validation:\n  max_workers: 2   # two\n",
                        "parallel_validation.max_workers",
                        ""))
                .isEqualTo("parallel_validation:\n  max_workers: null   # two\n");
        assertThat(SettingsFile.read(folder.resolve(name(SettingsSource.RUN))).settings())
                .isEqualTo(Settings.DEFAULT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"5", "0", "two", "2.5", "2 # three", "2, fail_fast: true", "[1]", "\"2\"", "'", "&a 2", "- 2"})
    void whatTheReaderRefusesIsSaidAndNotWritten(String value) throws IOException {
        Path file = file(SettingsSource.RUN, sample(SettingsSource.RUN));
        SettingsForm form = SettingsForm.read(file, SettingsSource.RUN);
        Setting workers = setting(SettingsSource.RUN, "parallel_validation.max_workers");

        assertThat(form.problem(workers, value)).isPresent();
        assertThatThrownBy(() -> form.write(Map.of(workers, value))).isInstanceOf(ProblemException.class);
        assertThat(Files.readString(file)).isEqualTo(sample(SettingsSource.RUN));
    }

    @Test
    void theSentenceIsThatOfTheFilesReader() throws IOException {
        SettingsForm form = SettingsForm.read(file(SettingsSource.RUN, sample(SettingsSource.RUN)), SettingsSource.RUN);
        assertThat(form.problem(setting(SettingsSource.RUN, "parallel_validation.max_workers"), "5"))
                .contains("max_workers must be a whole number from 1 to 4, found '5'");
    }

    @Test
    void aFileThatSomebodyElseChangedMeanwhileIsLeftAlone() throws IOException {
        Path file = file(SettingsSource.RUN, sample(SettingsSource.RUN));
        SettingsForm form = SettingsForm.read(file, SettingsSource.RUN);
        String theirs = sample(SettingsSource.RUN) + "# theirs\n";
        Files.writeString(file, theirs);

        assertThatThrownBy(
                        () -> form.write(Map.of(setting(SettingsSource.RUN, "parallel_validation.max_workers"), "2")))
                .hasMessageContaining("was changed by somebody else since it was read here; nothing was written");
        assertThat(Files.readString(file)).isEqualTo(theirs);
    }

    @Test
    void aListOverSeveralLinesIsLeftToTheFile() throws IOException {
        Path file = file(SettingsSource.RUN, "parallel_validation:\n  notify:\n    command:\n      - a\n      - b\n");
        SettingsForm form = SettingsForm.read(file, SettingsSource.RUN);
        assertThat(form.problem(setting(SettingsSource.RUN, "parallel_validation.notify.command"), "[c]"))
                .contains("command is written over several lines here; edit it in the file");
    }

    @Test
    void aBrokenFileIsSaidAndNotEdited() throws IOException {
        Path file = file(SettingsSource.RUN, "parallel_validation: {max_workers: 9}\n");
        SettingsForm form = SettingsForm.read(file, SettingsSource.RUN);
        assertThat(form.broken()).isPresent();
        assertThat(form.value(setting(SettingsSource.RUN, "parallel_validation.max_workers")))
                .isEqualTo("9");
        form.write(Map.of(setting(SettingsSource.RUN, "parallel_validation.max_workers"), "3"));
        assertThat(Files.readAllBytes(file))
                .isEqualTo("parallel_validation: {max_workers: 3}\n".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void usualValuesAreTheReadersDefaults() throws IOException {
        for (SettingsSource kind : SettingsSource.values()) {
            Map<Setting, String> usual = new HashMap<>();
            settings(kind).stream()
                    .filter(setting -> !setting.usual().isEmpty())
                    .forEach(setting -> usual.put(setting, setting.usual()));
            Path file = folder.resolve(kind + ".yaml");
            SettingsForm.read(file, kind).write(usual);
            switch (kind) {
                case RUN -> assertThat(SettingsFile.read(file).settings()).isEqualTo(Settings.DEFAULT);
                case PROTOCOL ->
                    assertThat(Stream.of(Tier.values()).map(tier -> TierProtocolFile.read(file, tier)))
                            .containsExactlyElementsOf(Stream.of(Tier.values())
                                    .map(TierProtocol::defaults)
                                    .toList());
            }
        }
    }
}
