-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Format 6: who has signed an article, and who has opened it again.

-- Whether the article is frozen.
ALTER TABLE article ADD COLUMN signed INTEGER NOT NULL DEFAULT 0 CHECK (signed = 0 OR signed = 1);
