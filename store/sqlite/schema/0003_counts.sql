-- Full-text search, and counts that are kept up to date by triggers.

CREATE VIRTUAL TABLE report_text USING fts5 (title, text, content='report', content_rowid='n', tokenize='porter unicode61 remove_diacritics 2');
INSERT INTO report_text (rowid, title, text) SELECT n, title, text FROM report WHERE latest;

CREATE TRIGGER report_text_in AFTER INSERT ON report WHEN new.latest BEGIN
  INSERT INTO report_text (rowid, title, text) VALUES (new.n, new.title, new.text);
END;
CREATE TRIGGER report_text_out AFTER DELETE ON report WHEN old.latest BEGIN
  INSERT INTO report_text (report_text, rowid, title, text) VALUES ('delete', old.n, old.title, old.text);
END;
CREATE TRIGGER report_text_old AFTER UPDATE OF latest ON report WHEN old.latest AND NOT new.latest BEGIN
  INSERT INTO report_text (report_text, rowid, title, text) VALUES ('delete', old.n, old.title, old.text);
END;
CREATE TRIGGER report_text_new AFTER UPDATE OF latest ON report WHEN new.latest AND NOT old.latest BEGIN
  INSERT INTO report_text (rowid, title, text) VALUES (new.n, new.title, new.text);
END;

-- Months are 'YYYY-MM', '' for events without any day.
CREATE TABLE tally (
  month  TEXT NOT NULL,
  quad   INTEGER NOT NULL,
  event  TEXT NOT NULL,
  status TEXT NOT NULL,
  events INTEGER NOT NULL,
  PRIMARY KEY (month, quad, event, status)
) WITHOUT ROWID;
CREATE TABLE occurrence_tally (
  month       TEXT NOT NULL,
  quad        INTEGER NOT NULL,
  event       TEXT NOT NULL,
  status      TEXT NOT NULL,
  occurrences INTEGER NOT NULL,
  PRIMARY KEY (month, quad, event, status)
) WITHOUT ROWID;
CREATE TABLE actor_tally (
  actor  INTEGER NOT NULL,
  month  TEXT NOT NULL,
  quad   INTEGER NOT NULL,
  events INTEGER NOT NULL,
  PRIMARY KEY (actor, month, quad)
) WITHOUT ROWID;
CREATE TABLE pair_tally (
  lo     INTEGER NOT NULL,
  hi     INTEGER NOT NULL,
  wide   INTEGER NOT NULL,
  quad   INTEGER NOT NULL,
  way    INTEGER NOT NULL,
  events INTEGER NOT NULL,
  PRIMARY KEY (lo, hi, wide, quad, way)
) WITHOUT ROWID;
CREATE INDEX pair_tally_hi ON pair_tally (hi);
CREATE INDEX pair_tally_wide ON pair_tally (lo, hi, quad, events) WHERE wide = 1;
CREATE TABLE pair_month (                -- of wide pairs
  month  TEXT NOT NULL,
  lo     INTEGER NOT NULL,
  hi     INTEGER NOT NULL,
  quad   INTEGER NOT NULL,
  events INTEGER NOT NULL,
  PRIMARY KEY (month, lo, hi, quad)
) WITHOUT ROWID;
CREATE TABLE place_tally (
  place  INTEGER NOT NULL,
  quad   INTEGER NOT NULL,
  events INTEGER NOT NULL,
  PRIMARY KEY (place, quad)
) WITHOUT ROWID;

CREATE TRIGGER event_in AFTER INSERT ON event BEGIN
  INSERT INTO tally VALUES (substr(new.day, 1, 7), new.quad, new.event, new.status, 1)
    ON CONFLICT DO UPDATE SET events = events + 1;
  INSERT INTO place_tally SELECT new.place, new.quad, 1 WHERE new.place IS NOT NULL
    ON CONFLICT DO UPDATE SET events = events + 1;
END;
CREATE TRIGGER event_out AFTER DELETE ON event BEGIN
  UPDATE tally SET events = events - 1 WHERE month = substr(old.day, 1, 7) AND quad = old.quad AND event = old.event AND status = old.status;
  DELETE FROM tally WHERE month = substr(old.day, 1, 7) AND quad = old.quad AND event = old.event AND status = old.status AND events = 0;
  UPDATE place_tally SET events = events - 1 WHERE place = old.place AND quad = old.quad;
  DELETE FROM place_tally WHERE place = old.place AND quad = old.quad AND events = 0;
END;
CREATE TRIGGER occurrence_in AFTER INSERT ON occurrence BEGIN
  INSERT INTO occurrence_tally VALUES (substr(new.day, 1, 7), new.quad, new.event, new.status, 1)
    ON CONFLICT DO UPDATE SET occurrences = occurrences + 1;
END;
CREATE TRIGGER occurrence_out AFTER DELETE ON occurrence BEGIN
  UPDATE occurrence_tally SET occurrences = occurrences - 1 WHERE month = substr(old.day, 1, 7) AND quad = old.quad AND event = old.event AND status = old.status;
  DELETE FROM occurrence_tally WHERE month = substr(old.day, 1, 7) AND quad = old.quad AND event = old.event AND status = old.status AND occurrences = 0;
END;
CREATE TRIGGER involved_in AFTER INSERT ON involved BEGIN
  INSERT INTO actor_tally VALUES (new.actor, substr(new.day, 1, 7), new.quad, 1)
    ON CONFLICT DO UPDATE SET events = events + 1;
  UPDATE actor SET events = events + 1 WHERE n = new.actor;
END;
CREATE TRIGGER involved_out AFTER DELETE ON involved BEGIN
  UPDATE actor_tally SET events = events - 1 WHERE actor = old.actor AND month = substr(old.day, 1, 7) AND quad = old.quad;
  DELETE FROM actor_tally WHERE actor = old.actor AND month = substr(old.day, 1, 7) AND quad = old.quad AND events = 0;
  UPDATE actor SET events = events - 1 WHERE n = old.actor;
END;
CREATE TRIGGER pair_in AFTER INSERT ON pair BEGIN
  INSERT INTO pair_tally VALUES (new.lo, new.hi, new.wide, new.quad, new.way, 1)
    ON CONFLICT DO UPDATE SET events = events + 1;
  INSERT INTO pair_month SELECT substr(new.day, 1, 7), new.lo, new.hi, new.quad, 1 WHERE new.wide
    ON CONFLICT DO UPDATE SET events = events + 1;
END;
CREATE TRIGGER pair_out AFTER DELETE ON pair BEGIN
  UPDATE pair_tally SET events = events - 1 WHERE lo = old.lo AND hi = old.hi AND wide = old.wide AND quad = old.quad AND way = old.way;
  DELETE FROM pair_tally WHERE lo = old.lo AND hi = old.hi AND wide = old.wide AND quad = old.quad AND way = old.way AND events = 0;
  UPDATE pair_month SET events = events - 1 WHERE old.wide AND month = substr(old.day, 1, 7) AND lo = old.lo AND hi = old.hi AND quad = old.quad;
  DELETE FROM pair_month WHERE old.wide AND month = substr(old.day, 1, 7) AND lo = old.lo AND hi = old.hi AND quad = old.quad AND events = 0;
END;

-- What an earlier schema holds already.
INSERT INTO tally SELECT substr(day, 1, 7), quad, event, status, count(*) FROM event GROUP BY 1, 2, 3, 4;
INSERT INTO place_tally SELECT place, quad, count(*) FROM event WHERE place IS NOT NULL GROUP BY 1, 2;
INSERT INTO occurrence_tally SELECT substr(day, 1, 7), quad, event, status, count(*) FROM occurrence GROUP BY 1, 2, 3, 4;
INSERT INTO actor_tally SELECT actor, substr(day, 1, 7), quad, count(*) FROM involved GROUP BY 1, 2, 3;
UPDATE actor SET events = (SELECT count(*) FROM involved WHERE actor = actor.n);
INSERT INTO pair_tally SELECT lo, hi, wide, quad, way, count(*) FROM pair GROUP BY 1, 2, 3, 4, 5;
INSERT INTO pair_month SELECT substr(day, 1, 7), lo, hi, quad, count(*) FROM pair WHERE wide GROUP BY 1, 2, 3, 4;
