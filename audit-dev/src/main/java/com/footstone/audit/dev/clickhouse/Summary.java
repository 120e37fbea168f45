package com.footstone.audit.dev.clickhouse;

/** The counts of the {@code X-ClickHouse-Summary} header; the driver takes update counts from it. */
record Summary(long readRows, long readBytes, long writtenRows, long writtenBytes, long resultRows, long resultBytes) {

    static final Summary NONE = new Summary(0, 0, 0, 0, 0, 0);

    /** Rows written include those of materialized views, as on a server. */
    String toJson(long elapsedNanos) {
        return "{\"read_rows\":\"" + readRows + "\",\"read_bytes\":\"" + readBytes
                + "\",\"written_rows\":\"" + writtenRows + "\",\"written_bytes\":\"" + writtenBytes
                + "\",\"total_rows_to_read\":\"0\",\"result_rows\":\"" + resultRows
                + "\",\"result_bytes\":\"" + resultBytes + "\",\"elapsed_ns\":\"" + elapsedNanos + "\"}";
    }
}
