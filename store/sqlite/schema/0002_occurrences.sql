-- Happenings, each with every event that tells of it.

CREATE TABLE occurrence (
  n             INTEGER PRIMARY KEY,
  id            TEXT NOT NULL UNIQUE,
  block         TEXT NOT NULL,
  event         TEXT NOT NULL,
  mode          TEXT NOT NULL,
  quad          INTEGER NOT NULL,
  status        TEXT NOT NULL,
  day           TEXT NOT NULL,
  start         TEXT,
  end           TEXT,
  granularity   TEXT NOT NULL,
  place         TEXT NOT NULL,
  place_country TEXT NOT NULL,
  corroboration INTEGER NOT NULL,       -- independent origins
  deniers       INTEGER NOT NULL,
  denies        INTEGER NOT NULL,       -- 1: it only says that another occurrence was not so
  events        INTEGER NOT NULL,
  reports       INTEGER NOT NULL,
  first_report  TEXT NOT NULL,
  last_report   TEXT NOT NULL,
  json          TEXT NOT NULL
);
CREATE INDEX occurrence_block ON occurrence (block);
CREATE INDEX occurrence_day ON occurrence (day, n);
CREATE INDEX occurrence_class ON occurrence (event, day, n);
CREATE INDEX occurrence_strong ON occurrence (corroboration, reports, day, n);

CREATE TABLE occurrence_event (
  event      INTEGER PRIMARY KEY REFERENCES event ON DELETE CASCADE,
  occurrence INTEGER NOT NULL REFERENCES occurrence ON DELETE CASCADE,
  copy_of    TEXT NOT NULL,             -- report whose text the event's report repeats
  why        TEXT NOT NULL              -- why it was merged; '' for the first
);
CREATE INDEX occurrence_event_of ON occurrence_event (occurrence);

CREATE TABLE occurrence_origin (
  occurrence INTEGER NOT NULL REFERENCES occurrence ON DELETE CASCADE,
  origin     TEXT NOT NULL,
  day        TEXT NOT NULL,             -- the occurrence's
  denies     INTEGER NOT NULL,          -- 1: it says that this did not happen
  name       TEXT NOT NULL,
  kind       TEXT NOT NULL,
  country    TEXT NOT NULL,
  interested INTEGER NOT NULL,          -- 1: itself a party
  events     INTEGER NOT NULL,
  PRIMARY KEY (occurrence, origin)
) WITHOUT ROWID;
CREATE INDEX occurrence_origin_id ON occurrence_origin (origin, day, occurrence);

-- Links between occurrences of one block; links read off a report are in event_link.
CREATE TABLE occurrence_denies (
  from_occurrence INTEGER NOT NULL REFERENCES occurrence ON DELETE CASCADE,
  to_occurrence   INTEGER NOT NULL REFERENCES occurrence ON DELETE CASCADE,
  why             TEXT NOT NULL,
  PRIMARY KEY (from_occurrence, to_occurrence)
) WITHOUT ROWID;
CREATE INDEX occurrence_denies_to ON occurrence_denies (to_occurrence);

CREATE VIEW occurrence_link AS
  SELECT 'denies' AS kind, from_occurrence, to_occurrence, why FROM occurrence_denies
  UNION
  SELECT l.kind, a.occurrence, b.occurrence, min(l.why)
  FROM event_link l
  JOIN occurrence_event a ON a.event = l.from_event
  JOIN occurrence_event b ON b.event = l.to_event
  WHERE a.occurrence <> b.occurrence
  GROUP BY 1, 2, 3;

CREATE TABLE occurrence_involved (
  actor      INTEGER NOT NULL REFERENCES actor,
  day        TEXT NOT NULL,
  occurrence INTEGER NOT NULL REFERENCES occurrence ON DELETE CASCADE,
  PRIMARY KEY (actor, day, occurrence)
) WITHOUT ROWID;
CREATE INDEX occurrence_involved_of ON occurrence_involved (occurrence);

CREATE TABLE occurrence_pair (
  lo         INTEGER NOT NULL REFERENCES actor,
  hi         INTEGER NOT NULL REFERENCES actor,
  day        TEXT NOT NULL,
  occurrence INTEGER NOT NULL REFERENCES occurrence ON DELETE CASCADE,
  quad       INTEGER NOT NULL,
  way        INTEGER NOT NULL,
  PRIMARY KEY (lo, hi, day, occurrence)
) WITHOUT ROWID;
CREATE INDEX occurrence_pair_of ON occurrence_pair (occurrence);

-- Blocks whose occurrences must be computed again; empty but for a moment.
CREATE TABLE touched (block TEXT PRIMARY KEY) WITHOUT ROWID;
INSERT INTO touched SELECT DISTINCT block FROM event;
