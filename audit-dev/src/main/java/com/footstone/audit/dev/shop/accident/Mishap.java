package com.footstone.audit.dev.shop.accident;

import java.sql.SQLException;

import com.footstone.audit.dev.shop.work.Desk;

/** Something that goes wrong at a desk. */
@FunctionalInterface
interface Mishap {

    /** Makes it happen and returns how many rows it read or changed. */
    long happen(Desk desk) throws SQLException;
}
