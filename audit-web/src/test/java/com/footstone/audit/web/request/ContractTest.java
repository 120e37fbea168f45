package com.footstone.audit.web.request;

import java.util.Arrays;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.junit.jupiter.api.Test;

import com.footstone.audit.model.Severity;
import com.footstone.audit.model.StatementKind;

import static org.assertj.core.api.Assertions.assertThat;

/** What the contract lists by hand is what there is. */
class ContractTest {

    private static String[] listed(Class<?> parameters, String field) throws NoSuchFieldException {
        return parameters
                .getDeclaredField(field)
                .getAnnotation(Parameter.class)
                .schema()
                .enumeration();
    }

    private static String[] names(Enum<?>... constants) {
        return Arrays.stream(constants).map(Enum::name).toArray(String[]::new);
    }

    @Test
    void listsEverySeverity() throws NoSuchFieldException {
        assertThat(listed(EventParameters.class, "severity")).containsExactly(names(Severity.values()));
        String[] unsafe = Arrays.stream(names(Severity.values())).skip(1).toArray(String[]::new);
        assertThat(listed(SeenParameters.class, "severity")).containsExactly(unsafe);
    }

    @Test
    void listsEveryKind() throws NoSuchFieldException {
        assertThat(listed(EventParameters.class, "kind")).containsExactly(names(StatementKind.values()));
    }
}
