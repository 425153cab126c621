-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The tables that are a fold of the journal. A column that ends in _event names the event that
-- gave its field the present value. Rows that were taken out are "gone", until undo brings them
-- back or a purge destroys them. Checks of more than two words are written with OR: for IN, SQLite
-- builds a temporary index each time.

-- Undo units: what a person did in one step. The step was last done, undone or redone by the
-- events from first_event to last_event of last_unit.
CREATE TABLE unit (
  id TEXT NOT NULL PRIMARY KEY,
  article TEXT,
  verb TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('done', 'undone')),
  done_event INTEGER NOT NULL,
  last_unit TEXT NOT NULL,
  first_event INTEGER NOT NULL,
  last_event INTEGER NOT NULL
) STRICT;

CREATE INDEX unit_by_article ON unit (article, done_event);
CREATE INDEX unit_undone ON unit (article, first_event) WHERE state = 'undone';

CREATE TABLE article (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  draft TEXT NOT NULL,
  archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
  archived_event INTEGER NOT NULL,
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1)),
  gone_event INTEGER NOT NULL,
  imported_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  n_pending INTEGER NOT NULL DEFAULT 0,
  n_confirmed INTEGER NOT NULL DEFAULT 0,
  n_disputed INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE draft (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  article TEXT NOT NULL REFERENCES article (id),
  text TEXT NOT NULL,
  structure TEXT NOT NULL,
  original TEXT NOT NULL,
  event INTEGER NOT NULL
) STRICT;

CREATE INDEX draft_by_article ON draft (article);
CREATE INDEX draft_by_original ON draft (original);

CREATE TABLE claim (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  article TEXT NOT NULL REFERENCES article (id),
  draft TEXT NOT NULL REFERENCES draft (id),
  range_start INTEGER NOT NULL CHECK (range_start >= 0),
  range_end INTEGER NOT NULL CHECK (range_end > range_start),
  quote TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  block INTEGER NOT NULL,
  range_event INTEGER NOT NULL,
  status TEXT NOT NULL
    CHECK (status = 'pending' OR status = 'confirmed' OR status = 'disputed'),
  reason TEXT,
  checked_by TEXT NOT NULL,
  checked_at INTEGER NOT NULL,
  status_event INTEGER NOT NULL,
  note TEXT,
  note_event INTEGER NOT NULL,
  correction TEXT,
  correction_event INTEGER NOT NULL,
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1)),
  gone_event INTEGER NOT NULL
) STRICT;

CREATE INDEX claim_by_article ON claim (article);

CREATE TABLE source (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  address TEXT,
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1)),
  gone_event INTEGER NOT NULL
) STRICT;

CREATE TABLE evidence (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  claim TEXT NOT NULL REFERENCES claim (id),
  source TEXT NOT NULL REFERENCES source (id),
  stance TEXT NOT NULL
    CHECK (stance = 'supports' OR stance = 'contradicts' OR stance = 'context'),
  passage TEXT,
  locator TEXT,
  consulted_at INTEGER NOT NULL,
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1)),
  gone_event INTEGER NOT NULL
) STRICT;

CREATE INDEX evidence_by_claim ON evidence (claim);
CREATE INDEX evidence_by_source ON evidence (source);

-- Suggestions that need no verdict.
CREATE TABLE dismissal (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  article TEXT NOT NULL REFERENCES article (id),
  draft TEXT NOT NULL REFERENCES draft (id),
  range_start INTEGER NOT NULL CHECK (range_start >= 0),
  range_end INTEGER NOT NULL CHECK (range_end > range_start),
  quote TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('opinion', 'not-checkable')),
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1)),
  gone_event INTEGER NOT NULL
) STRICT;

CREATE INDEX dismissal_by_article ON dismissal (article);
