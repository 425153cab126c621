/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-query.h"

#include "galley-word.h"

#include <glib/gi18n-lib.h>

static const GalleyWord addressees[GALLEY_N_ADDRESSEES] = {
  [GALLEY_ADDRESSEE_WRITER] = { "writer", N_ ("Writer") },
  [GALLEY_ADDRESSEE_EDITOR] = { "editor", N_ ("Editor") },
  [GALLEY_ADDRESSEE_SOURCE] = { "source", N_ ("Source") },
};

/**
 * galley_addressee_to_nick:
 *
 * Returns: (transfer none): the name of @addressee on disk, on the command line and in exports
 */
const char *
galley_addressee_to_nick (GalleyAddressee addressee)
{
  g_return_val_if_fail ((guint) addressee < GALLEY_N_ADDRESSEES, NULL);

  return addressees[addressee].nick;
}

/**
 * galley_addressee_from_nick:
 * @nick: (nullable): a name
 * @out_addressee: (out): whom it means; untouched if @nick is unknown
 *
 * Returns: whether @nick names an addressee
 */
gboolean
galley_addressee_from_nick (const char *nick, GalleyAddressee *out_addressee)
{
  int found = galley_word_find (addressees, GALLEY_N_ADDRESSEES, nick);

  if (found >= 0)
    *out_addressee = found;
  return found >= 0;
}

/**
 * galley_addressee_get_label:
 *
 * Returns: (transfer none): the name of @addressee for people, translated
 */
const char *
galley_addressee_get_label (GalleyAddressee addressee)
{
  g_return_val_if_fail ((guint) addressee < GALLEY_N_ADDRESSEES, NULL);

  return _ (addressees[addressee].label);
}

G_DEFINE_BOXED_TYPE (GalleyQuery, galley_query, galley_query_ref, galley_query_unref)
G_DEFINE_BOXED_TYPE (GalleyQueryPlace,
                     galley_query_place,
                     galley_query_place_ref,
                     galley_query_place_unref)

/**
 * galley_query_new:
 * @id: UUID
 * @claim_id: UUID of the claim that it is about
 * @fields: everything else
 *
 * Returns: (transfer full): the query
 */
GalleyQuery *
galley_query_new (const char *id, const char *claim_id, const GalleyQueryFields *fields)
{
  GalleyQuery *self;

  g_return_val_if_fail (id != NULL && claim_id != NULL && fields->question != NULL, NULL);

  self = g_new0 (GalleyQuery, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->id = g_strdup (id);
  self->claim_id = g_strdup (claim_id);
  self->addressee = fields->addressee;
  self->source = fields->source != NULL ? galley_source_ref (fields->source) : NULL;
  self->question = g_strdup (fields->question);
  self->due_at = fields->due_at;
  self->answer = g_strdup (fields->answer);
  self->answered_at = fields->answered_at;
  self->decision = g_strdup (fields->decision);
  self->asked_by = g_strdup (fields->asked_by != NULL ? fields->asked_by : "");
  self->asked_at = fields->asked_at;

  return self;
}

GalleyQuery *
galley_query_ref (GalleyQuery *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
galley_query_unref (GalleyQuery *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->id);
  g_free (self->claim_id);
  g_clear_pointer (&self->source, galley_source_unref);
  g_free (self->question);
  g_free (self->answer);
  g_free (self->decision);
  g_free (self->asked_by);
  g_free (self);
}

/**
 * galley_query_is_open:
 *
 * Returns: whether neither an answer nor a decision is there
 */
gboolean
galley_query_is_open (GalleyQuery *self)
{
  return self->answer == NULL && self->decision == NULL;
}

/**
 * galley_query_equal:
 *
 * Returns: whether both are the same query and say the same
 */
gboolean
galley_query_equal (GalleyQuery *a, GalleyQuery *b)
{
  if ((a->source == NULL) != (b->source == NULL) ||
      (a->source != NULL && !galley_source_equal (a->source, b->source)))
    return FALSE;

  return g_str_equal (a->id, b->id) && a->addressee == b->addressee &&
         g_str_equal (a->question, b->question) && a->due_at == b->due_at &&
         g_strcmp0 (a->answer, b->answer) == 0 && a->answered_at == b->answered_at &&
         g_strcmp0 (a->decision, b->decision) == 0 && g_str_equal (a->asked_by, b->asked_by) &&
         a->asked_at == b->asked_at;
}

static gpointer
copy_query (gconstpointer query, gpointer data)
{
  return galley_query_ref ((GalleyQuery *) query);
}

/**
 * galley_query_renew_source:
 * @queries: (nullable) (element-type GalleyQuery): the queries of a claim
 * @source: an entry of the source log as it is now
 *
 * Returns: (transfer full) (nullable) (element-type GalleyQuery): the queries with @source in its
 *   place; %NULL if none is put to it
 */
GPtrArray *
galley_query_renew_source (GPtrArray *queries, GalleySource *source)
{
  GPtrArray *renewed = NULL;

  for (guint i = 0; queries != NULL && i < queries->len; i++)
    {
      GalleyQuery *one = g_ptr_array_index (queries, i);
      GalleyQueryFields fields = {
        one->addressee,   source,        one->question, one->due_at,   one->answer,
        one->answered_at, one->decision, one->asked_by, one->asked_at,
      };

      if (one->source == NULL || !g_str_equal (one->source->id, source->id))
        continue;
      if (renewed == NULL)
        renewed = g_ptr_array_copy (queries, copy_query, NULL);
      renewed->pdata[i] = galley_query_new (one->id, one->claim_id, &fields);
      galley_query_unref (one);
    }

  return renewed;
}

/**
 * galley_query_place_new:
 * @query: a query
 * @article_id: UUID
 * @article_title: the article's title
 * @quote: the words of its claim
 *
 * Returns: (transfer full): the query with its place
 */
GalleyQueryPlace *
galley_query_place_new (GalleyQuery *query,
                        const char *article_id,
                        const char *article_title,
                        const char *quote)
{
  GalleyQueryPlace *self;

  g_return_val_if_fail (query != NULL && article_id != NULL, NULL);

  self = g_new0 (GalleyQueryPlace, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->query = galley_query_ref (query);
  self->article_id = g_strdup (article_id);
  self->article_title = g_strdup (article_title);
  self->quote = g_strdup (quote);

  return self;
}

GalleyQueryPlace *
galley_query_place_ref (GalleyQueryPlace *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
galley_query_place_unref (GalleyQueryPlace *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  galley_query_unref (self->query);
  g_free (self->article_id);
  g_free (self->article_title);
  g_free (self->quote);
  g_free (self);
}
