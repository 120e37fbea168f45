package com.footstone.audit.dev.shop.work;

import java.util.List;
import java.util.Random;

/** The names of the people and things of the shop. */
public final class Names {

    /** The twenty people who use the application. */
    public static final List<String> CLERKS = List.of(
            "a.okafor",
            "b.lindqvist",
            "c.moreau",
            "d.tanaka",
            "e.rossi",
            "f.haddad",
            "g.novak",
            "h.silva",
            "i.petrov",
            "j.murphy",
            "k.jansen",
            "l.garcia",
            "m.weber",
            "n.kowalska",
            "o.dubois",
            "p.eriksen",
            "q.nguyen",
            "r.costa",
            "s.bauer",
            "t.ahmed");

    private static final List<String> FIRST_NAMES = List.of(
            "Ada", "Bruno", "Clara", "David", "Elif", "Femi", "Greta", "Hugo", "Ines", "Jonas", "Kaya", "Liam", "Mina",
            "Noor", "Oskar");
    private static final List<String> LAST_NAMES =
            List.of("Almeida", "Berg", "Castillo", "Dumont", "Engel", "Fischer", "Grant", "Hansen", "Ito", "Jovanovic");
    private static final List<String> MATERIALS = List.of("oak", "steel", "linen", "glass", "copper", "wool");
    private static final List<String> THINGS = List.of("lamp", "chair", "bowl", "shelf", "blanket", "clock", "tray");

    private Names() {}

    public static String firstName(int index) {
        return cyclic(FIRST_NAMES, index);
    }

    public static String lastName(int index) {
        return cyclic(LAST_NAMES, index);
    }

    public static String product(int index) {
        return cyclic(MATERIALS, index) + " " + cyclic(THINGS, index / MATERIALS.size());
    }

    static String anyClerk(Random random) {
        return any(CLERKS, random);
    }

    static String anyLastName(Random random) {
        return any(LAST_NAMES, random);
    }

    static String anyProductWord(Random random) {
        return any(random.nextBoolean() ? MATERIALS : THINGS, random);
    }

    private static String cyclic(List<String> names, int index) {
        return names.get(Math.floorMod(index, names.size()));
    }

    private static String any(List<String> names, Random random) {
        return names.get(random.nextInt(names.size()));
    }
}
