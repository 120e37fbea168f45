package com.footstone.audit.system;

import java.util.List;
import java.util.Map;

import com.footstone.audit.dev.shop.accident.Accident;

import static java.util.Map.entry;

/**
 * What an accident of the shop must leave behind.
 *
 * @param statement the name that the statement at fault has in the shop
 * @param rules the rules that must have found it
 */
record AccidentTrace(String statement, List<String> rules) {

    static final Map<Accident, AccidentTrace> ALL = Map.ofEntries(
            entry(Accident.N_PLUS_ONE, of("Order.lines", "NPlusOne")),
            entry(Accident.REPORT_WITHOUT_LIMIT, of("ReportDao.allViews", "UnboundedRead")),
            entry(Accident.LARGE_RESULT, of("ReportDao.viewsByDevice", "LargeResult")),
            entry(Accident.DEEP_PAGINATION, of("ViewDao.page", "DeepPagination")),
            entry(Accident.UPDATE_WITHOUT_WHERE, of("NewsletterDao.countLetter", "NoWhere", "ActualImpactNoWhere")),
            entry(Accident.DELETE_WITHOUT_WHERE, of("NewsletterDao.clear", "NoWhere", "ActualImpactNoWhere")),
            entry(Accident.MASS_UPDATE, of("ViewDao.countKiosk", "HighImpactMutation")),
            entry(Accident.HUGE_UPDATE, of("ViewDao.countLong", "HighImpactMutation")),
            entry(Accident.SYNTAX_ERROR, of("ProductDao.cheapest", "ErrorPattern")),
            entry(Accident.UNIQUE_VIOLATION, of("CustomerDao.register", "ErrorPattern")),
            entry(Accident.LOCK_TIMEOUT, of("StockDao.takeOne", "ErrorPattern")),
            entry(Accident.DEADLOCK, of("StockDao.putOne", "ErrorPattern")),
            entry(Accident.SLOW_QUERY, of("ForecastDao.demand", "SlowQuery")),
            entry(Accident.VERY_SLOW_QUERY, of("ForecastDao.demand", "SlowQuery")));

    private static AccidentTrace of(String statement, String... rules) {
        return new AccidentTrace(statement, List.of(rules));
    }
}
