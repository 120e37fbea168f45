package com.footstone.audit.dev.shop.work;

/** How much of everything a freshly installed shop has, and which keys it has. */
public final class Assortment {

    public static final int WAREHOUSES = 4;
    public static final int CUSTOMERS_PER_WAREHOUSE = 300;
    public static final int ORDERS_PER_WAREHOUSE = 60;

    /** Products 1 to this are sold; the stock of the others changes only when accidents move it about. */
    public static final int PRODUCTS_FOR_SALE = 500;

    public static final int PRODUCTS = 504;

    public static final int PRODUCT_VIEWS = 15_000;

    private Assortment() {}

    /**
     * The number of a customer.
     *
     * @param index from 0 to {@link #CUSTOMERS_PER_WAREHOUSE} exclusive
     */
    public static long customer(int warehouse, int index) {
        return (long) (warehouse - 1) * CUSTOMERS_PER_WAREHOUSE + index + 1;
    }

    /**
     * The address of a customer.
     *
     * @param index from 0 to {@link #CUSTOMERS_PER_WAREHOUSE} exclusive
     */
    public static String email(int warehouse, int index) {
        return "customer" + customer(warehouse, index) + "@example.com";
    }
}
