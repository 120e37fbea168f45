package com.footstone.audit.intake.decode;

/** Counts what a record has and the format has not. */
final class Unknowns {

    int fields;
    int values;

    /** The constant of a name; a name that is none is counted and read as another. */
    <E extends Enum<E>> E constant(E[] known, String name, E unknown) {
        for (E constant : known) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        values++;
        return unknown;
    }
}
