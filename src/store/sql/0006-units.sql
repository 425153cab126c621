-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Format 6: units without a row number, which nothing asks for. Each step writes a unit, and each
-- page that a step writes is waited for.

CREATE TABLE unit_6 (
  id TEXT NOT NULL PRIMARY KEY,
  article TEXT,
  verb TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state = 'done' OR state = 'undone'),
  done_event INTEGER NOT NULL,
  last_unit TEXT NOT NULL,
  first_event INTEGER NOT NULL,
  last_event INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO unit_6 SELECT id, article, verb, state, done_event, last_unit, first_event, last_event
  FROM unit;
DROP TABLE unit;
ALTER TABLE unit_6 RENAME TO unit;

CREATE INDEX unit_by_article ON unit (article, done_event);
CREATE INDEX unit_undone ON unit (article, first_event) WHERE state = 'undone';
