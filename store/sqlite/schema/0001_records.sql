-- Reports and what was coded from them.
-- Days are 'YYYY-MM-DD'; spans are code points of report.text, as in the record.

CREATE TABLE meta (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE coder (
  n         INTEGER PRIMARY KEY,
  version   TEXT NOT NULL,
  model     TEXT NOT NULL,
  codebook  TEXT NOT NULL,
  weights   TEXT NOT NULL,
  catalogue TEXT NOT NULL,
  UNIQUE (version, model, codebook, weights, catalogue)
);

CREATE TABLE report (
  n         INTEGER PRIMARY KEY,
  id        TEXT NOT NULL UNIQUE,
  series    TEXT NOT NULL,              -- id of the first stored version of this report
  latest    INTEGER NOT NULL,           -- 1: events come from this version
  outlet    TEXT NOT NULL,
  agency    TEXT NOT NULL,
  published TEXT NOT NULL,              -- '' when not known
  basis     TEXT NOT NULL,
  title     TEXT NOT NULL,
  url       TEXT NOT NULL,
  language  TEXT NOT NULL,
  text      TEXT NOT NULL,
  coder     INTEGER NOT NULL REFERENCES coder,
  record    TEXT NOT NULL,              -- the record's JSON; text and, for the latest version, events are kept apart
  signature BLOB NOT NULL,              -- of the text, to find copies
  voice     TEXT NOT NULL DEFAULT ''    -- the earliest report with nearly the same text: its own id when it copies none
);
CREATE INDEX report_series ON report (series);
CREATE INDEX report_voice ON report (voice);
CREATE INDEX report_url ON report (url) WHERE url <> '';
CREATE INDEX report_head ON report (outlet, published, title);
CREATE INDEX report_day ON report (latest, published, n);
CREATE INDEX report_coder ON report (latest, coder);
CREATE INDEX report_copy ON report (n) WHERE latest AND voice <> id;

-- Keys under which nearly equal texts meet.
CREATE TABLE report_key (
  key    INTEGER NOT NULL,
  report INTEGER NOT NULL REFERENCES report ON DELETE CASCADE,
  PRIMARY KEY (key, report)
) WITHOUT ROWID;
CREATE INDEX report_key_report ON report_key (report);

CREATE TABLE entity (
  report   INTEGER NOT NULL REFERENCES report ON DELETE CASCADE,
  id       TEXT NOT NULL,
  kind     TEXT NOT NULL,
  name     TEXT NOT NULL,
  country  TEXT NOT NULL,
  sector   TEXT NOT NULL,
  title    TEXT NOT NULL,               -- the role on the report's day
  role_of  TEXT NOT NULL,
  mentions INTEGER NOT NULL,
  PRIMARY KEY (report, id)
) WITHOUT ROWID;
CREATE INDEX entity_id ON entity (id, name);
CREATE INDEX entity_role ON entity (id, title, role_of, report) WHERE title <> '';

CREATE TABLE attribution (
  report        INTEGER NOT NULL REFERENCES report ON DELETE CASCADE,
  id            TEXT NOT NULL,
  source        TEXT NOT NULL,
  source_entity TEXT NOT NULL,
  cue           TEXT NOT NULL,
  style         TEXT NOT NULL,
  content_start INTEGER NOT NULL,
  content_end   INTEGER NOT NULL,
  within        TEXT NOT NULL,
  PRIMARY KEY (report, id)
) WITHOUT ROWID;

CREATE TABLE relation (
  report   INTEGER NOT NULL REFERENCES report ON DELETE CASCADE,
  id       TEXT NOT NULL,
  relation TEXT NOT NULL,
  a        TEXT NOT NULL,
  b        TEXT NOT NULL,
  value    TEXT NOT NULL,
  status   TEXT NOT NULL,
  source   TEXT NOT NULL,               -- first link of its chain
  PRIMARY KEY (report, id)
) WITHOUT ROWID;
CREATE INDEX relation_pair ON relation (a, b);

CREATE TABLE uncoded (
  report   INTEGER NOT NULL REFERENCES report ON DELETE CASCADE,
  pos      INTEGER NOT NULL,
  sentence INTEGER NOT NULL,
  word     TEXT NOT NULL,
  reason   TEXT NOT NULL,
  PRIMARY KEY (report, pos)
) WITHOUT ROWID;

CREATE TABLE place (
  n         INTEGER PRIMARY KEY,
  name      TEXT NOT NULL,
  country   TEXT NOT NULL,
  lat       REAL,
  lon       REAL,
  precision TEXT NOT NULL,
  geonames  INTEGER NOT NULL,
  UNIQUE (name, country, geonames, precision)
);

CREATE TABLE event (
  n           INTEGER PRIMARY KEY,
  report      INTEGER NOT NULL REFERENCES report ON DELETE CASCADE,
  id          TEXT NOT NULL,
  pos         INTEGER NOT NULL,
  event       TEXT NOT NULL,            -- PLOVER class
  mode        TEXT NOT NULL,
  context     TEXT NOT NULL,            -- separated by blanks
  cameo       TEXT NOT NULL,
  quad        INTEGER NOT NULL,
  goldstein   REAL NOT NULL,
  reciprocal  INTEGER NOT NULL,
  day         TEXT NOT NULL,            -- counted on: first day, else last, else the report's
  start       TEXT,
  end         TEXT,
  granularity TEXT NOT NULL,
  when_basis  TEXT NOT NULL,
  place       INTEGER REFERENCES place,
  status      TEXT NOT NULL,
  condition   TEXT NOT NULL,
  claim       TEXT NOT NULL,            -- attribution.id
  in_title    INTEGER NOT NULL,
  sentence    INTEGER NOT NULL,
  words       TEXT NOT NULL,
  trigger     TEXT NOT NULL,
  rule        TEXT NOT NULL,
  confidence  REAL NOT NULL,
  block       TEXT NOT NULL,            -- events of different blocks are never one occurrence
  UNIQUE (report, id)
);
CREATE INDEX event_day ON event (day, n);
CREATE INDEX event_class ON event (event, day, n);
CREATE INDEX event_quad ON event (quad, day, n);
CREATE INDEX event_status ON event (status, day, n);
CREATE INDEX event_place ON event (place, day, n) WHERE place IS NOT NULL;
CREATE INDEX event_block ON event (block);

-- The whole event as the record has it.
CREATE TABLE event_json (
  event INTEGER PRIMARY KEY REFERENCES event ON DELETE CASCADE,
  json  TEXT NOT NULL
);

CREATE TABLE party (
  event   INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
  role    TEXT NOT NULL,                -- actor, recipient, via
  pos     INTEGER NOT NULL,
  entity  TEXT NOT NULL,
  name    TEXT NOT NULL,
  country TEXT NOT NULL,
  sector  TEXT NOT NULL,
  code    TEXT NOT NULL,
  title   TEXT NOT NULL,
  PRIMARY KEY (event, role, pos)
) WITHOUT ROWID;

-- Who says so: path 0 is the chain, further paths stand beside it; pos 0 is the source.
CREATE TABLE link (
  event     INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
  path      INTEGER NOT NULL,
  pos       INTEGER NOT NULL,
  name      TEXT NOT NULL,
  entity    TEXT NOT NULL,
  kind      TEXT NOT NULL,
  country   TEXT NOT NULL,
  authority TEXT NOT NULL,
  PRIMARY KEY (event, path, pos)
) WITHOUT ROWID;
CREATE INDEX link_entity ON link (entity, event) WHERE entity <> '';
CREATE INDEX link_name ON link (name, event);

-- Events of one report that hang together: reacts-to, denies, anniversary-of.
CREATE TABLE event_link (
  from_event INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
  to_event   INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
  kind       TEXT NOT NULL,
  why        TEXT NOT NULL,
  PRIMARY KEY (from_event, to_event, kind)
) WITHOUT ROWID;
CREATE INDEX event_link_to ON event_link (to_event);

-- Every party that an event ever named, and the countries they belong to.
CREATE TABLE actor (
  n       INTEGER PRIMARY KEY,
  id      TEXT NOT NULL UNIQUE,
  name    TEXT NOT NULL,
  kind    TEXT NOT NULL,
  country TEXT NOT NULL,
  events  INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX actor_busy ON actor (events);

-- Index of events by party: each of its parties and their countries.
CREATE TABLE involved (
  actor INTEGER NOT NULL REFERENCES actor,
  day   TEXT NOT NULL,
  event INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
  quad  INTEGER NOT NULL,
  PRIMARY KEY (actor, day, event)
) WITHOUT ROWID;
CREATE INDEX involved_event ON involved (event);

-- Index of events by pair. lo < hi; way 1: lo acts on hi, 2: hi acts on lo, 3: both.
-- wide is 1 where both are states, or bodies without one.
CREATE TABLE pair (
  lo    INTEGER NOT NULL REFERENCES actor,
  hi    INTEGER NOT NULL REFERENCES actor,
  day   TEXT NOT NULL,
  event INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
  quad  INTEGER NOT NULL,
  way   INTEGER NOT NULL,
  wide  INTEGER NOT NULL,
  PRIMARY KEY (lo, hi, day, event)
) WITHOUT ROWID;
CREATE INDEX pair_event ON pair (event);
