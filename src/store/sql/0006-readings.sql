-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Format 6: second readings of an article, and what they found (galley-reading-kinds.c).

-- "seen_at" is when it was ended first, and the first verdicts were shown.
CREATE TABLE reading (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  article TEXT NOT NULL REFERENCES article (id),
  draft TEXT NOT NULL,
  reader TEXT NOT NULL,
  scope TEXT NOT NULL CHECK (scope = 'all' OR scope = 'starred' OR scope = 'sample'),
  size INTEGER NOT NULL,
  seed TEXT,
  with_sources INTEGER NOT NULL CHECK (with_sources = 0 OR with_sources = 1),
  started_at INTEGER NOT NULL,
  ended_at INTEGER NOT NULL DEFAULT 0,
  seen_at INTEGER NOT NULL DEFAULT 0,
  end_event INTEGER NOT NULL,
  gone INTEGER NOT NULL DEFAULT 0,
  gone_event INTEGER NOT NULL
) STRICT;

CREATE INDEX reading_by_article ON reading (article);

-- One row for each claim of a reading. Without a status it is not judged yet. "words" are those that
-- it was judged on; "first" is the verdict that the check had before somebody decided between them.
CREATE TABLE reading_verdict (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  reading TEXT NOT NULL REFERENCES reading (id),
  claim TEXT NOT NULL REFERENCES claim (id),
  quote TEXT NOT NULL,
  status TEXT CHECK (status = 'pending' OR status = 'confirmed' OR status = 'disputed'),
  reason TEXT,
  note TEXT,
  words TEXT,
  given_at INTEGER NOT NULL DEFAULT 0,
  first TEXT,
  verdict_event INTEGER NOT NULL,
  settle_event INTEGER NOT NULL
) STRICT;

CREATE INDEX reading_verdict_by_reading ON reading_verdict (reading);
CREATE INDEX reading_verdict_by_claim ON reading_verdict (claim);
