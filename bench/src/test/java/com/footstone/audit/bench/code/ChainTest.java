package com.footstone.audit.bench.code;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.footstone.audit.model.AnalysedEvent;
import com.footstone.audit.model.AuditedEvent;

import static org.assertj.core.api.Assertions.assertThat;

class ChainTest {

    @Test
    void whatIsMeasuredIsWhatTheProductDoes() {
        String record = """
                {"sql": "delete from account", "sqlType": "DELETE", "rowsAffected": 12, "timestamp": "%s"}
                """.formatted(Instant.now());
        try (Chain chain = Chain.normal()) {
            AnalysedEvent event = chain.analyse(0, chain.decode(0, record.getBytes(StandardCharsets.UTF_8)));
            List<AuditedEvent> audited = chain.check(List.of(event));

            assertThat(audited.get(0).verdict().findings())
                    .extracting(finding -> finding.rule())
                    .contains("ActualImpactNoWhere");
            assertThat(chain.seal(audited)).isNotNull();
        }
    }
}
