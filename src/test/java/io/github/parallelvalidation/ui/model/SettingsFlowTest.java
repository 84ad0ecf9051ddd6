package io.github.parallelvalidation.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.TestWorkspace;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.settings.Setting;
import io.github.parallelvalidation.settings.SettingsForm;
import io.github.parallelvalidation.workspace.Workspace;
import io.github.parallelvalidation.workspace.WorkspaceTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The settings of a real workspace while somebody changes them, without a toolkit.
@NullUnmarked // JUnit fills the fields
class SettingsFlowTest {
    @TempDir
    private Path folder;

    private final SilentDialogs dialogs = new SilentDialogs();
    private Workspace workspace;
    private DashboardModel model;
    private SettingsFlow flow;

    @BeforeEach
    void open() {
        workspace = WorkspaceTemplate.SAMPLE.copyTo(folder.resolve("sample"));
        model = new DashboardModel(
                TestWorkspace.validation(),
                workspace,
                dialogs,
                new BackgroundWork(Runnable::run, Runnable::run),
                InstantSource.system());
        flow = model.settings();
        model.reload();
        flow.refresh();
    }

    private void change(String path, String value) {
        for (SettingsForm form : flow.read().get().orElseThrow().forms()) {
            form.groups().stream()
                    .flatMap(group -> group.settings().stream())
                    .filter(setting -> setting.path().equals(path))
                    .forEach(setting -> flow.change(form, setting, value));
        }
    }

    private String protocol() throws IOException {
        return Files.readString(workspace.protocol());
    }

    @Test
    void changesOfBothFilesAreWrittenTogetherAndSeenByTheNextRun() throws IOException {
        String before = protocol();
        change("tiers.L0.gates.min_ic", "0.02");
        change("parallel_validation.max_workers", "2");
        assertThat(flow.draft().get().changes()).isEqualTo(2);
        assertThat(protocol()).isEqualTo(before);

        flow.write();

        assertThat(flow.draft().get().changes()).isZero();
        assertThat(protocol()).isEqualTo(before.replace("min_ic: 0.01 ", "min_ic: 0.02 "));
        assertThat(model.view().orElseThrow().settings().parallelism().maxWorkers())
                .isEqualTo(2);
    }

    @Test
    void whatIsWrongIsSaidAtItsSettingAndHoldsEverythingBack() throws IOException {
        String before = protocol();
        change("tiers.L0.gates.min_ic", "0.02");
        change("parallel_validation.max_workers", "7");
        assertThat(flow.draft().get().wrong())
                .hasSize(1)
                .containsValue("max_workers must be a whole number from 1 to 4, found '7'");

        flow.write();

        assertThat(protocol()).isEqualTo(before);
    }

    @Test
    void aValueThatIsTypedBackIsNoChange() {
        change("tiers.L0.gates.min_ic", "0.02");
        change("tiers.L0.gates.min_ic", "0.01");
        assertThat(flow.draft().get()).isEqualTo(SettingsFlow.Draft.NONE);
    }

    @Test
    void aFileThatSomebodyElseChangedIsRefusedAndWhatWasTypedStays() throws IOException {
        change("tiers.L0.gates.min_ic", "0.02");
        Files.writeString(workspace.protocol(), protocol() + "# theirs\n");
        flow.refresh();

        flow.write();

        assertThat(flow.draft().get().refused()).get().asString().contains("was changed by somebody else");
        assertThat(flow.draft().get().changes()).isEqualTo(1);
        assertThat(protocol()).contains("# theirs", "min_ic: 0.01 ");

        flow.undo();
        assertThat(flow.draft().get().refused()).isEmpty();
        change("tiers.L0.gates.min_ic", "0.02");
        flow.write();
        assertThat(protocol()).contains("# theirs", "min_ic: 0.02 ");
    }

    @Test
    void acceptedProgramsAreShownAndWithdrawn() throws IOException {
        Files.writeString(
                workspace.settings(), "parallel_validation: {notify: {command: [./send.sh, \"{message}\"]}}\n");
        Validation validation = TestWorkspace.validation();
        validation.acceptances().accept(workspace, validation.programs(workspace));
        flow.refresh();
        assertThat(trusted().programs())
                .containsExactly(new TrustedPrograms.Program("notify.command", "./send.sh {message}", true));
        assertThat(trusted().isAnythingAccepted()).isTrue();

        flow.forgetTrust();

        assertThat(trusted().isAnythingAccepted()).isFalse();
        assertThat(validation
                        .acceptances()
                        .of(workspace)
                        .covers(validation.programs(workspace).getFirst()))
                .isFalse();
    }

    private TrustedPrograms trusted() {
        return flow.read().get().orElseThrow().trusted();
    }

    @Test
    void aNewWorkspaceIsMadeWithItsSampleAndOpened() {
        Path fresh = folder.resolve("fresh");
        dialogs.newWorkspace = Optional.of(fresh);

        model.create(WorkspaceTemplate.SAMPLE);

        assertThat(model.workspace().get()).isEqualTo(new Workspace(fresh));
        assertThat(model.toDo().waiting()).isEqualTo(10);
        assertThat(model.error().get()).isEmpty();
    }

    @Test
    void whereThereIsAWorkspaceAlreadyItIsLeftAloneAndThatIsSaid() {
        dialogs.newWorkspace = Optional.of(workspace.root());

        model.create(WorkspaceTemplate.EMPTY);

        assertThat(model.error().get().orElseThrow().toString()).contains("is there already and was left alone");
        assertThat(model.toDo().waiting()).isEqualTo(10);
    }

    @Test
    void theFileIsOpenedOutside() {
        Setting any = flow.read()
                .get()
                .orElseThrow()
                .forms()
                .getFirst()
                .groups()
                .getFirst()
                .settings()
                .getFirst();
        assertThat(any.path()).startsWith("tiers.L0");
        flow.open(workspace.protocol());
        assertThat(dialogs.opened).containsExactly(workspace.protocol());
    }
}
