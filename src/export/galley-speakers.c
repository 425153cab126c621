/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-speakers.h"

#include "galley-name.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * Who is noted to have said something may be a source that readers must not know by name. It is
 * found by that name: among the sources of the claim itself, and then among those of the article,
 * unless somebody of that name stands on record. What else is noted with the name, such as what the
 * person is, does not show them.
 *
 * Where the article itself names the speaker beside the words, there is nothing to hide, and to
 * hide it would tell that they are a source of another kind, too. Where it names them elsewhere,
 * nothing may stand for the name, not even a pseudonym, since readers may well guess. The former
 * takes the whole name, for letters that happen to stand in other words would give it away; for the
 * latter its letters do, as where it has an ending of its language.
 */

struct _GalleySpeakers
{
  GHashTable *names; /* (element-type utf8 GalleySource) (nullable values), by what tells names
                        apart; NULL where somebody of that name stands on record */
  GalleyDocument *document;
  char *text;         /* (nullable) of the article, as names are told apart */
  GHashTable *known;  /* (element-type utf8 gboolean), whether a name is in it */
  GalleyRange range;  /* where somebody was looked for last */
  char *words;        /* (nullable) what stands there, of galley_name_fold_words() */
  GHashTable *longer; /* (element-type utf8 GalleySource) (nullable values), by what is noted of a
                         speaker: who is named within that */
};

/* Enters what @source is called under @names, where no source that may be named is called so. */
static void
add_names (GHashTable *names, GalleySource *source)
{
  static const GalleySourceText texts[] = { GALLEY_SOURCE_TITLE, GALLEY_SOURCE_AUTHOR };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char *name = source->texts[texts[i]];
      g_autofree char *key = name != NULL ? galley_name_make_key (name) : NULL;

      if (key == NULL || *key == '\0')
        continue;
      if (source->terms == GALLEY_TERMS_ON_RECORD)
        g_hash_table_replace (names, g_steal_pointer (&key), NULL);
      else if (!g_hash_table_contains (names, key))
        g_hash_table_insert (names, g_steal_pointer (&key), galley_source_ref (source));
    }
}

/**
 * galley_speakers_clear_source:
 * @source: (nullable) (transfer full): a #GalleySource, where there may be none
 */
void
galley_speakers_clear_source (gpointer source)
{
  if (source != NULL)
    galley_source_unref (source);
}

static GHashTable *
new_names (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, galley_speakers_clear_source);
}

/* Adds the names of all sources of a claim that stand on record, or of all that do not. */
static void
add_names_of (GHashTable *names, GPtrArray *evidence, GPtrArray *queries, gboolean on_record)
{
  for (guint i = 0; evidence != NULL && i < evidence->len; i++)
    {
      GalleyEvidence *entry = g_ptr_array_index (evidence, i);

      if ((entry->source->terms == GALLEY_TERMS_ON_RECORD) == on_record)
        add_names (names, entry->source);
    }
  for (guint i = 0; queries != NULL && i < queries->len; i++)
    {
      GalleyQuery *query = g_ptr_array_index (queries, i);

      if (query->source != NULL && (query->source->terms == GALLEY_TERMS_ON_RECORD) == on_record)
        add_names (names, query->source);
    }
}

/**
 * galley_speakers_new:
 * @claims: (element-type GalleyClaim): the claims of an article, with nothing masked
 * @document: its draft
 *
 * Returns: (transfer full): what tells which speakers readers may not know by name
 */
GalleySpeakers *
galley_speakers_new (GPtrArray *claims, GalleyDocument *document)
{
  GalleySpeakers *self = g_new0 (GalleySpeakers, 1);

  self->names = new_names ();
  self->document = g_object_ref (document);
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->longer = new_names ();
  for (guint i = 0; i < claims->len; i++)
    add_names_of (self->names, galley_claim_get_evidence (g_ptr_array_index (claims, i)),
                  galley_claim_get_queries (g_ptr_array_index (claims, i)), /* on_record= */ TRUE);
  for (guint i = 0; i < claims->len; i++)
    add_names_of (self->names, galley_claim_get_evidence (g_ptr_array_index (claims, i)),
                  galley_claim_get_queries (g_ptr_array_index (claims, i)), /* on_record= */ FALSE);

  return self;
}

void
galley_speakers_free (GalleySpeakers *self)
{
  g_hash_table_unref (self->names);
  g_object_unref (self->document);
  g_hash_table_unref (self->known);
  g_hash_table_unref (self->longer);
  g_free (self->text);
  g_free (self->words);
  g_free (self);
}

/* Looks for a name, also where somebody wrote behind it what the person is. */
static GalleySource *
look_up (GHashTable *names, const char *name)
{
  g_autofree char *bare = g_strndup (name, strcspn (name, ","));
  g_autofree char *key = galley_name_make_key (name);
  g_autofree char *bare_key = galley_name_make_key (bare);
  GalleySource *source = g_hash_table_lookup (names, key);

  return source != NULL ? source : g_hash_table_lookup (names, bare_key);
}

/* Whether a name of several words is within @speaker: one word may be anything. */
static gboolean
is_named_in (const char *speaker, const char *name)
{
  g_autofree char *words = name != NULL ? galley_name_fold_words (name) : NULL;

  return words != NULL && strchr (words, ' ') != NULL && galley_name_is_within (words, speaker);
}

/* Looks for a name that @speaker has other words around. */
static GalleySource *
look_within (GHashTable *names, const char *speaker)
{
  g_autofree char *words = galley_name_fold_words (speaker);
  GHashTableIter iter;
  gpointer source;

  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, NULL, &source))
    if (source != NULL &&
        (is_named_in (words, ((GalleySource *) source)->texts[GALLEY_SOURCE_TITLE]) ||
         is_named_in (words, ((GalleySource *) source)->texts[GALLEY_SOURCE_AUTHOR])))
      return source;

  return NULL;
}

/* There may be many names, and many claims of one speaker. Whoever is on record by the whole of it
 * is nobody else. */
static GalleySource *
look_within_all (GalleySpeakers *self, const char *speaker)
{
  g_autofree char *key = NULL;
  gpointer source;

  if (g_hash_table_lookup_extended (self->longer, speaker, NULL, &source))
    return source;

  key = galley_name_make_key (speaker);
  source = g_hash_table_contains (self->names, key) ? NULL : look_within (self->names, speaker);
  g_hash_table_insert (self->longer, g_strdup (speaker),
                       source != NULL ? galley_source_ref (source) : NULL);
  return source;
}

static GalleySource *
find_source (GalleySpeakers *self, const GalleyClaimFields *fields)
{
  g_autoptr (GHashTable) own = new_names ();
  GalleySource *source;

  add_names_of (own, fields->evidence, fields->queries, /* on_record= */ FALSE);
  source = look_up (own, fields->speaker);
  if (source == NULL)
    source = look_up (self->names, fields->speaker);
  if (source == NULL)
    source = look_within (own, fields->speaker);
  if (source == NULL)
    source = look_within_all (self, fields->speaker);

  return source != NULL ? galley_source_ref (source) : NULL;
}

/* The blocks that the claim stands in, and who speaks below them. */
static GalleyRange
find_surroundings (GalleySpeakers *self, GalleyRange range)
{
  gint first = galley_document_find_block (self->document, range.start);
  gint last = galley_document_find_block (self->document, range.end);
  guint n_blocks;
  const GalleyBlock *blocks = galley_document_get_blocks (self->document, &n_blocks);

  if (first < 0 || last < first)
    return range;
  if ((guint) last + 1 < n_blocks && blocks[last + 1].role == GALLEY_BLOCK_ATTRIBUTION)
    last++;

  return (GalleyRange){ blocks[first].range.start, blocks[last].range.end };
}

/* Many claims may stand in one long block. */
static gboolean
is_named_beside (GalleySpeakers *self, GalleyRange range, const char *name)
{
  g_autofree char *folded = galley_name_fold_words (name);
  GalleyRange surroundings = find_surroundings (self, range);

  if (self->words == NULL || !galley_range_equal (self->range, surroundings))
    {
      g_autofree char *words =
          galley_text_slice (galley_document_get_text (self->document), surroundings);

      g_free (self->words);
      self->words = galley_name_fold_words (words);
      self->range = surroundings;
    }

  return galley_name_is_within (folded, self->words);
}

static gboolean
is_named_anywhere (GalleySpeakers *self, const char *key)
{
  gpointer is_known;

  if (g_hash_table_lookup_extended (self->known, key, NULL, &is_known))
    return GPOINTER_TO_INT (is_known);

  if (self->text == NULL)
    self->text = galley_name_make_key (galley_text_peek_utf8 (
        galley_document_get_text (self->document), /* out_length_bytes= */ NULL));
  is_known = GINT_TO_POINTER (strstr (self->text, key) != NULL);
  g_hash_table_insert (self->known, g_strdup (key), is_known);

  return GPOINTER_TO_INT (is_known);
}

/**
 * galley_speakers_find_unnamed:
 * @fields: a claim, with nothing masked
 * @out_is_known: (out): whether the article names the speaker elsewhere
 *
 * Returns: (transfer full) (nullable): what may be told of the source that said it: its kind, its
 *   terms and, where the article does not name it, its pseudonym; %NULL if the speaker may be
 * named, or nobody noted who it is
 */
GalleySource *
galley_speakers_find_unnamed (GalleySpeakers *self,
                              const GalleyClaimFields *fields,
                              gboolean *out_is_known)
{
  g_autoptr (GalleySource) source = NULL;
  g_autofree char *bare = NULL, *key = NULL, *own_key = NULL;
  GalleySourceFields told = { 0 };

  *out_is_known = FALSE;
  if (fields->speaker == NULL)
    return NULL;
  source = find_source (self, fields);
  if (source == NULL)
    return NULL;

  bare = g_strndup (fields->speaker, strcspn (fields->speaker, ","));
  if (is_named_beside (self, fields->range, bare))
    return NULL;

  key = galley_name_make_key (bare);

  own_key = galley_name_make_key (source->texts[GALLEY_SOURCE_TITLE]);
  *out_is_known = is_named_anywhere (self, key) || is_named_anywhere (self, own_key);
  told.kind = source->kind;
  told.terms = source->terms;
  told.texts[GALLEY_SOURCE_PSEUDONYM] =
      *out_is_known ? NULL : source->texts[GALLEY_SOURCE_PSEUDONYM];
  told.texts[GALLEY_SOURCE_TITLE] = told.texts[GALLEY_SOURCE_PSEUDONYM] != NULL
                                        ? told.texts[GALLEY_SOURCE_PSEUDONYM]
                                        : _ ("Confidential source");
  return galley_source_new (source->id, &told);
}
