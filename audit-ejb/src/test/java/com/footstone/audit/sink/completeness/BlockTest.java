package com.footstone.audit.sink.completeness;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BlockTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void numbersAreSpreadOverBlocks() {
        List<Block> blocks = Block.of(List.of(
                new Numbered(0, NOON.plusSeconds(5)),
                new Numbered(1023, NOON),
                new Numbered(1024, NOON),
                new Numbered(Numbered.MAX, NOON)));

        assertThat(blocks).extracting(Block::index).containsExactly(0L, 1L, Block.indexOf(Numbered.MAX));
        assertThat(blocks.get(0).first()).isEqualTo(NOON);
        assertThat(blocks.get(0).last()).isEqualTo(NOON.plusSeconds(5));
        assertThat(blocks.get(0).has(0)).isTrue();
        assertThat(blocks.get(0).has(1)).isFalse();
        assertThat(blocks.get(0).has(1023)).isTrue();
        assertThat(blocks.get(2).start()).isEqualTo(Numbered.MAX);
    }

    @Test
    void theFirstNumberIsTheFirstBit() {
        String bits = Block.of(List.of(new Numbered(0, NOON), new Numbered(7, NOON), new Numbered(1023, NOON)))
                .get(0)
                .hexadecimal();

        assertThat(bits).hasSize(257).startsWith("x810").endsWith("01");
    }
}
