-- On a full disk ClickHouse may commit a merge whose marks it could not write, and read nothing of that part from then on.
-- Of marks that are not compressed it knows their size: at its next start it notices, and takes back the parts that were
-- merged. Compressed ones it takes for whole, and the rows are gone when the old parts are deleted.
ALTER TABLE events MODIFY SETTING compress_marks = 0;

ALTER TABLE events_hourly MODIFY SETTING compress_marks = 0;
