/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-index.h"

#include <json-glib/json-glib.h>

/* A claim that is new with all that is written under it is put into the index once.
 *
 * Every statement that writes to an FTS5 table makes it flush what the one before left pending, and
 * so do many that do not. One statement at the end of a step, for all that the step changed, is
 * ten times as fast as one after each event. */
struct _GalleyIndex
{
  JsonArray *articles; /* ids */
  JsonArray *claims;   /* ids */
  JsonArray *parts;    /* ids of what is written under claims */
  JsonArray *sources;  /* ids */
};

GalleyIndex *
galley_index_new (void)
{
  GalleyIndex *self = g_new0 (GalleyIndex, 1);

  self->articles = json_array_new ();
  self->claims = json_array_new ();
  self->parts = json_array_new ();
  self->sources = json_array_new ();

  return self;
}

void
galley_index_free (GalleyIndex *self)
{
  json_array_unref (self->articles);
  json_array_unref (self->claims);
  json_array_unref (self->parts);
  json_array_unref (self->sources);
  g_free (self);
}

/**
 * galley_index_note:
 * @touches: what kind of thing has other words now
 * @subject: its id
 */
void
galley_index_note (GalleyIndex *self, GalleyTouches touches, const char *subject)
{
  switch (touches)
    {
    case GALLEY_TOUCHES_ARTICLE:
    case GALLEY_TOUCHES_DRAFT:
      json_array_add_string_element (self->articles, subject);
      break;
    case GALLEY_TOUCHES_CLAIM:
      json_array_add_string_element (self->claims, subject);
      break;
    case GALLEY_TOUCHES_SOURCE:
      json_array_add_string_element (self->sources, subject);
      break;
    case GALLEY_TOUCHES_EVIDENCE:
    case GALLEY_TOUCHES_NOTE:
    case GALLEY_TOUCHES_QUERY:
      json_array_add_string_element (self->parts, subject);
      break;
    case GALLEY_TOUCHES_DISMISSAL:
    case GALLEY_TOUCHES_SETTING:
    case GALLEY_TOUCHES_SIGN_OFF:
    case GALLEY_TOUCHES_READING:
    case GALLEY_TOUCHES_SESSION:
    default:
      break;
    }
}

static char *
write_ids (JsonArray *ids)
{
  g_autoptr (JsonNode) node = json_node_init_array (json_node_alloc (), ids);

  return json_to_string (node, /* pretty= */ FALSE);
}

/* Runs @sql with @ids as a JSON array, and @more as another if it wants two; unless there are none.
 */
static gboolean
run_for_ids (GalleyDb *db, const char *sql, JsonArray *ids, JsonArray *more, GError **error)
{
  g_autofree char *first = NULL, *second = NULL;

  if (json_array_get_length (ids) == 0 && (more == NULL || json_array_get_length (more) == 0))
    return TRUE;

  first = write_ids (ids);
  if (more == NULL)
    return galley_db_run (db, error, sql, "s", first);

  second = write_ids (more);
  return galley_db_run (db, error, sql, "ss", first, second);
}

#define THESE "(SELECT value FROM json_each (?1))"
#define MORE "(SELECT value FROM json_each (?2))"

#define WORDS3(a, b, c)                                                                            \
  "coalesce (" a ", '') || char (10) || coalesce (" b ", '') || char (10) || coalesce (" c ", '')"

/* A row that comes behind one with a larger number makes an FTS5 table flush as well. */
#define IN_ORDER " ORDER BY no"

/* What was taken out is not to be found. */
#define INDEX_CLAIMS                                                                               \
  "INSERT OR REPLACE INTO claim_words"                                                             \
  " (rowid, quote, reason, note, correction, sentence, speaker, thread)"                           \
  " SELECT c.no, c.quote, c.reason, c.note, c.correction, c.sentence, c.speaker,"                  \
  " (SELECT group_concat (t.words, char (10)) FROM ("                                              \
  " SELECT text AS words FROM note WHERE claim = c.id AND gone = 0"                                \
  " UNION ALL SELECT " WORDS3 ("question", "answer",                                               \
                               "decision") " FROM query"                                           \
                                           "  WHERE claim = c.id AND gone = 0"                     \
                                           " UNION ALL SELECT passage FROM evidence WHERE claim "  \
                                           "= c.id AND gone = 0) t) FROM claim c"
#define INDEX_SOURCES                                                                              \
  "INSERT OR REPLACE INTO source_words"                                                            \
  " (rowid, title, address, author, organisation, publisher, rest)"                                \
  " SELECT no, title, address, author, organisation, publisher," WORDS3 (                          \
      "archived", "contact", "pseudonym") " || char (10) || " WORDS3 ("reliability",               \
                                                                      "attachment_name",           \
                                                                      "NULL") " FROM source"

/**
 * galley_index_fill:
 * @db: a connection with a transaction under way, and an empty index of claims and sources
 *
 * Puts the words of all claims and sources into the index.
 *
 * Returns: whether that was done
 */
gboolean
galley_index_fill (GalleyDb *db, GError **error)
{
  return galley_db_exec (db, INDEX_CLAIMS "; " INDEX_SOURCES, error);
}

/**
 * galley_index_fill_articles:
 * @db: a connection with a transaction under way, and an empty index of articles
 *
 * Puts the words of all drafts into the index.
 *
 * Returns: whether that was done
 */
gboolean
galley_index_fill_articles (GalleyDb *db, GError **error)
{
  return galley_db_exec (db,
                         "INSERT INTO article_words (rowid, title, words)"
                         " SELECT d.no, d.title, CAST (b.data AS TEXT) FROM draft d"
                         " JOIN blob b ON b.sha256 = d.text",
                         error);
}

/**
 * galley_index_empty:
 * @db: a connection with a transaction under way
 *
 * Returns: whether no word is in the index any more
 */
gboolean
galley_index_empty (GalleyDb *db, GError **error)
{
  return galley_db_exec (db,
                         "INSERT INTO article_words (article_words) VALUES ('delete-all');"
                         "DELETE FROM claim_words; DELETE FROM source_words",
                         error);
}

/**
 * galley_index_update:
 * @db: a connection with the step's transaction under way
 *
 * Puts the words that were noted into the index as they are now.
 *
 * Returns: whether that was done
 */
gboolean
galley_index_update (GalleyIndex *self, GalleyDb *db, GError **error)
{
  return run_for_ids (db,
                      "INSERT INTO article_words (rowid, title, words)"
                      " SELECT d.no, d.title, CAST (b.data AS TEXT) FROM draft d"
                      " JOIN blob b ON b.sha256 = d.text"
                      " WHERE d.article IN (SELECT value FROM json_each (?1))"
                      " AND d.no NOT IN (SELECT id FROM article_words_docsize)",
                      self->articles, /* more= */ NULL, error) &&
         run_for_ids (db,
                      INDEX_CLAIMS " WHERE c.id IN (SELECT value FROM json_each (?1)"
                                   " UNION SELECT claim FROM evidence WHERE id IN " MORE
                                   " UNION SELECT claim FROM note WHERE id IN " MORE
                                   " UNION SELECT claim FROM query WHERE id IN " MORE ")" IN_ORDER,
                      self->claims, self->parts, error) &&
         run_for_ids (db, INDEX_SOURCES " WHERE id IN " THESE IN_ORDER, self->sources,
                      /* more= */ NULL, error);
}

/**
 * galley_index_forget_article:
 * @article_id: an article that is about to be destroyed
 *
 * Takes its words and those of its claims out of the index.
 *
 * Returns: whether that was done
 */
gboolean
galley_index_forget_article (GalleyDb *db, const char *article_id, GError **error)
{
  return galley_db_run (db, error,
                        "INSERT INTO article_words (article_words, rowid, title, words)"
                        " SELECT 'delete', d.no, d.title, CAST (b.data AS TEXT) FROM article a"
                        " JOIN draft d ON d.article = a.id JOIN blob b ON b.sha256 = d.text"
                        " WHERE a.id = ?1",
                        "s", article_id) &&
         galley_db_run (db, error,
                        "DELETE FROM claim_words WHERE rowid IN"
                        " (SELECT no FROM claim WHERE article = ?1)",
                        "s", article_id);
}

/**
 * galley_index_forget_source:
 * @source_id: a source that is about to be destroyed
 *
 * Returns: whether its words are out of the index
 */
gboolean
galley_index_forget_source (GalleyDb *db, const char *source_id, GError **error)
{
  return galley_db_run (
      db, error, "DELETE FROM source_words WHERE rowid IN (SELECT no FROM source WHERE id = ?1)",
      "s", source_id);
}

/**
 * galley_index_forget_leftovers:
 *
 * Merges the index, in whose older segments words stay readable after they were taken out.
 *
 * Returns: whether that was done
 */
gboolean
galley_index_forget_leftovers (GalleyDb *db, GError **error)
{
  return galley_db_exec (db,
                         "INSERT INTO article_words (article_words) VALUES ('optimize');"
                         "INSERT INTO claim_words (claim_words) VALUES ('optimize');"
                         "INSERT INTO source_words (source_words) VALUES ('optimize');",
                         error);
}
