package com.footstone.audit.dev.clickhouse;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;

/**
 * Query parameters laid out as the C functions take them: an array of pointers and one of lengths, for names and for
 * values. Values stay in the escaped text form of the HTTP interface, which is also what the engine reads.
 */
final class Parameters {

    private final long count;
    private final Pointer names;
    private final Pointer nameLengths;
    private final Pointer values;
    private final Pointer valueLengths;

    /** JNA frees memory that nobody refers to, so the texts are held as long as the arrays that point to them. */
    private final List<Memory> texts = new ArrayList<>();

    Parameters(Map<String, String> parameters) {
        count = parameters.size();
        names = count == 0 ? null : new Memory(count * Long.BYTES);
        nameLengths = count == 0 ? null : new Memory(count * Long.BYTES);
        values = count == 0 ? null : new Memory(count * Long.BYTES);
        valueLengths = count == 0 ? null : new Memory(count * Long.BYTES);
        long at = 0;
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            put(names, nameLengths, at, parameter.getKey());
            put(values, valueLengths, at, parameter.getValue());
            at += Long.BYTES;
        }
    }

    private void put(Pointer pointers, Pointer lengths, long at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Memory memory = new Memory(bytes.length + 1L);
        memory.write(0, bytes, 0, bytes.length);
        memory.setByte(bytes.length, (byte) 0);
        texts.add(memory);
        pointers.setPointer(at, memory);
        lengths.setLong(at, bytes.length);
    }

    long count() {
        return count;
    }

    Pointer names() {
        return names;
    }

    Pointer nameLengths() {
        return nameLengths;
    }

    Pointer values() {
        return values;
    }

    Pointer valueLengths() {
        return valueLengths;
    }
}
