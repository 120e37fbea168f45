package com.footstone.audit.checking.foreign;

import java.util.List;

import com.footstone.audit.rule.AuditRule;

/**
 * All that a rule of others sees of the service: the JDK, the model, and what rules are written against. The rest would tie
 * it to this version, and would let its own libraries and ours get in each other's way.
 */
final class ApiLoader extends ClassLoader {

    private static final List<String> SHARED = List.of("com.footstone.audit.rule.", "com.footstone.audit.model.");

    ApiLoader() {
        super("audit-rules", ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (SHARED.stream().anyMatch(name::startsWith)) {
            return AuditRule.class.getClassLoader().loadClass(name);
        }
        throw new ClassNotFoundException(name);
    }
}
