package com.footstone.audit.intake.decode;

import java.io.IOException;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;

import static org.assertj.core.api.Assertions.assertThat;

class NamePoolTest {

    private final NamePool pool = new NamePool();

    @Test
    void aNameThatWasKeptIsFoundAgain() throws IOException {
        String name = pool.keep("webshop-\u00e4");

        assertThat(find("webshop-\u00e4")).isSameAs(name);
        assertThat(find("webshop-a")).isNull();
        assertThat(find("webshop")).isNull();
    }

    @Test
    void namesInOnePlaceAreNotTakenForEachOther() throws IOException {
        assertThat("AaAa".hashCode()).isEqualTo("BBBB".hashCode());
        pool.keep("AaAa");

        assertThat(find("BBBB")).isNull();

        pool.keep("BBBB");
        assertThat(find("AaAa")).isNull();
        assertThat(find("BBBB")).isEqualTo("BBBB");
    }

    @Test
    void whateverIsKeptIsFoundAsItIsOrNotAtAll() throws IOException {
        for (int i : IntStream.range(0, 100_000).toArray()) {
            pool.keep("name-" + i);
        }
        int found = 0;
        for (int i : IntStream.range(0, 100_000).toArray()) {
            String name = find("name-" + i);
            if (name != null) {
                assertThat(name).isEqualTo("name-" + i);
                found++;
            }
        }
        assertThat(found).isBetween(1, 4096);
    }

    @Test
    void longNamesAreNotKept() throws IOException {
        String name = "n".repeat(129);
        assertThat(pool.keep(name)).isEqualTo(name);
        assertThat(find(name)).isNull();
    }

    private String find(String text) throws IOException {
        try (JsonParser in = new JsonFactory().createParser("\"" + text + "\"")) {
            in.nextToken();
            return pool.find(in);
        }
    }
}
