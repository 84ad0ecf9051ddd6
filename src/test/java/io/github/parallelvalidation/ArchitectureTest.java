package io.github.parallelvalidation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.File;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import javafx.application.Platform;

@AnalyzeClasses(packages = "io.github.parallelvalidation", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String HOME = "io.github.parallelvalidation.";

    @ArchTest
    static final ArchRule onlyTheWindowKnowsJavaFx = noClasses()
            .that()
            .resideOutsideOfPackage(HOME + "ui..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "eu.hansolo..", "org.controlsfx..", "atlantafx..")
            .because("the same validation runs where there is no display");

    @ArchTest
    static final ArchRule thereIsOneDoorToTheJavaFxThread = noClasses()
            .that()
            .doNotHaveSimpleName("FxThread")
            .should()
            .callMethod(Platform.class, "runLater", Runnable.class)
            .because("whoever wants onto the JavaFX thread goes through FxThread, which tests can replace");

    @ArchTest
    static final ArchRule theClientsAreStrangers = noClasses()
            .that()
            .resideInAPackage(HOME + "cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(HOME + "ui..")
            .because("command line and window are two clients of one runtime");

    @ArchTest
    static final ArchRule theWindowDoesNotKnowTheWorker = noClasses()
            .that()
            .resideInAPackage(HOME + "ui..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    HOME + "cli..",
                    HOME + "worker..",
                    HOME + "supervise..",
                    HOME + "process..",
                    HOME + "strategy..",
                    HOME + "backtest..",
                    HOME + "data..",
                    HOME + "format..")
            .because("the window shows what Validation tells it, and reaches behind it nowhere");

    @ArchTest
    static final ArchRule judgingNeedsNoQueue = noClasses()
            .that()
            .resideInAnyPackage(HOME + "format..", HOME + "data..", HOME + "strategy..", HOME + "backtest..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    HOME + "queue..",
                    HOME + "plan..",
                    HOME + "result..",
                    HOME + "journal..",
                    HOME + "run..",
                    HOME + "escalation..",
                    HOME + "metrics..",
                    HOME + "worker..",
                    HOME + "supervise..",
                    HOME + "cli..")
            .because("a worker needs bars and a strategy, and nothing else");

    @ArchTest
    static final ArchRule dependenciesGoOneWay = slices().matching(HOME + "(*)..")
            .should()
            .beFreeOfCycles()
            .because("a package that knows who uses it cannot be understood alone");

    @ArchTest
    static final ArchRule thePartsOfTheWindowGoOneWay = slices().matching(HOME + "ui.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a part of the window can be read without those that are built from it");

    @ArchTest
    static final ArchRule onlyWorkspaceTouchesYamlText = noClasses()
            .that()
            .resideOutsideOfPackage(HOME + "workspace..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.yaml..")
            .because("limits, places and byte-preserving edits are in one place");

    @ArchTest
    static final ArchRule standardStreamsAreForTheEdges = noClasses()
            .that()
            .resideOutsideOfPackages(HOME + "cli..")
            .and()
            .doNotHaveSimpleName("WorkerMain")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("what is printed is the client's business");

    @ArchTest
    static final ArchRule tilesFxStaysBehindOneClass = classes()
            .that()
            .resideInAPackage("eu.hansolo..")
            .should()
            .onlyHaveDependentClassesThat()
            .haveSimpleName("ProgressRing")
            .because("its Tile is thousands of lines; we use one ring of it")
            .allowEmptyShould(true);

    /// Who writes files without the gate of `workspace`, and why that is right.
    private static final Map<String, String> WRITERS = Map.of(
            "BarCache", "the cache in the user's own folder",
            "CacheEntry", "the cache in the user's own folder",
            "ColumnWriter", "the cache in the user's own folder",
            "ColumnReader", "opens a file of the cache for reading",
            "UnmappedInput", "opens a file for reading",
            "Spool", "a temporary file of its own",
            "BarsCsv", "the worker's own temporary folder",
            "SignalProcess", "the worker's own temporary folder",
            "AotCache", "beside the program's jars, when they are packaged",
            "Picture", "a file that its caller named");

    private static final Set<String> CHANGING = Set.of(
            "write",
            "writeString",
            "newOutputStream",
            "newBufferedWriter",
            "newByteChannel",
            "createFile",
            "createDirectory",
            "createDirectories",
            "createTempFile",
            "createTempDirectory",
            "createLink",
            "createSymbolicLink",
            "copy",
            "move",
            "delete",
            "deleteIfExists",
            "setAttribute",
            "setLastModifiedTime",
            "setOwner",
            "setPosixFilePermissions");

    private static final Set<String> OPENING = Set.of(
            "java.io.FileOutputStream",
            "java.io.FileWriter",
            "java.io.RandomAccessFile",
            "java.nio.channels.FileChannel",
            "java.nio.channels.AsynchronousFileChannel");

    private static final DescribedPredicate<JavaAccess<?>> WRITES_FILES =
            DescribedPredicate.describe("that write files", access -> {
                String owner = access.getTargetOwner().getFullName();
                String name = access.getTarget().getName();
                return (owner.equals(Files.class.getName()) && CHANGING.contains(name))
                        || (OPENING.contains(owner) && (name.equals("open") || name.equals("<init>")))
                        || (owner.equals(File.class.getName())
                                && Set.of("createNewFile", "delete", "mkdir", "mkdirs", "renameTo")
                                        .contains(name))
                        || (owner.equals("javax.imageio.ImageIO") && name.equals("write"));
            });

    @ArchTest
    static final ArchRule filesAreWrittenThroughOneGate = noClasses()
            .that()
            .resideOutsideOfPackage(HOME + "workspace..")
            .and(DescribedPredicate.describe(
                    "are not named here", (JavaClass type) -> !WRITERS.containsKey(type.getSimpleName())))
            .should()
            .accessTargetWhere(WRITES_FILES)
            .because("OwnFile and SharedFile keep every write below .crypto whole, and within the workspace");

    @ArchTest
    static void whoeverIsNamedReallyWrites(JavaClasses all) {
        assertThat(WRITERS.keySet())
                .allSatisfy(name -> assertThat(all.stream()
                                .filter(type -> type.getSimpleName().equals(name))
                                .flatMap(type -> type.getAccessesFromSelf().stream()))
                        .as(name)
                        .anyMatch(WRITES_FILES));
    }

    @ArchTest
    static final ArchRule filesThatPeopleNamedAreWrittenWhole = classes()
            .that()
            .haveSimpleName("AtomicFile")
            .should()
            .onlyHaveDependentClassesThat(DescribedPredicate.describe(
                    "are of workspace, write an export or remember the window",
                    (JavaClass type) -> type.getPackageName().startsWith(HOME + "workspace")
                            || Set.of("Format", "WindowMemory").contains(type.getSimpleName())))
            .because("it follows links, which a file below .crypto must not");
}
