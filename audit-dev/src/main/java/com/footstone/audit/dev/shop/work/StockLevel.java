package com.footstone.audit.dev.shop.work;

import java.sql.SQLException;

/** How many recently sold products run low: literals in the text of plain statements, under a time limit of its own. */
final class StockLevel implements Task {

    @Override
    public String label() {
        return "stock-level";
    }

    @Override
    public void perform(Desk desk) throws SQLException {
        int threshold = 10 + desk.random().nextInt(11);
        desk.jdbc(session -> {
            session.command("StockDao.limitTime", "set local statement_timeout = '30s'");
            session.plainQuery(
                    "StockDao.countLow",
                    "with recent as (select id from orders where warehouse_id = " + desk.warehouse()
                            + " order by id desc limit 20)"
                            + " select count(distinct s.product_id) from recent r join order_line l on l.order_id = r.id"
                            + " join stock s on s.product_id = l.product_id and s.warehouse_id = " + desk.warehouse()
                            + " where s.quantity < " + threshold,
                    row -> row.getLong(1));
        });
    }
}
