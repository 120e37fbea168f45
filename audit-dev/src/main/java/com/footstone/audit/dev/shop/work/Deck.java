package com.footstone.audit.dev.shop.work;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** The tasks of a clerk, in about the shares that TPC-C gives them. */
public final class Deck {

    private static final List<Task> CARDS = Stream.of(
                    Collections.nCopies(40, new NewOrder()),
                    Collections.nCopies(34, new Payment()),
                    Collections.nCopies(7, new OrderStatus()),
                    Collections.nCopies(4, new Delivery()),
                    Collections.nCopies(5, new StockLevel()),
                    Collections.nCopies(5, new Restock()),
                    Collections.nCopies(5, new Browse()))
            .<Task>flatMap(List::stream)
            .toList();

    private Deck() {}

    /** The next thing to do. */
    public static Task draw(Random random) {
        return CARDS.get(random.nextInt(CARDS.size()));
    }
}
