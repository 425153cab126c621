-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Full-text search. Diacritics are folded by the tokenizer; quotation marks and apostrophes of
-- every style separate words alike. Kept by the kinds of events (galley-kinds.c), not by triggers,
-- which a schema that is not trusted may not fire at virtual tables. The words of articles are in
-- no table that the index could point to, so that index holds none and is told what to forget.

CREATE VIRTUAL TABLE article_words USING fts5 (
  title, words, content = '', tokenize = 'unicode61 remove_diacritics 2');

CREATE VIRTUAL TABLE claim_words USING fts5 (
  quote, reason, note, correction,
  content = 'claim', content_rowid = 'no', tokenize = 'unicode61 remove_diacritics 2');

CREATE VIRTUAL TABLE source_words USING fts5 (
  title, address,
  content = 'source', content_rowid = 'no', tokenize = 'unicode61 remove_diacritics 2');
