-- Detectors ask every minute for what was received in the last minutes, whenever it was executed. Old parts get the index
-- in the background; until then their column received_at is read.
ALTER TABLE events ADD INDEX IF NOT EXISTS by_received received_at TYPE minmax GRANULARITY 1;

ALTER TABLE events MATERIALIZE INDEX by_received;
