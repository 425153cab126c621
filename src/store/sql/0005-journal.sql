-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Format 5: what came by packages. Of an event that is not here, though its replica's next one is,
-- the chain value is, which the next one has to follow from (galley-package-write.c).

CREATE TABLE left_out (
  replica TEXT NOT NULL,
  seq INTEGER NOT NULL CHECK (seq > 0),
  chain TEXT NOT NULL CHECK (length (chain) = 64),
  PRIMARY KEY (replica, seq)
) STRICT, WITHOUT ROWID;
