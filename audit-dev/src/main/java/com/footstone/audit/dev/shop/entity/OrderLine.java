package com.footstone.audit.dev.shop.entity;

import java.math.BigDecimal;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** One product of an order. */
@Entity
@Table(name = "order_line")
public class OrderLine {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "order_line_seq")
    @SequenceGenerator(name = "order_line_seq", sequenceName = "order_line_seq", allocationSize = 100)
    private long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "order_id")
    private Order order;

    private int lineNumber;
    private int productId;
    private int quantity;
    private BigDecimal amount;

    protected OrderLine() {}

    OrderLine(Order order, int lineNumber, Product product, int quantity) {
        this.order = order;
        this.lineNumber = lineNumber;
        this.productId = product.id();
        this.quantity = quantity;
        this.amount = product.price().multiply(BigDecimal.valueOf(quantity));
    }

    public long id() {
        return id;
    }

    public Order order() {
        return order;
    }

    public int lineNumber() {
        return lineNumber;
    }

    public int productId() {
        return productId;
    }

    public int quantity() {
        return quantity;
    }

    public BigDecimal amount() {
        return amount;
    }
}
