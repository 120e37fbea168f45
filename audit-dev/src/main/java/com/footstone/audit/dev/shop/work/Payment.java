package com.footstone.audit.dev.shop.work;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;

/** A customer pays, through prepared JDBC statements. Four in ten give their last name instead of their number. */
final class Payment implements Task {

    @Override
    public String label() {
        return "payment";
    }

    @Override
    public void perform(Desk desk) throws SQLException {
        BigDecimal amount = BigDecimal.valueOf(100 + desk.random().nextInt(500_000), 2);
        long someone = desk.anyCustomer();
        boolean byName = desk.random().nextInt(10) < 4;
        desk.jdbc(session -> {
            long customer = byName ? findByLastName(session, desk) : someone;
            session.update(
                    "WarehouseDao.addTurnover",
                    "update warehouse set year_to_date = year_to_date + ? where id = ?",
                    amount,
                    desk.warehouse());
            session.update(
                    "CustomerDao.creditBalance",
                    "update customer set balance = balance - ? where id = ?",
                    amount,
                    customer);
            session.query(
                    "PaymentDao.record",
                    "insert into payment (customer_id, amount, paid_at) values (?, ?, ?) returning id",
                    row -> row.getLong(1),
                    customer,
                    amount,
                    desk.now());
        });
    }

    /** The one in the middle of those who have the name, as TPC-C prescribes. */
    private static long findByLastName(SqlSession session, Desk desk) throws SQLException {
        List<Long> namesakes = session.query(
                "CustomerDao.findByLastName",
                "select id from customer where warehouse_id = ? and last_name = ? order by first_name, id",
                row -> row.getLong(1),
                desk.warehouse(),
                Names.anyLastName(desk.random()));
        return namesakes.get(namesakes.size() / 2);
    }
}
