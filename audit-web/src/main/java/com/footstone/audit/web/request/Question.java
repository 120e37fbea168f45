package com.footstone.audit.web.request;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * All that makes a list what it is: its address and the conditions, whatever their order, but not which page of it is asked
 * for.
 */
final class Question {

    private static final Set<String> PAGING = Set.of(Cursor.NAME, "limit");

    private Question() {}

    static String of(String list, Map<String, List<String>> parameters) {
        Map<String, List<String>> conditions = new TreeMap<>(parameters);
        conditions.keySet().removeAll(PAGING);
        return list + conditions;
    }
}
