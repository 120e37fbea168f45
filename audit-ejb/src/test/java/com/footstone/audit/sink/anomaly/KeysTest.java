package com.footstone.audit.sink.anomaly;

import org.junit.jupiter.api.Test;

import com.footstone.audit.model.anomaly.Subject;

import static org.assertj.core.api.Assertions.assertThat;

class KeysTest {

    @Test
    void subjectsAreToldApartByEachOfTheirParts() {
        Subject one = Subject.ofTenant("a")
                .by("b")
                .at("c", "d")
                .as("e", "f")
                .through("0")
                .on("t");

        assertThat(Keys.of(one)).hasSize(32).isEqualTo(Keys.of(one.by("b")));
        assertThat(new String[] {
                    Keys.of(one),
                    Keys.of(one.by("")),
                    Keys.of(one.by("bc").at("", "d")),
                    Keys.of(one.at("d", "c")),
                    Keys.of(one.as("ef", "")),
                    Keys.of(one.through("1")),
                    Keys.of(one.on("u"))
                })
                .doesNotHaveDuplicates();
    }
}
