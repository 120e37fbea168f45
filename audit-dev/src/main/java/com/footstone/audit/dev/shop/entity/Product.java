package com.footstone.audit.dev.shop.entity;

import java.math.BigDecimal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What the shop sells. */
@Entity
@Table(name = "product")
public class Product {

    @Id
    private int id;

    private String sku;
    private String name;
    private BigDecimal price;

    protected Product() {}

    public int id() {
        return id;
    }

    public String sku() {
        return sku;
    }

    public String name() {
        return name;
    }

    public BigDecimal price() {
        return price;
    }
}
