-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Format 7: in which copy of the library a second reading is read (galley-reading-kinds.c), since
-- names of readers may be those of two people. "" if that is not known.

ALTER TABLE reading ADD COLUMN held_by TEXT NOT NULL DEFAULT '';
ALTER TABLE reading ADD COLUMN held_event INTEGER NOT NULL DEFAULT 0;
