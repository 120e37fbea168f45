package com.footstone.audit.sink.completeness;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/**
 * Which of {@value #SIZE} numbers in a row came.
 *
 * @param index the block's place in the sequence: its first number is {@code index * SIZE}
 * @param bits a character for each number, {@code 1} if it came; {@code null} if all did
 * @param first earliest time of those that came
 * @param last latest time of those that came
 */
record Block(long index, String bits, Instant first, Instant last) {

    static final int SIZE = 1024;

    private static final int SHIFT = 10;
    private static final int WORDS = SIZE / Long.SIZE;

    Block {
        Objects.requireNonNull(first, "first is null");
        Objects.requireNonNull(last, "last is null");
        if (bits != null && bits.length() != SIZE) {
            throw new IllegalArgumentException("a block of " + bits.length() + " numbers");
        }
    }

    static long indexOf(long number) {
        return number >> SHIFT;
    }

    long start() {
        return index << SHIFT;
    }

    boolean has(long number) {
        return bits == null || bits.charAt((int) (number - start())) == '1';
    }

    /** The blocks that hold the numbers, which are in order and each there once. */
    static List<Block> of(List<Numbered> numbers) {
        List<Block> blocks = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= numbers.size(); i++) {
            if (i == numbers.size()
                    || indexOf(numbers.get(i).number())
                            != indexOf(numbers.get(from).number())) {
                blocks.add(block(numbers.subList(from, i)));
                from = i;
            }
        }
        return blocks;
    }

    private static Block block(List<Numbered> numbers) {
        char[] bits = "0".repeat(SIZE).toCharArray();
        Instant first = Instant.MAX;
        Instant last = Instant.MIN;
        for (Numbered one : numbers) {
            bits[(int) (one.number() & (SIZE - 1))] = '1';
            first = one.time().isBefore(first) ? one.time() : first;
            last = one.time().isAfter(last) ? one.time() : last;
        }
        return new Block(indexOf(numbers.get(0).number()), new String(bits), first, last);
    }

    /** The bits as PostgreSQL reads them, in hexadecimal digits. */
    String hexadecimal() {
        StringBuilder text = new StringBuilder(1 + SIZE / 4).append('x');
        for (int word = 0; word < WORDS; word++) {
            String part = bits.substring(word * Long.SIZE, (word + 1) * Long.SIZE);
            text.append(HexFormat.of().toHexDigits(Long.parseUnsignedLong(part, 2)));
        }
        return text.toString();
    }
}
