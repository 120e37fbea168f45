package com.footstone.audit.dev.shop.work;

import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;

import com.footstone.audit.dev.shop.entity.Order;

/** A customer asks for the latest order: read through Hibernate, its total by calling a database function. */
final class OrderStatus implements Task {

    @Override
    public String label() {
        return "order-status";
    }

    @Override
    public void perform(Desk desk) throws SQLException {
        long customer = desk.anyCustomer();
        List<Order> latest = new ArrayList<>();
        desk.hibernate(session -> {
            Request.statement("OrderRepository.findLatestOfCustomer");
            session.createSelectionQuery(
                            "from Order o join fetch o.customer where o.customer.id = :customer order by o.id desc",
                            Order.class)
                    .setParameter("customer", customer)
                    .setMaxResults(1)
                    .getResultList()
                    .forEach(order -> {
                        Request.statement("Order.lines");
                        order.lines().forEach(line -> line.amount());
                        latest.add(order);
                    });
        });
        for (Order order : latest) {
            desk.jdbc(session ->
                    session.function("OrderDao.total", "{? = call order_total(?)}", Types.NUMERIC, order.id()));
        }
    }
}
