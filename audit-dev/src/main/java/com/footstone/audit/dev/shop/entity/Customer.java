package com.footstone.audit.dev.shop.entity;

import java.math.BigDecimal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Someone who buys at one warehouse. Balances change through JDBC. */
@Entity
@Table(name = "customer")
public class Customer {

    @Id
    private long id;

    private int warehouseId;
    private String firstName;
    private String lastName;
    private String email;
    private BigDecimal balance;

    protected Customer() {}

    public long id() {
        return id;
    }

    public int warehouseId() {
        return warehouseId;
    }

    public String fullName() {
        return firstName + " " + lastName;
    }

    public String email() {
        return email;
    }

    public BigDecimal balance() {
        return balance;
    }
}
