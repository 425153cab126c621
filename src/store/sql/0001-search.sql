-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Full-text search. Diacritics are folded by the tokenizer; quotation marks and apostrophes of
-- every style separate words alike. Brought up to date at the end of each step (galley-index.c),
-- in one statement for all that it changed: an index that is written to row by row is slow, and a
-- schema that is not trusted may not do it by triggers. The words of articles lie in blobs, so
-- their index holds no copy of them and is told what to forget.

CREATE VIRTUAL TABLE article_words USING fts5 (
  title, words, content = '', tokenize = 'unicode61 remove_diacritics 2');

CREATE VIRTUAL TABLE claim_words USING fts5 (
  quote, reason, note, correction, tokenize = 'unicode61 remove_diacritics 2');

CREATE VIRTUAL TABLE source_words USING fts5 (
  title, address, tokenize = 'unicode61 remove_diacritics 2');
