package com.footstone.audit.dev.shop.accident;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import com.footstone.audit.dev.shop.entity.Order;
import com.footstone.audit.dev.shop.work.Desk;
import com.footstone.audit.dev.shop.work.Request;
import com.footstone.audit.dev.shop.work.SqlWork;

/** Queries that read too much or too often. */
final class ReadAccidents {

    private static final int ORDERS = 45;

    private ReadAccidents() {}

    static long nPlusOne(Desk desk) {
        AtomicLong orders = new AtomicLong();
        desk.hibernate(session -> {
            Request.statement("OrderRepository.findOldest");
            List<Order> oldest = session.createSelectionQuery(
                            "from Order o where o.warehouseId = :warehouse order by o.id", Order.class)
                    .setParameter("warehouse", desk.warehouse())
                    .setMaxResults(ORDERS)
                    .getResultList();
            Request.statement("Order.lines");
            orders.set(oldest.stream().filter(order -> !order.lines().isEmpty()).count());
        });
        return orders.get();
    }

    static long reportWithoutLimit(Desk desk) throws SQLException {
        return read(
                desk,
                "ReportDao.allViews",
                "select customer_id, product_id, device, seconds_viewed from product_view order by viewed_at");
    }

    static long largeResult(Desk desk) throws SQLException {
        AtomicLong rows = new AtomicLong();
        desk.jdbc(session -> rows.set(session.query(
                        "ReportDao.viewsByDevice",
                        "select customer_id, product_id, seconds_viewed from product_view where device = ?",
                        row -> row.getLong(1),
                        "web")
                .size()));
        return rows.get();
    }

    static long deepPagination(Desk desk) throws SQLException {
        return read(
                desk,
                "ViewDao.page",
                "select id, customer_id, product_id, viewed_at from product_view order by id limit 50 offset 12000");
    }

    private static long read(Desk desk, String statementId, String sql) throws SQLException {
        AtomicLong rows = new AtomicLong();
        SqlWork reading = session -> rows.set(
                session.plainQuery(statementId, sql, row -> row.getLong(1)).size());
        desk.jdbc(reading);
        return rows.get();
    }
}
