package com.footstone.audit.dev.shop.accident;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;

import com.footstone.audit.dev.shop.work.Desk;

/** Changes that touch far more rows than anyone wanted. */
final class WriteAccidents {

    private WriteAccidents() {}

    static long updateWithoutWhere(Desk desk) throws SQLException {
        return change(desk, "NewsletterDao.countLetter", "update newsletter set letters_sent = letters_sent + 1");
    }

    static long deleteWithoutWhere(Desk desk) throws SQLException {
        long deleted = change(desk, "NewsletterDao.clear", "delete from newsletter");
        desk.jdbc(session -> session.plainUpdate(
                "NewsletterDao.subscribe",
                "insert into newsletter (customer_id) select id from customer where id <= 250 order by id"));
        return deleted;
    }

    static long massUpdate(Desk desk) throws SQLException {
        return change(
                desk,
                "ViewDao.countKiosk",
                "update product_view set times_counted = times_counted + 1 where device = 'kiosk'");
    }

    static long hugeUpdate(Desk desk) throws SQLException {
        return change(
                desk, "ViewDao.countLong", "update product_view set times_counted = times_counted + 1 where id > 3000");
    }

    private static long change(Desk desk, String statementId, String sql) throws SQLException {
        AtomicLong rows = new AtomicLong();
        desk.jdbc(session -> rows.set(session.plainUpdate(statementId, sql)));
        return rows.get();
    }
}
