package com.footstone.audit.checking;

import java.util.List;

import jakarta.enterprise.context.Dependent;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The rules that CDI finds in the server, found the same way: by being there. */
final class ShippedRules {

    static final List<Rule> ALL = new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("com.footstone.audit.checking")
                    .stream()
                    .filter(type -> type.isAssignableTo(Rule.class))
                    .filter(type -> type.isAnnotatedWith(Dependent.class))
                    .map(ShippedRules::instance)
                    .toList();

    private ShippedRules() {}

    private static Rule instance(JavaClass type) {
        try {
            return (Rule) type.reflect().getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type.getName() + " must have a public constructor without parameters", e);
        }
    }
}
