package com.footstone.audit.dev.shop.work;

import java.sql.SQLException;

/** Goods come in: the shelf is looked up, and a database procedure is called to fill it. */
final class Restock implements Task {

    @Override
    public String label() {
        return "restock";
    }

    @Override
    public void perform(Desk desk) throws SQLException {
        desk.jdbc(session -> {
            var emptiest = session.query(
                    "StockDao.emptiestShelf",
                    "select product_id from stock where warehouse_id = ? and product_id <= ?"
                            + " order by quantity, product_id fetch first 1 rows only",
                    row -> row.getInt(1),
                    desk.warehouse(),
                    Assortment.PRODUCTS_FOR_SALE);
            session.call("StockDao.restock", "call restock(?, ?, ?)", desk.warehouse(), emptiest.get(0), 50);
        });
    }
}
