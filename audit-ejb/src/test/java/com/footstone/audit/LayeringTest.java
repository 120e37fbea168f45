package com.footstone.audit;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** Data flows one way, and so do imports: outer rooms know inner ones, never back. */
@AnalyzeClasses(packages = "com.footstone.audit", importOptions = ImportOption.DoNotIncludeTests.class)
class LayeringTest {

    @ArchTest
    static final ArchRule OUTER_ROOMS_KNOW_INNER_ONES = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("model")
            .definedBy("com.footstone.audit.model..")
            .layer("config")
            .definedBy("com.footstone.audit.config..")
            .layer("analysis")
            .definedBy("com.footstone.audit.analysis..")
            .layer("checking")
            .definedBy("com.footstone.audit.checking..")
            .layer("policy")
            .definedBy("com.footstone.audit.policy..")
            .layer("sink")
            .definedBy("com.footstone.audit.sink..")
            .layer("query")
            .definedBy("com.footstone.audit.query..")
            .layer("intake")
            .definedBy("com.footstone.audit.intake..")
            .layer("detect")
            .definedBy("com.footstone.audit.detect..")
            .layer("custody")
            .definedBy("com.footstone.audit.custody..")
            .layer("governance")
            .definedBy("com.footstone.audit.governance..")
            .layer("signing")
            .definedBy("com.footstone.audit.signing..")
            .layer("command")
            .definedBy("com.footstone.audit.command..")
            .whereLayer("command")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("intake")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("custody")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("governance")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("detect")
            .mayOnlyBeAccessedByLayers("intake")
            .whereLayer("query")
            .mayOnlyBeAccessedByLayers("intake", "detect", "custody", "governance")
            .whereLayer("sink")
            .mayOnlyBeAccessedByLayers("intake", "detect", "custody", "governance")
            .whereLayer("signing")
            .mayOnlyBeAccessedByLayers("sink", "query")
            .whereLayer("policy")
            .mayOnlyBeAccessedByLayers("sink", "query", "governance")
            .whereLayer("checking")
            .mayOnlyBeAccessedByLayers("intake", "detect", "governance", "command")
            .whereLayer("analysis")
            .mayOnlyBeAccessedByLayers("intake", "checking", "governance", "command")
            .whereLayer("config")
            .mayOnlyBeAccessedByLayers(
                    "intake", "detect", "custody", "governance", "query", "sink", "signing", "checking", "analysis");

    @ArchTest
    static final ArchRule NO_ROOM_IS_ENTERED_FROM_ITS_EXIT =
            slices().matching("com.footstone.audit.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule THE_MODEL_NEEDS_ONLY_THE_JDK = noClasses()
            .that()
            .resideInAPackage("com.footstone.audit.model..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("com.footstone.audit.model..", "java..");

    @ArchTest
    static final ArchRule RULES_OF_OTHERS_NEED_ONLY_THE_MODEL = noClasses()
            .that()
            .resideInAPackage("com.footstone.audit.rule..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("com.footstone.audit.rule..", "com.footstone.audit.model..", "java..");

    @ArchTest
    static final ArchRule THE_VERIFIER_NEEDS_NEITHER_THE_SERVICE_NOR_ANY_LIBRARY = noClasses()
            .that()
            .resideInAPackage("com.footstone.audit.verify..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("com.footstone.audit.verify..", "com.footstone.audit.model..", "java..");

    @ArchTest
    static final ArchRule THE_SERVICE_DOES_NOT_VERIFY_ITSELF = noClasses()
            .that()
            .resideOutsideOfPackage("com.footstone.audit.verify..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.footstone.audit.verify..");

    @ArchTest
    static final ArchRule ONLY_SINKS_AND_QUERIES_KNOW_THE_STORES = noClasses()
            .that()
            .resideOutsideOfPackages("com.footstone.audit.sink..", "com.footstone.audit.query..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.sql..", "jakarta.persistence..", "org.hibernate..", "com.clickhouse..");
}
