-- Parties are found by the beginnings of the words of their names and ids: looking
-- through all of them for a piece of a name took longer than everything else on a page.
CREATE VIRTUAL TABLE actor_text USING fts5 (name, id, content='actor', content_rowid='n', prefix='2 3', tokenize='unicode61 remove_diacritics 2');
INSERT INTO actor_text (rowid, name, id) SELECT n, name, id FROM actor;

CREATE TRIGGER actor_text_in AFTER INSERT ON actor BEGIN
  INSERT INTO actor_text (rowid, name, id) VALUES (new.n, new.name, new.id);
END;
CREATE TRIGGER actor_text_out AFTER DELETE ON actor BEGIN
  INSERT INTO actor_text (actor_text, rowid, name, id) VALUES ('delete', old.n, old.name, old.id);
END;
CREATE TRIGGER actor_text_named AFTER UPDATE OF name ON actor BEGIN
  INSERT INTO actor_text (actor_text, rowid, name, id) VALUES ('delete', old.n, old.name, old.id);
  INSERT INTO actor_text (rowid, name, id) VALUES (new.n, new.name, new.id);
END;
