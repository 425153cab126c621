-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Format 1 of a Galley library.
--
-- The journal (replica, event) is the truth; the tables below it are its fold and change only
-- when an event is appended, in the same transaction. "meta" belongs to this file alone and is
-- part of neither. Ids are UUIDs, times milliseconds since 1970 UTC, offsets Unicode code points.

CREATE TABLE meta (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A copy of a library that appends events of its own.
CREATE TABLE replica (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE
) STRICT;

-- Everything that was ever done. The format of events is described in galley-event.h.
CREATE TABLE event (
  id INTEGER PRIMARY KEY,
  replica INTEGER NOT NULL REFERENCES replica (no),
  seq INTEGER NOT NULL CHECK (seq > 0),
  clock INTEGER NOT NULL,
  time TEXT NOT NULL,
  actor TEXT NOT NULL,
  article TEXT,
  subject TEXT NOT NULL,
  kind TEXT NOT NULL,
  base TEXT,
  unit TEXT NOT NULL,
  act TEXT NOT NULL CHECK (act = 'do' OR act = 'undo' OR act = 'redo'),
  verb TEXT NOT NULL,
  target TEXT,
  digest TEXT NOT NULL CHECK (length (digest) = 64),
  chain TEXT NOT NULL CHECK (length (chain) = 64),
  body TEXT, -- NULL once what it told of was purged
  UNIQUE (replica, seq)
) STRICT;

CREATE INDEX event_by_subject ON event (subject);

CREATE TRIGGER event_stays BEFORE DELETE ON event BEGIN
  SELECT raise (ABORT, 'the journal is append-only');
END;

CREATE TRIGGER event_never_changes BEFORE UPDATE ON event
WHEN new.body IS NOT NULL OR
  (new.id, new.replica, new.seq, new.clock, new.time, new.actor, new.article, new.subject,
   new.kind, new.base, new.unit, new.act, new.verb, new.target, new.digest, new.chain)
  IS NOT
  (old.id, old.replica, old.seq, old.clock, old.time, old.actor, old.article, old.subject,
   old.kind, old.base, old.unit, old.act, old.verb, old.target, old.digest, old.chain)
BEGIN
  SELECT raise (ABORT, 'the journal is append-only');
END;

-- Drafts, their structures and the original files, each stored once.
CREATE TABLE blob (
  sha256 TEXT NOT NULL PRIMARY KEY CHECK (length (sha256) = 64),
  data BLOB NOT NULL
) STRICT;
