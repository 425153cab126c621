/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-log-entry.h"

#include "galley-fold.h"

#include <string.h>

/**
 * GalleyLogEntry:
 *
 * An entry of the source log with what it is searched by. Immutable: a changed source has another
 * entry.
 */
struct _GalleyLogEntry
{
  GObject parent_instance;

  GalleySource *source;
  char *title;  /* folded */
  char *people; /* folded: author and organisation */
  char *rest;   /* folded: publisher, addresses, pseudonym, group */
  char *place;  /* (nullable) its address as galley_log_entry_fold_address() makes it */
};

G_DEFINE_FINAL_TYPE (GalleyLogEntry, galley_log_entry, G_TYPE_OBJECT)

static void
galley_log_entry_finalize (GObject *object)
{
  GalleyLogEntry *self = GALLEY_LOG_ENTRY (object);

  galley_source_unref (self->source);
  g_free (self->title);
  g_free (self->people);
  g_free (self->rest);
  g_free (self->place);

  G_OBJECT_CLASS (galley_log_entry_parent_class)->finalize (object);
}

static void
galley_log_entry_class_init (GalleyLogEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = galley_log_entry_finalize;
}

static void
galley_log_entry_init (GalleyLogEntry *self)
{
}

static char *
fold_texts (GalleySource *source, const GalleySourceText *texts, guint n_texts)
{
  GString *folded = g_string_new (NULL);

  for (guint i = 0; i < n_texts; i++)
    if (source->texts[texts[i]] != NULL)
      {
        galley_fold_append (folded, source->texts[texts[i]], -1);
        g_string_append_c (folded, '\n');
      }

  return g_string_free (folded, FALSE);
}

/**
 * galley_log_entry_new:
 * @source: what the log says
 *
 * Returns: (transfer full): its entry
 */
GalleyLogEntry *
galley_log_entry_new (GalleySource *source)
{
  static const GalleySourceText people[] = { GALLEY_SOURCE_AUTHOR, GALLEY_SOURCE_ORGANISATION };
  static const GalleySourceText rest[] = { GALLEY_SOURCE_PUBLISHER, GALLEY_SOURCE_ADDRESS,
                                           GALLEY_SOURCE_ARCHIVED, GALLEY_SOURCE_PSEUDONYM,
                                           GALLEY_SOURCE_GROUP };
  GalleyLogEntry *self = g_object_new (GALLEY_TYPE_LOG_ENTRY, NULL);

  self->source = galley_source_ref (source);
  self->title = galley_fold (source->texts[GALLEY_SOURCE_TITLE]);
  self->people = fold_texts (source, people, G_N_ELEMENTS (people));
  self->rest = fold_texts (source, rest, G_N_ELEMENTS (rest));
  if (source->texts[GALLEY_SOURCE_ADDRESS] != NULL)
    self->place = galley_log_entry_fold_address (source->texts[GALLEY_SOURCE_ADDRESS]);

  return self;
}

/**
 * galley_log_entry_get_source:
 *
 * Returns: (transfer none): what the log says
 */
GalleySource *
galley_log_entry_get_source (GalleyLogEntry *self)
{
  g_return_val_if_fail (GALLEY_IS_LOG_ENTRY (self), NULL);

  return self->source;
}

/**
 * galley_log_entry_get_sort_key:
 *
 * Returns: (transfer none): the title, folded
 */
const char *
galley_log_entry_get_sort_key (GalleyLogEntry *self)
{
  g_return_val_if_fail (GALLEY_IS_LOG_ENTRY (self), NULL);

  return self->title;
}

/* Whether a word of @text begins with @word. Both are folded; what is not ASCII counts as part of a
 * word. */
static gboolean
has_word (const char *text, const char *word)
{
  for (const char *p = strstr (text, word); p != NULL; p = strstr (p + 1, word))
    if (p == text || (!g_ascii_isalnum (p[-1]) && (guchar) p[-1] < 0x80))
      return TRUE;

  return FALSE;
}

/**
 * galley_log_entry_fit:
 * @folded: what somebody types, folded
 * @words: (array zero-terminated=1): the words of it
 *
 * Each word has to be the beginning of a word of the entry.
 *
 * Returns: how well @folded fits
 */
GalleyFit
galley_log_entry_fit (GalleyLogEntry *self, const char *folded, const char *const *words)
{
  GalleyFit fit = GALLEY_FIT_TITLE;

  g_return_val_if_fail (GALLEY_IS_LOG_ENTRY (self), GALLEY_FIT_NONE);

  if (g_str_has_prefix (self->title, folded))
    return GALLEY_FIT_TITLE_START;
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '\0' || has_word (self->title, words[i]))
        continue;
      if (has_word (self->people, words[i]))
        fit = MAX (fit, GALLEY_FIT_PEOPLE);
      else if (has_word (self->rest, words[i]))
        fit = GALLEY_FIT_ANYTHING;
      else
        return GALLEY_FIT_NONE;
    }

  return fit;
}

/**
 * galley_log_entry_is_at:
 * @place: what galley_log_entry_fold_address() made
 *
 * Returns: whether that is the address of the source
 */
gboolean
galley_log_entry_is_at (GalleyLogEntry *self, const char *place)
{
  g_return_val_if_fail (GALLEY_IS_LOG_ENTRY (self), FALSE);

  return g_strcmp0 (self->place, place) == 0;
}

/**
 * galley_log_entry_fold_address:
 * @address: a web address, or another one
 *
 * Returns: (transfer full): what is the same for addresses that lead to the same page: without the
 *   protocol, "www." and a slash at the end
 */
char *
galley_log_entry_fold_address (const char *address)
{
  g_autofree char *folded = g_strstrip (galley_fold (address));
  const char *rest = folded;
  gsize length_bytes;

  if (g_str_has_prefix (rest, "http://"))
    rest += strlen ("http://");
  else if (g_str_has_prefix (rest, "https://"))
    rest += strlen ("https://");
  if (g_str_has_prefix (rest, "www."))
    rest += strlen ("www.");
  length_bytes = strlen (rest);
  while (length_bytes > 0 && rest[length_bytes - 1] == '/')
    length_bytes--;

  return g_strndup (rest, length_bytes);
}
