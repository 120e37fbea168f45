package com.footstone.audit.dev.shop.work;

import java.sql.SQLException;
import java.util.List;

/** A customer looks for products and puts one aside; what was put aside before goes back. */
final class Browse implements Task {

    @Override
    public String label() {
        return "browse";
    }

    @Override
    public void perform(Desk desk) throws SQLException {
        long customer = desk.anyCustomer();
        String part = Names.anyProductWord(desk.random());
        desk.jdbc(session -> {
            List<Integer> found = session.query(
                    "ProductDao.search",
                    "select id, sku, name, price from product where name ilike ? order by price, id limit 20",
                    row -> row.getInt("id"),
                    "%" + part + "%");
            session.update("BasketDao.remove", "delete from basket_item where customer_id = ?", customer);
            session.update(
                    "BasketDao.put",
                    "insert into basket_item (customer_id, product_id) values (?, ?)"
                            + " on conflict (customer_id, product_id) do update"
                            + " set times_put = basket_item.times_put + 1",
                    customer,
                    found.get(0));
        });
    }
}
