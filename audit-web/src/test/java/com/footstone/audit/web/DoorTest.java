package com.footstone.audit.web;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** The door asks; it does not reach around those it asks. */
@AnalyzeClasses(packages = "com.footstone.audit.web", importOptions = ImportOption.DoNotIncludeTests.class)
class DoorTest {

    @ArchTest
    static final ArchRule ASKS_QUERY_ONLY = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.sql..",
                    "javax.sql..",
                    "jakarta.persistence..",
                    "com.footstone.audit.intake..",
                    "com.footstone.audit.analysis..",
                    "com.footstone.audit.checking..",
                    "com.footstone.audit.sink..");

    @ArchTest
    static final ArchRule ANSWERS_KNOW_NO_QUESTIONS = noClasses()
            .that()
            .resideInAPackage("..response..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..request..", "..resource..");

    @ArchTest
    static final ArchRule QUESTIONS_KNOW_NO_ANSWERS = noClasses()
            .that()
            .resideInAPackage("..request..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..web.response..", "..resource..", "..problem..");
}
