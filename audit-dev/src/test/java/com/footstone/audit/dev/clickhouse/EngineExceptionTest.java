package com.footstone.audit.dev.clickhouse;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EngineExceptionTest {

    @Test
    void theCodeIsReadThroughEveryWrapping() {
        EngineException error =
                EngineException.of("Code: 60. DB::Exception: Code: 60. DB::Exception: Unknown table. (UNKNOWN_TABLE)");
        assertThat(error.code()).isEqualTo(60);
        assertThat(error.httpStatus()).isEqualTo(404);
        assertThat(error).hasMessage("Code: 60. DB::Exception: Unknown table. (UNKNOWN_TABLE)");
    }

    @Test
    void aTextWithoutACodeIsAnUnknownException() {
        assertThat(EngineException.of("out of luck").code()).isEqualTo(1002);
        assertThat(EngineException.of("out of luck").httpStatus()).isEqualTo(500);
    }
}
