-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Format 2: an article may get another draft, and what is marked in it then stands elsewhere.

ALTER TABLE article ADD COLUMN draft_event INTEGER NOT NULL DEFAULT 0;
ALTER TABLE dismissal ADD COLUMN range_event INTEGER NOT NULL DEFAULT 0;
