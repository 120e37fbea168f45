package com.footstone.audit.dev.shop.work;

import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;

/** The oldest undelivered orders of the warehouse go out: JDBC batches and a MERGE, on nobody's behalf. */
final class Delivery implements Task {

    @Override
    public String label() {
        return "delivery";
    }

    @Override
    public boolean attended() {
        return false;
    }

    @Override
    public void perform(Desk desk) throws SQLException {
        OffsetDateTime now = desk.now();
        desk.jdbc(session -> {
            List<Long> orders = session.query(
                    "DeliveryDao.nextOrders",
                    "select id from orders where warehouse_id = ? and delivered_at is null"
                            + " order by id limit 10 for update skip locked",
                    row -> row.getLong(1),
                    desk.warehouse());
            if (orders.isEmpty()) {
                return;
            }
            session.batch(
                    "DeliveryDao.markDelivered",
                    "update orders set delivered_at = ? where id = ?",
                    orders.stream().map(order -> List.<Object>of(now, order)).toList());
            session.batch(
                    "DeliveryDao.chargeCustomer",
                    "update customer set balance = balance + (select sum(amount) from order_line where order_id = ?)"
                            + " where id = (select customer_id from orders where id = ?)",
                    orders.stream().map(order -> List.<Object>of(order, order)).toList());
            for (long order : orders) {
                addToSales(session, order);
            }
        });
    }

    private static void addToSales(SqlSession session, long order) throws SQLException {
        session.update("SalesDao.addOrder", """
                merge into daily_sales s
                using (select o.warehouse_id, l.product_id, sum(l.quantity) as quantity
                       from orders o join order_line l on l.order_id = o.id where o.id = ?
                       group by o.warehouse_id, l.product_id) sold
                on s.warehouse_id = sold.warehouse_id and s.product_id = sold.product_id
                when matched then update set quantity = s.quantity + sold.quantity
                when not matched then insert values (sold.warehouse_id, sold.product_id, sold.quantity)
                """, order);
    }
}
