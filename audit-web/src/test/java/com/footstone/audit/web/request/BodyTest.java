package com.footstone.audit.web.request;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

import org.junit.jupiter.api.Test;

import com.footstone.audit.model.InvalidValueException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class BodyTest {

    @Test
    void aTextIsReadAsUtf8() {
        assertThat(Body.use(body("naïve".getBytes(StandardCharsets.UTF_8)), Function.identity()))
                .isEqualTo("naïve");
    }

    @Test
    void whatIsTooLongOrNoTextIsRefused() {
        assertRefused(body(new byte[Body.MAX_BYTES + 1]), "is longer than");
        assertRefused(body(new byte[] {'a', (byte) 0xc3, 'b'}), "is not UTF-8");
    }

    @Test
    void aFieldAtFaultIsTheParameterAtFault() {
        assertThatExceptionOfType(InvalidParameterException.class)
                .isThrownBy(() -> Body.use(body(new byte[0]), text -> {
                    throw new InvalidValueException("rules[0]", "is not the id of a rule");
                }))
                .withMessage("rules[0] is not the id of a rule")
                .satisfies(e -> assertThat(e.parameter()).isEqualTo("rules[0]"));
    }

    private static void assertRefused(InputStream body, String fault) {
        assertThatExceptionOfType(InvalidParameterException.class)
                .isThrownBy(() -> Body.use(body, Function.identity()))
                .withMessageStartingWith("body " + fault);
    }

    private static InputStream body(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }
}
