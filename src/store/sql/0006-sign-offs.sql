-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Format 6: who has signed an article, and who has opened it again (galley-sign-off-kinds.c).

-- Whether the article is frozen: it has a sign-off that is in force.
ALTER TABLE article ADD COLUMN signed INTEGER NOT NULL DEFAULT 0 CHECK (signed = 0 OR signed = 1);

-- All sign-offs that ever were; "reopened_by" is not null for those that are not in force any more.
-- "seen" tells what the signer's library held, as an object.
CREATE TABLE sign_off (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  article TEXT NOT NULL REFERENCES article (id),
  role TEXT NOT NULL CHECK (role = 'checker' OR role = 'editor' OR role = 'legal'),
  name TEXT NOT NULL,
  exception TEXT,
  draft TEXT NOT NULL,
  seen TEXT NOT NULL,
  signed_at INTEGER NOT NULL,
  reopened_by TEXT,
  reopened_at INTEGER,
  reason TEXT
) STRICT;

CREATE INDEX sign_off_by_article ON sign_off (article);
