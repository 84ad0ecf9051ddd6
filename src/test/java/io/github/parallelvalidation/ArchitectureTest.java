package io.github.parallelvalidation;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.PackageMatcher;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import de.siegmar.fastcsv.reader.CsvReader;
import io.github.parallelvalidation.trust.AcceptedProgram;
import java.io.Console;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.RandomAccessFile;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Scanner;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import javafx.application.Platform;
import javax.imageio.ImageIO;

@AnalyzeClasses(packages = "io.github.parallelvalidation", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String HOME = "io.github.parallelvalidation";

    /// Every package that a rule names.
    private static final List<String> NAMED = new ArrayList<>();

    @ArchTest
    static final ArchRule onlyTheWindowKnowsJavaFx = noClasses()
            .that()
            .resideOutsideOfPackage(ours("ui"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(named("javafx..", "eu.hansolo..", "atlantafx..", "org.kordamp.ikonli.."))
            .because("the same validation runs where there is no display");

    @ArchTest
    static final ArchRule thereIsOneDoorToTheJavaFxThread = noClasses()
            .that()
            .doNotHaveSimpleName("FxThread")
            .should()
            .accessTargetWhere(member(Platform.class, "runLater", "startup", "enterNestedEventLoop"))
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx.concurrent..", "com.sun.javafx..")
            .because("whoever wants onto the JavaFX thread goes through FxThread, which tests can replace");

    @ArchTest
    static final ArchRule theClientsAreStrangers = noClasses()
            .that()
            .resideInAPackage(ours("cli"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ours("ui"))
            .because("command line and window are two clients of one runtime");

    @ArchTest
    static final ArchRule toolsAreAClientToo = noClasses()
            .that()
            .resideInAnyPackage(ours("tools", "mcp"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ours("ui", "cli"))
            .because("agents call the same runtime, not the command line");

    @ArchTest
    static final ArchRule theProtocolStaysBehindOnePackage = noClasses()
            .that()
            .resideOutsideOfPackage(ours("mcp"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(named("io.modelcontextprotocol..")[0])
            .because("the tools are the same whatever protocol they are called by");

    @ArchTest
    static final ArchRule theWindowDoesNotKnowTheWorker = noClasses()
            .that()
            .resideInAPackage(ours("ui"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ours(
                    "cli",
                    "tools",
                    "mcp",
                    "worker",
                    "supervise",
                    "process",
                    "strategy",
                    "backtest",
                    "data",
                    "format",
                    "fix",
                    "knowledge",
                    "trials"))
            .orShould()
            .dependOnClassesThat()
            .haveSimpleName("LocalValidation")
            .because("the window shows what Validation tells it, and reaches behind it nowhere");

    @ArchTest
    static final ArchRule judgingNeedsNoQueue = noClasses()
            .that()
            .resideInAnyPackage(ours("format", "data", "strategy", "backtest"))
            .should()
            .dependOnClassesThat(resideInAPackage(HOME + "..")
                    .and(resideOutsideOfPackages(ours(
                            "format", "data", "strategy", "backtest", "luck", "trace", "gate", "number", "workspace"))))
            .because("a worker needs bars and a strategy, and nothing else");

    @ArchTest
    static final ArchRule dependenciesGoOneWay = slices().matching(HOME + ".(**)")
            .should()
            .beFreeOfCycles()
            .because("a package that knows who uses it cannot be understood alone");

    @ArchTest
    static final ArchRule nobodyKnowsMain = noClasses()
            .that()
            .resideOutsideOfPackage(HOME)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(HOME)
            .because("it knows everybody: it puts the program together");

    @ArchTest
    static final ArchRule onlyWorkspaceTouchesYamlText = noClasses()
            .that()
            .resideOutsideOfPackage(ours("workspace"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(named("org.yaml..")[0])
            .because("limits, places and byte-preserving edits are in one place");

    @ArchTest
    static final ArchRule standardStreamsAreForTheEdges = noClasses()
            .that()
            .doNotHaveSimpleName("Terminal")
            .and()
            .doNotHaveSimpleName("WorkerMain")
            .and()
            .doNotHaveSimpleName("WarmWorkerMain")
            .should()
            .accessTargetWhere(member(System.class, "out", "err", "in", "console", "setOut", "setErr", "setIn")
                    .or(member(Console.class))
                    .or(member(IO.class))
                    .or(member(ProcessBuilder.class, "inheritIO"))
                    .or(printedToStandardError()))
            .because("what is printed is the client's business");

    @ArchTest
    static final ArchRule tilesFxStaysBehindOneClass = noClasses()
            .that()
            .doNotHaveSimpleName("TileFace")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("eu.hansolo..")
            .because("its Tile is thousands of lines; we use two of its skins");

    /// A rule about a package that is not there, or that nobody uses, could not fail.
    @ArchTest
    static void thePackagesNamedHereAreThereAndUsed(JavaClasses classes) {
        Set<String> known = Set.copyOf(Stream.concat(
                        classes.stream(),
                        classes.stream()
                                .flatMap(one -> one.getDirectDependenciesFromSelf().stream())
                                .map(Dependency::getTargetClass))
                .map(JavaClass::getPackageName)
                .distinct()
                .toList());
        assertThat(NAMED)
                .isNotEmpty()
                .allMatch(pattern -> known.stream().anyMatch(PackageMatcher.of(pattern)::matches));
    }

    private static String ours(String name) {
        return ours(new String[] {name})[0];
    }

    private static String[] ours(String... names) {
        return named(Arrays.stream(names).map(name -> HOME + "." + name + "..").toArray(String[]::new));
    }

    private static String[] named(String... patterns) {
        NAMED.addAll(List.of(patterns));
        return patterns;
    }

    /// Calls and method references alike; without names, whatever the class has.
    private static DescribedPredicate<JavaAccess<?>> member(Class<?> owner, String... names) {
        return describe(
                owner.getSimpleName() + "." + String.join("|", names),
                access -> access.getTargetOwner().isAssignableTo(owner)
                        && (names.length == 0 || Arrays.asList(names).contains(access.getName())));
    }

    private static DescribedPredicate<JavaAccess<?>> printedToStandardError() {
        return describe(
                "printStackTrace()", access -> access.getTarget().getFullName().endsWith(".printStackTrace()"));
    }

    /// Who writes files without the gate of `workspace`, and why that is right.
    private static final Map<String, String> WRITERS = Map.ofEntries(
            Map.entry("Png", "to memory"),
            Map.entry("BarCache", "the cache in the user's own folder"),
            Map.entry("CacheEntry", "the cache in the user's own folder"),
            Map.entry("ColumnWriter", "the cache in the user's own folder"),
            Map.entry("FingerprintStore", "the cache in the user's own folder"),
            Map.entry("BlockStack", "a temporary file of its own"),
            Map.entry("BarsCsv", "the worker's own temporary folder"),
            Map.entry("SignalProcess", "the worker's own temporary folder"),
            Map.entry("AotRecording", "beside the program's jars, when they are packaged"),
            Map.entry("PeakMemory", "a switch of the operating system"),
            Map.entry("Terminal", "the output of the process"));

    /// Who starts processes, and why that is right.
    private static final Map<String, String> STARTERS = Map.of(
            "WorkerProcess", "the built-in worker, or an accepted one of WorkerCommand.Custom",
            "SignalProcess", "a strategy's program that its gate let through",
            "Notifier", "an accepted program",
            "HostProcess", "this program itself, to hold a run",
            "AotRecording", "this program itself, when it is packaged",
            "DesktopNotices", "the desktop's own program for notices, from an absolute folder of PATH");

    @ArchTest
    static final ArchRule processesAreStartedInFewPlaces = noClasses()
            .that(describe("are not named here", (JavaClass type) -> !STARTERS.containsKey(type.getSimpleName())))
            .should()
            .accessTargetWhere(member(ProcessBuilder.class, "<init>")
                    .or(member(ProcessBuilder.class, "startPipeline"))
                    .or(member(Runtime.class, "exec"))
                    .or(describe(
                            "Desktop",
                            access -> access.getTargetOwner().getName().startsWith("java.awt.Desktop"))))
            .because("a stranger's workspace must not start anything that its user has not accepted");

    @ArchTest
    static void whoeverIsNamedReallyStarts(JavaClasses all) {
        assertThat(STARTERS.keySet())
                .allSatisfy(name -> assertThat(all.stream()
                                .filter(type -> type.getSimpleName().equals(name))
                                .flatMap(type -> type.getAccessesFromSelf().stream()))
                        .as(name)
                        .anyMatch(member(ProcessBuilder.class, "<init>")));
    }

    @ArchTest
    static final ArchRule onlyAcceptedMakesAcceptedPrograms = noClasses()
            .that()
            .doNotHaveSimpleName("Accepted")
            .should()
            .accessTargetWhere(member(AcceptedProgram.class, "<init>"))
            .because("there is one place that compares with what a person accepted");

    private static final DescribedPredicate<JavaAccess<?>> WRITES_FILES = describe(
            "a way to write files",
            access -> Stream.of(
                            member(
                                    Files.class,
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
                                    "setPosixFilePermissions"),
                            member(File.class, "createNewFile", "delete", "mkdir", "mkdirs", "renameTo"),
                            member(FileChannel.class, "open"),
                            member(AsynchronousFileChannel.class, "open"),
                            member(FileOutputStream.class, "<init>"),
                            member(FileWriter.class, "<init>"),
                            member(RandomAccessFile.class, "<init>"),
                            member(ImageIO.class, "write"))
                    .anyMatch(way -> way.test(access)));

    @ArchTest
    static final ArchRule filesAreWrittenThroughOneGate = noClasses()
            .that()
            .resideOutsideOfPackage(ours("workspace"))
            .and(describe("are not named here", (JavaClass type) -> !WRITERS.containsKey(type.getSimpleName())))
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

    /// Who opens files for reading without asking `PlainFile` what they are, and why that is right.
    private static final Map<String, String> READERS = Map.of(
            "ZipMember", "asks before it opens the zip",
            "AotRecording", "beside the program's jars, when they are packaged",
            "MachineMemory", "what the operating system says of itself",
            "Group", "the same of the memory of a container",
            "ProcessMarks", "what the operating system says of itself",
            "ProcFile", "what the operating system says of itself");

    private static final DescribedPredicate<JavaAccess<?>> READS_FILES = describe(
            "a way to read files",
            access -> Stream.of(
                                    member(
                                            Files.class,
                                            "lines",
                                            "newBufferedReader",
                                            "newByteChannel",
                                            "newInputStream",
                                            "readAllBytes",
                                            "readAllLines",
                                            "readString"),
                                    member(FileInputStream.class, "<init>"),
                                    member(FileReader.class, "<init>"),
                                    member(ZipFile.class, "<init>"))
                            .anyMatch(way -> way.test(access))
                    || isGivenAFile(access, CsvReader.CsvReaderBuilder.class, Scanner.class));

    private static boolean isGivenAFile(JavaAccess<?> access, Class<?>... owners) {
        return Arrays.stream(owners).anyMatch(owner -> access.getTargetOwner().isEquivalentTo(owner))
                && access.getTarget().getFullName().matches(".*\\(.*(java\\.nio\\.file\\.Path|java\\.io\\.File).*\\)");
    }

    @ArchTest
    static final ArchRule filesAreReadThroughOneDoor = noClasses()
            .that()
            .doNotHaveSimpleName("PlainFile")
            .and(describe("are not named here", (JavaClass type) -> !READERS.containsKey(type.getSimpleName())))
            .should()
            .accessTargetWhere(READS_FILES)
            .because("under the name of any file of a workspace there can be a pipe, which is waited for without end,"
                    + " or a file larger than the memory: PlainFile refuses them in words");

    @ArchTest
    static void whoeverIsNamedReallyReads(JavaClasses all) {
        assertThat(READERS.keySet())
                .allSatisfy(name -> assertThat(all.stream()
                                .filter(type -> type.getSimpleName().equals(name))
                                .flatMap(type -> type.getAccessesFromSelf().stream()))
                        .as(name)
                        .anyMatch(READS_FILES));
    }

    /// Numbers that a machine reads are written with `formatted`, which follows the language of whoever starts the
    /// program, unless its first line says otherwise.
    @ArchTest
    static void everyMainWritesNumbersInNoLanguage(JavaClasses all) {
        List<JavaClass> mains = all.stream()
                .filter(type -> type.getMethods().stream()
                        .anyMatch(method -> method.getName().equals("main")))
                .toList();
        assertThat(mains).extracting(JavaClass::getSimpleName).contains("Main", "WorkerMain", "WarmWorkerMain");
        assertThat(mains)
                .allSatisfy(type -> assertThat(type.getMethodCallsFromSelf().stream()
                                .filter(call -> call.getOrigin().getName().equals("main")))
                        .as(type.getSimpleName() + " calls Locale.setDefault in its main")
                        .anyMatch(member(Locale.class, "setDefault")));
    }

    private static final Set<String> SPEAKS_A_LANGUAGE = Set.of(
            "java.lang.String.toLowerCase()",
            "java.lang.String.toUpperCase()",
            "java.time.format.DateTimeFormatter.ofPattern(java.lang.String)",
            "java.time.format.DateTimeFormatter.ofLocalizedDate(java.time.format.FormatStyle)",
            "java.time.format.DateTimeFormatter.ofLocalizedDateTime(java.time.format.FormatStyle)",
            "java.time.format.DateTimeFormatterBuilder.toFormatter()",
            "java.text.NumberFormat.getInstance()",
            "java.text.NumberFormat.getNumberInstance()",
            "java.text.NumberFormat.getIntegerInstance()",
            "java.text.NumberFormat.getPercentInstance()",
            "java.text.DecimalFormat.<init>()",
            "java.text.DecimalFormat.<init>(java.lang.String)",
            "java.text.DecimalFormatSymbols.getInstance()",
            "java.text.SimpleDateFormat.<init>(java.lang.String)",
            "java.text.MessageFormat.format(java.lang.String, [Ljava.lang.Object;)",
            "java.text.Collator.getInstance()");

    @ArchTest
    static final ArchRule wordsOfMachinesAreOfNoLanguage = noClasses()
            .should()
            .accessTargetWhere(describe(
                    "what follows the language of the machine",
                    access -> SPEAKS_A_LANGUAGE.contains(access.getTarget().getFullName())))
            .because("an I is no i in Turkish, and a 1 no 1 in Persian: name Locale.ROOT");

    @ArchTest
    static final ArchRule filesThatPeopleNamedReplaceNoneOfAWorkspace = noClasses()
            .that()
            .resideOutsideOfPackage(ours("workspace"))
            .and()
            .doNotHaveSimpleName("LatestText")
            .should()
            .dependOnClassesThat()
            .haveSimpleName("AtomicFile")
            .because("it follows links wherever they lead: that is right for the window's own memory, never below"
                    + " .crypto; where a person named a file, NamedFile looks first");
}
