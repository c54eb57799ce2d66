-- Pairs and places by class and status, so that the busiest of a class are counted
-- without looking at each of its events. Pairs are the wide ones; of an event that
-- goes they are looked up before it is gone.
CREATE TABLE pair_kind_tally (
  event  TEXT NOT NULL,
  status TEXT NOT NULL,
  lo     INTEGER NOT NULL,
  hi     INTEGER NOT NULL,
  quad   INTEGER NOT NULL,
  events INTEGER NOT NULL,
  PRIMARY KEY (status, lo, hi, quad, event)
) WITHOUT ROWID;
CREATE TABLE place_kind_tally (
  event  TEXT NOT NULL,
  status TEXT NOT NULL,
  place  INTEGER NOT NULL,
  quad   INTEGER NOT NULL,
  events INTEGER NOT NULL,
  PRIMARY KEY (event, status, place, quad)
) WITHOUT ROWID;

CREATE TRIGGER pair_kind_in AFTER INSERT ON pair WHEN new.wide BEGIN
  INSERT INTO pair_kind_tally SELECT event, status, new.lo, new.hi, new.quad, 1 FROM event WHERE n = new.event
    ON CONFLICT DO UPDATE SET events = events + 1;
END;
CREATE TRIGGER place_kind_in AFTER INSERT ON event WHEN new.place IS NOT NULL BEGIN
  INSERT INTO place_kind_tally VALUES (new.event, new.status, new.place, new.quad, 1)
    ON CONFLICT DO UPDATE SET events = events + 1;
END;
CREATE TRIGGER kind_out BEFORE DELETE ON event BEGIN
  UPDATE pair_kind_tally SET events = events - 1 WHERE event = old.event AND status = old.status AND quad = old.quad
    AND (lo, hi) IN (SELECT lo, hi FROM pair WHERE event = old.n AND wide);
  DELETE FROM pair_kind_tally WHERE event = old.event AND status = old.status AND quad = old.quad AND events = 0
    AND (lo, hi) IN (SELECT lo, hi FROM pair WHERE event = old.n AND wide);
  UPDATE place_kind_tally SET events = events - 1 WHERE event = old.event AND status = old.status AND place = old.place AND quad = old.quad;
  DELETE FROM place_kind_tally WHERE event = old.event AND status = old.status AND place = old.place AND quad = old.quad AND events = 0;
END;

INSERT INTO pair_kind_tally SELECT e.event, e.status, p.lo, p.hi, p.quad, count(*) FROM pair p JOIN event e ON e.n = p.event WHERE p.wide GROUP BY 1, 2, 3, 4, 5;
INSERT INTO place_kind_tally SELECT event, status, place, quad, count(*) FROM event WHERE place IS NOT NULL GROUP BY 1, 2, 3, 4;
