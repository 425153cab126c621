-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Format 3: the whole record of a claim, the source log, notes and queries, and what a desk requires.
-- A field whose event is 0 has not been given a value yet.

ALTER TABLE claim ADD COLUMN category TEXT;
ALTER TABLE claim ADD COLUMN category_event INTEGER NOT NULL DEFAULT 0;
ALTER TABLE claim ADD COLUMN speaker TEXT;
ALTER TABLE claim ADD COLUMN speaker_event INTEGER NOT NULL DEFAULT 0;
ALTER TABLE claim ADD COLUMN sentence TEXT;
ALTER TABLE claim ADD COLUMN sentence_event INTEGER NOT NULL DEFAULT 0;
ALTER TABLE claim ADD COLUMN assignee TEXT;
ALTER TABLE claim ADD COLUMN assignee_event INTEGER NOT NULL DEFAULT 0;
ALTER TABLE claim ADD COLUMN priority TEXT NOT NULL DEFAULT 'normal'
  CHECK (priority = 'normal' OR priority = 'high' OR priority = 'low');
ALTER TABLE claim ADD COLUMN priority_event INTEGER NOT NULL DEFAULT 0;
ALTER TABLE claim ADD COLUMN starred INTEGER NOT NULL DEFAULT 0
  CHECK (starred = 0 OR starred = 1);
ALTER TABLE claim ADD COLUMN starred_event INTEGER NOT NULL DEFAULT 0;
ALTER TABLE claim ADD COLUMN publishable INTEGER NOT NULL DEFAULT 0
  CHECK (publishable = 0 OR publishable = 1);
ALTER TABLE claim ADD COLUMN publishable_event INTEGER NOT NULL DEFAULT 0;

ALTER TABLE source ADD COLUMN kind TEXT NOT NULL DEFAULT 'unspecified';
ALTER TABLE source ADD COLUMN terms TEXT NOT NULL DEFAULT 'on-record';
ALTER TABLE source ADD COLUMN author TEXT;
ALTER TABLE source ADD COLUMN organisation TEXT;
ALTER TABLE source ADD COLUMN publisher TEXT;
ALTER TABLE source ADD COLUMN published TEXT;
ALTER TABLE source ADD COLUMN archived TEXT;
ALTER TABLE source ADD COLUMN contact TEXT;
ALTER TABLE source ADD COLUMN pseudonym TEXT;
ALTER TABLE source ADD COLUMN independence TEXT;
ALTER TABLE source ADD COLUMN reliability TEXT;
ALTER TABLE source ADD COLUMN attachment TEXT;
ALTER TABLE source ADD COLUMN attachment_name TEXT;
ALTER TABLE source ADD COLUMN change_event INTEGER NOT NULL DEFAULT 0;

CREATE INDEX source_by_attachment ON source (attachment) WHERE attachment IS NOT NULL;

ALTER TABLE evidence ADD COLUMN secondary INTEGER NOT NULL DEFAULT 0
  CHECK (secondary = 0 OR secondary = 1);
ALTER TABLE evidence ADD COLUMN change_event INTEGER NOT NULL DEFAULT 0;

-- The thread of a claim.
CREATE TABLE note (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  claim TEXT NOT NULL REFERENCES claim (id),
  text TEXT NOT NULL,
  author TEXT NOT NULL,
  written_at INTEGER NOT NULL,
  text_event INTEGER NOT NULL,
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone = 0 OR gone = 1),
  gone_event INTEGER NOT NULL
) STRICT;

CREATE INDEX note_by_claim ON note (claim);

CREATE TABLE query (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  claim TEXT NOT NULL REFERENCES claim (id),
  addressee TEXT NOT NULL
    CHECK (addressee = 'writer' OR addressee = 'editor' OR addressee = 'source'),
  source TEXT REFERENCES source (id),
  question TEXT NOT NULL,
  due_at INTEGER NOT NULL,
  asked_by TEXT NOT NULL,
  asked_at INTEGER NOT NULL,
  question_event INTEGER NOT NULL,
  answer TEXT,
  answered_at INTEGER NOT NULL DEFAULT 0,
  answer_event INTEGER NOT NULL,
  decision TEXT,
  decision_event INTEGER NOT NULL,
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone = 0 OR gone = 1),
  gone_event INTEGER NOT NULL
) STRICT;

CREATE INDEX query_by_claim ON query (claim);
CREATE INDEX query_by_source ON query (source) WHERE source IS NOT NULL;
CREATE INDEX query_open ON query (due_at) WHERE gone = 0 AND answer IS NULL AND decision IS NULL;

-- What the desk of this library wants, by name.
CREATE TABLE setting (
  id TEXT NOT NULL PRIMARY KEY,
  value TEXT,
  event INTEGER NOT NULL
) STRICT;
