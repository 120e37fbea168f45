package com.footstone.audit.dev.clickhouse;

/** CityHash128 in the version that ClickHouse froze for its compressed blocks; later versions give other values. */
record BlockChecksum(long low, long high) {

    /** The driver deprecates the class for use by applications, and computes the checksums of its own blocks with it. */
    @SuppressWarnings("deprecation")
    static BlockChecksum of(byte[] bytes, int offset, int length) {
        long[] hash = com.clickhouse.data.ClickHouseCityHash.cityHash128(bytes, offset, length);
        return new BlockChecksum(hash[0], hash[1]);
    }
}
