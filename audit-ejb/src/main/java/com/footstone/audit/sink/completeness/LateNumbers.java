package com.footstone.audit.sink.completeness;

import java.util.List;

/**
 * Numbers of a producer that came after they were judged.
 *
 * @param producer its row
 * @param numbers in order, each there once
 */
record LateNumbers(long producer, List<Numbered> numbers) {

    long lowest() {
        return numbers.get(0).number();
    }

    long highest() {
        return numbers.get(numbers.size() - 1).number();
    }
}
