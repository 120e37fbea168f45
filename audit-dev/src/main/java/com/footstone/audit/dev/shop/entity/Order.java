package com.footstone.audit.dev.shop.entity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** What a customer ordered at once. Its lines load lazily, one query an order, which is how N+1 queries come about. */
@Entity
@Table(name = "orders")
public class Order {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "orders_seq")
    @SequenceGenerator(name = "orders_seq", sequenceName = "orders_seq", allocationSize = 50)
    private long id;

    private int warehouseId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "customer_id")
    private Customer customer;

    private Instant placedAt;
    private Instant deliveredAt;

    @OneToMany(mappedBy = "order", cascade = CascadeType.PERSIST, fetch = FetchType.LAZY)
    @OrderBy("lineNumber")
    private List<OrderLine> lines = new ArrayList<>();

    protected Order() {}

    public Order(Customer customer, Instant placedAt) {
        this.customer = customer;
        this.warehouseId = customer.warehouseId();
        this.placedAt = placedAt;
    }

    public long id() {
        return id;
    }

    public int warehouseId() {
        return warehouseId;
    }

    public Customer customer() {
        return customer;
    }

    public Instant placedAt() {
        return placedAt;
    }

    /** When it was delivered, or {@code null} if it has not been yet. */
    public Instant deliveredAt() {
        return deliveredAt;
    }

    public List<OrderLine> lines() {
        return Collections.unmodifiableList(lines);
    }

    public void add(Product product, int quantity) {
        lines.add(new OrderLine(this, lines.size() + 1, product, quantity));
    }
}
