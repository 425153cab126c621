-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Format 3: claims are found by all that is written about them, sources by all that is noted of them.

DROP TABLE claim_words;
DROP TABLE source_words;

CREATE VIRTUAL TABLE claim_words USING fts5 (
  quote, reason, note, correction, sentence, speaker, thread,
  tokenize = 'unicode61 remove_diacritics 2');

CREATE VIRTUAL TABLE source_words USING fts5 (
  title, address, author, organisation, publisher, rest,
  tokenize = 'unicode61 remove_diacritics 2');
