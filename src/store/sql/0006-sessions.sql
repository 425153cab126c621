-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Format 6: the sessions in which people sit together and decide.

CREATE TABLE session (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  article TEXT NOT NULL REFERENCES article (id),
  draft TEXT NOT NULL,
  heading TEXT,
  chair TEXT NOT NULL,
  present_event INTEGER NOT NULL,
  started_by TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  agenda_event INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state = 'open' OR state = 'paused' OR state = 'ended'),
  state_event INTEGER NOT NULL,
  ended_at INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX session_by_article ON session (article);

-- The stretches in which people sat together.
CREATE TABLE sitting (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  session TEXT NOT NULL REFERENCES session (id),
  started_by TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  last_at INTEGER NOT NULL,
  closed INTEGER NOT NULL DEFAULT 0 CHECK (closed = 0 OR closed = 1)
) STRICT;

CREATE INDEX sitting_by_session ON sitting (session);

-- Who was present; until is 0 for those who stayed.
CREATE TABLE attendance (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  session TEXT NOT NULL REFERENCES session (id),
  name TEXT NOT NULL,
  since INTEGER NOT NULL,
  until INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX attendance_by_session ON attendance (session);

-- The agenda: claims, and words that are no claim yet.
CREATE TABLE point (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  session TEXT NOT NULL REFERENCES session (id),
  key TEXT NOT NULL,
  position INTEGER NOT NULL,
  topic TEXT NOT NULL,
  claim TEXT,
  text TEXT,
  range_start INTEGER,
  range_end INTEGER,
  quote TEXT
) STRICT;

CREATE INDEX point_by_session ON point (session, position);

-- What was put off, whatever becomes of the order of the agenda.
CREATE TABLE parking (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  session TEXT NOT NULL REFERENCES session (id),
  key TEXT NOT NULL,
  parked INTEGER NOT NULL CHECK (parked = 0 OR parked = 1),
  why TEXT,
  parked_by TEXT,
  parked_at INTEGER NOT NULL,
  sitting TEXT,
  event INTEGER NOT NULL
) STRICT;

CREATE INDEX parking_by_session ON parking (session);

CREATE TABLE decision (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  session TEXT NOT NULL REFERENCES session (id),
  key TEXT NOT NULL,
  claim TEXT,
  sitting TEXT,
  ruling TEXT NOT NULL,
  decider TEXT NOT NULL,
  words TEXT,
  quote TEXT,
  status TEXT,
  reason TEXT,
  correction TEXT,
  old_status TEXT,
  old_reason TEXT,
  old_correction TEXT,
  old_by TEXT,
  old_at INTEGER NOT NULL DEFAULT 0,
  addressee TEXT,
  question TEXT,
  query TEXT,
  decided_at INTEGER NOT NULL,
  noted_by TEXT NOT NULL,
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone = 0 OR gone = 1),
  gone_event INTEGER NOT NULL
) STRICT;

CREATE INDEX decision_by_session ON decision (session);
CREATE INDEX decision_by_claim ON decision (claim) WHERE claim IS NOT NULL;
