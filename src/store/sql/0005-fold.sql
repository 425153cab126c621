-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Format 5: verdicts that were given without knowledge of the one that a claim has, and that nobody
-- has decided about yet (galley-rivals.h).

CREATE TABLE rival (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  claim TEXT NOT NULL REFERENCES claim (id),
  status TEXT NOT NULL
    CHECK (status = 'pending' OR status = 'confirmed' OR status = 'disputed'),
  reason TEXT,
  checked_by TEXT NOT NULL,
  checked_at INTEGER NOT NULL,
  quote TEXT NOT NULL
) STRICT;

CREATE INDEX rival_by_claim ON rival (claim);
