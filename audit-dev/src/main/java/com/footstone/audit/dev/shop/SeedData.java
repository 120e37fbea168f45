package com.footstone.audit.dev.shop;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.function.IntFunction;

import com.footstone.audit.dev.shop.work.Assortment;
import com.footstone.audit.dev.shop.work.Names;

/**
 * The rows of a freshly installed shop. The seed decides prices, quantities and who bought what; how many rows there are,
 * and how many of them each accident meets, is the same for every seed.
 */
final class SeedData {

    private static final int BATCH = 1000;
    private static final int LINES_PER_ORDER = 5;
    private static final int SUBSCRIBERS = 250;
    private static final OffsetDateTime OPENING =
            Instant.parse("2026-01-01T08:00:00Z").atOffset(ZoneOffset.UTC);

    private final Connection connection;
    private final Random random;

    SeedData(Connection connection, long seed) {
        this.connection = connection;
        this.random = new Random(seed);
    }

    void fill() throws SQLException {
        int customers = Assortment.WAREHOUSES * Assortment.CUSTOMERS_PER_WAREHOUSE;
        int orders = Assortment.WAREHOUSES * Assortment.ORDERS_PER_WAREHOUSE;
        insert("warehouse values (?, ?, 0)", Assortment.WAREHOUSES, i -> row(i + 1, "Warehouse " + (i + 1)));
        insert("customer values (?, ?, ?, ?, ?, ?)", customers, this::customer);
        insert(
                "product values (?, ?, ?, ?)",
                Assortment.PRODUCTS,
                i -> row(
                        i + 1, "SKU-" + (i + 1), Names.product(i), BigDecimal.valueOf(100 + random.nextInt(9_900), 2)));
        insert("stock values (?, ?, ?, ?)", Assortment.WAREHOUSES * Assortment.PRODUCTS, this::stock);
        insert("orders values (?, ?, ?, ?, null)", orders, this::order);
        insert("order_line values (?, ?, ?, ?, ?, ?)", orders * LINES_PER_ORDER, this::orderLine);
        insert("product_view values (?, ?, ?, ?, ?, ?)", Assortment.PRODUCT_VIEWS, this::view);
        insert("newsletter values (?)", SUBSCRIBERS, i -> row(i + 1L));
    }

    private Object[] customer(int i) {
        int warehouse = 1 + i / Assortment.CUSTOMERS_PER_WAREHOUSE;
        int index = i % Assortment.CUSTOMERS_PER_WAREHOUSE;
        return row(
                Assortment.customer(warehouse, index),
                warehouse,
                Names.firstName(random.nextInt(100)),
                Names.lastName(i),
                Assortment.email(warehouse, index),
                BigDecimal.ZERO);
    }

    private Object[] stock(int i) {
        return row(i + 1L, 1 + i / Assortment.PRODUCTS, 1 + i % Assortment.PRODUCTS, 10 + random.nextInt(91));
    }

    private Object[] order(int i) {
        int warehouse = 1 + i / Assortment.ORDERS_PER_WAREHOUSE;
        long customer = Assortment.customer(warehouse, random.nextInt(Assortment.CUSTOMERS_PER_WAREHOUSE));
        return row(i + 1L, warehouse, customer, OPENING.plusMinutes(i));
    }

    private Object[] orderLine(int i) {
        int quantity = 1 + random.nextInt(10);
        BigDecimal amount = BigDecimal.valueOf((100 + random.nextInt(9_900)) * (long) quantity, 2);
        return row(i + 1L, 1L + i / LINES_PER_ORDER, 1 + i % LINES_PER_ORDER, anyProduct(), quantity, amount);
    }

    /** Half of all looks come from the web, 34 in a hundred from the app, 16 from the kiosk in the warehouse. */
    private Object[] view(int i) {
        int share = i % 100;
        String device = share < 50 ? "web" : share < 84 ? "app" : "kiosk";
        long customer = 1L + random.nextInt(Assortment.WAREHOUSES * Assortment.CUSTOMERS_PER_WAREHOUSE);
        return row(i + 1L, customer, anyProduct(), device, OPENING.plusMinutes(i), 1 + random.nextInt(300));
    }

    private int anyProduct() {
        return 1 + random.nextInt(Assortment.PRODUCTS_FOR_SALE);
    }

    private static Object[] row(Object... values) {
        return values;
    }

    private void insert(String into, int rows, IntFunction<Object[]> row) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("insert into " + into)) {
            for (int i = 0; i < rows; i++) {
                Object[] values = row.apply(i);
                for (int column = 0; column < values.length; column++) {
                    statement.setObject(column + 1, values[column]);
                }
                statement.addBatch();
                if (i % BATCH == BATCH - 1) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
        }
    }
}
