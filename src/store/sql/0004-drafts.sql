-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Format 4: what becomes of claims in a new draft. Of a claim that stands on no words of its
-- article's draft, the range, the quote and what goes with them are those of the draft where it
-- last stood. "former" is a JSON object: what was decided on other words than the present ones.

ALTER TABLE draft ADD COLUMN title TEXT NOT NULL DEFAULT '';

ALTER TABLE claim ADD COLUMN place TEXT NOT NULL DEFAULT 'marked';
ALTER TABLE claim ADD COLUMN stands INTEGER NOT NULL DEFAULT 1
  CHECK (stands = 0 OR stands = 1);
ALTER TABLE claim ADD COLUMN former TEXT;
