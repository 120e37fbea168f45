-- Every audited execution, once. Text columns are '' where the producer gave nothing; counts are -1 where unknown.
-- guard is '', 'passed' or 'stopped'; severity is the rank 0 SAFE, 1 LOW, 2 MEDIUM, 3 HIGH, 4 CRITICAL.
-- risk_parts is JSON [{"name", "points"}]; findings is JSON [{"rule", "severity", "confidence", "message", "evidence": {}}].
--
-- The order key serves the question that is asked most: the newest events of a time range, a page at a time, in time
-- that does not grow with the table. Everything else prunes by the skip indexes. An event is found by its id through
-- the offset index, since offsets grow with time.
CREATE TABLE IF NOT EXISTS events
(
    topic            LowCardinality(String),
    partition        Int32,
    offset           Int64                   CODEC(Delta, ZSTD(1)),
    timestamp        DateTime64(6, 'UTC')    CODEC(Delta, ZSTD(1)),
    received_at      DateTime64(3, 'UTC')    CODEC(Delta, ZSTD(1)),
    tenant_id        LowCardinality(String),
    application      LowCardinality(String),
    instance         LowCardinality(String),
    host             LowCardinality(String),
    db_system        LowCardinality(String),
    db_name          LowCardinality(String),
    db_user          LowCardinality(String),
    end_user         String                  CODEC(ZSTD(1)),
    client_address   String                  CODEC(ZSTD(1)),
    session_id       String                  CODEC(ZSTD(1)),
    trace_id         String                  CODEC(ZSTD(1)),
    span_id          String                  CODEC(ZSTD(1)),
    event_id         String                  CODEC(ZSTD(1)),
    producer_id      LowCardinality(String),
    producer_seq     Int64                   CODEC(Delta, ZSTD(1)),
    producer_dropped Int64                   CODEC(ZSTD(1)),
    datasource       LowCardinality(String),
    execution_layer  LowCardinality(String),
    statement_id     LowCardinality(String),
    sql_type         LowCardinality(String),
    kind             LowCardinality(String),
    fingerprint      String                  CODEC(ZSTD(1)),
    sql              String                  CODEC(ZSTD(3)),
    tables_read      Array(LowCardinality(String)),
    tables_written   Array(LowCardinality(String)),
    duration_ms      Int64                   CODEC(T64, ZSTD(1)),
    rows_affected    Int64                   CODEC(T64, ZSTD(1)),
    rows_returned    Int64                   CODEC(T64, ZSTD(1)),
    failed           Bool,
    sql_state        LowCardinality(String),
    error            String                  CODEC(ZSTD(3)),
    guard            LowCardinality(String),
    severity         Int8,
    risk             UInt8,
    risk_parts       String                  CODEC(ZSTD(1)),
    confidence       UInt8,
    rules            Array(LowCardinality(String)),
    findings         String                  CODEC(ZSTD(1)),
    unchecked        Array(String)           CODEC(ZSTD(1)),

    INDEX by_offset      offset      TYPE minmax             GRANULARITY 1,
    INDEX by_severity    severity    TYPE minmax             GRANULARITY 1,
    INDEX by_application application TYPE set(64)            GRANULARITY 1,
    INDEX by_fingerprint fingerprint TYPE bloom_filter(0.01) GRANULARITY 1,
    INDEX by_rule        rules       TYPE bloom_filter(0.01) GRANULARITY 1,
    INDEX by_trace       trace_id    TYPE bloom_filter(0.01) GRANULARITY 1,
    INDEX by_end_user    end_user    TYPE bloom_filter(0.01) GRANULARITY 1
)
ENGINE = MergeTree
PARTITION BY toYYYYMM(timestamp)
ORDER BY (timestamp, topic, partition, offset)
SETTINGS
    -- A retried insert carries the token of the first try; this many inserts are remembered.
    non_replicated_deduplication_window = 10000,
    -- An acknowledged event survives a power cut, not only a killed process.
    fsync_after_insert = 1,
    fsync_part_directory = 1;

-- Counts by the hour. As exact as the events: its target remembers the same tokens.
CREATE TABLE IF NOT EXISTS events_hourly
(
    hour          DateTime('UTC'),
    tenant_id     LowCardinality(String),
    application   LowCardinality(String),
    db_name       LowCardinality(String),
    kind          LowCardinality(String),
    severity      Int8,
    events        SimpleAggregateFunction(sum, UInt64),
    failed        SimpleAggregateFunction(sum, UInt64),
    unchecked     SimpleAggregateFunction(sum, UInt64),
    duration_ms   SimpleAggregateFunction(sum, Int64),
    duration_max  SimpleAggregateFunction(max, Int64),
    rows_affected SimpleAggregateFunction(sum, Int64),
    rows_returned SimpleAggregateFunction(sum, Int64),
    rules         SimpleAggregateFunction(sumMap, Map(String, UInt64))
)
ENGINE = AggregatingMergeTree
PARTITION BY toYYYYMM(hour)
ORDER BY (hour, tenant_id, application, db_name, kind, severity)
SETTINGS
    non_replicated_deduplication_window = 10000,
    fsync_after_insert = 1,
    fsync_part_directory = 1;

CREATE MATERIALIZED VIEW IF NOT EXISTS events_hourly_view TO events_hourly AS
SELECT
    toStartOfHour(event.timestamp)      AS hour,
    event.tenant_id                     AS tenant_id,
    event.application                   AS application,
    event.db_name                       AS db_name,
    event.kind                          AS kind,
    event.severity                      AS severity,
    count()                             AS events,
    countIf(event.failed)               AS failed,
    countIf(notEmpty(event.unchecked))  AS unchecked,
    sum(event.duration_ms)              AS duration_ms,
    max(event.duration_ms)              AS duration_max,
    sum(greatest(event.rows_affected, 0)) AS rows_affected,
    sum(greatest(event.rows_returned, 0)) AS rows_returned,
    sumMap(CAST((event.rules, arrayMap(rule -> toUInt64(1), event.rules)), 'Map(String, UInt64)')) AS rules
FROM events AS event
GROUP BY hour, tenant_id, application, db_name, kind, severity;
