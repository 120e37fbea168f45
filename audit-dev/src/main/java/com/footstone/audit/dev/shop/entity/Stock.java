package com.footstone.audit.dev.shop.entity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** How many pieces of a product a warehouse holds. */
@Entity
@Table(name = "stock")
public class Stock {

    /** Below this, a warehouse orders more. */
    private static final int LOW_WATER = 10;

    private static final int REFILL = 91;

    @Id
    private long id;

    private int warehouseId;
    private int productId;
    private int quantity;

    protected Stock() {}

    public int warehouseId() {
        return warehouseId;
    }

    public int productId() {
        return productId;
    }

    public int quantity() {
        return quantity;
    }

    /** Takes pieces off the shelf, and has it refilled when few are left, as TPC-C does. */
    public void take(int pieces) {
        quantity -= pieces;
        if (quantity < LOW_WATER) {
            quantity += REFILL;
        }
    }
}
