package io.github.parallelvalidation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
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
            .haveSimpleName("TileFace")
            .because("its Tile is thousands of lines; we use two faces of it, without their words")
            .allowEmptyShould(true);
}
