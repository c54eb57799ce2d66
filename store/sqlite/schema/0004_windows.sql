-- The days between which an event is compared with others (days since 1970; an open
-- end reaches a week), so that only what overlaps a change is computed again. NULL:
-- no day, and its report has none either; such an event is alone.
ALTER TABLE event ADD COLUMN lo INTEGER;
ALTER TABLE event ADD COLUMN hi INTEGER;
UPDATE event SET
  lo = CASE WHEN start IS NOT NULL THEN julianday(start) - 2440587.5
            WHEN end IS NOT NULL THEN julianday(end) - 2440587.5 - 7
            WHEN day <> '' THEN julianday(day) - 2440587.5 - 7 END,
  hi = CASE WHEN end IS NOT NULL THEN julianday(end) - 2440587.5
            WHEN start IS NOT NULL THEN julianday(start) - 2440587.5 + 7
            WHEN day <> '' THEN julianday(day) - 2440587.5 END;
DROP INDEX event_block;
CREATE INDEX event_block ON event (block, lo, hi);

CREATE TABLE touched_window (
  block TEXT NOT NULL,
  lo    INTEGER NOT NULL,
  hi    INTEGER NOT NULL,
  PRIMARY KEY (block, lo, hi)
) WITHOUT ROWID;
INSERT INTO touched_window SELECT block, -1000000000, 1000000000 FROM touched;
DROP TABLE touched;
ALTER TABLE touched_window RENAME TO touched;
