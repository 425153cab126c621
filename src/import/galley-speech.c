/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-speech.h"

#include "galley-line-look.h"
#include "galley-pieces.h"

#include <string.h>

#define MAX_NAMES 50000      /* that are remembered of one text */
#define MIN_NAME_BYTES 3     /* of a word that two lines share */
#define MAX_UNNAMED_CHARS 90 /* of a speaker after a dash who has no name ("a neighbour") */

struct _GalleySpeech
{
  GArray *pieces; /* (element-type GalleyPiece), borrowed */
  GHashTable
      *names; /* (element-type utf8): words with a capital within sentences; NULL until needed */
};

/* Marks that open a quotation with those that may close it; German and French ones both ways. */
static const struct
{
  gunichar open;
  gunichar close;
} marks[] = {
  { 0x201C, 0x201D }, { '"', '"' },       { 0xAB, 0xBB },     { 0x201E, 0x201C },
  { 0x201E, 0x201D }, { 0xBB, 0xAB },     { 0x2018, 0x2019 }, { 0x300C, 0x300D },
  { 0x201D, 0x201D }, { 0x2039, 0x203A }, { 0x201A, 0x2018 },
};

/* Verbs that report what somebody says; a paragraph without a quotation has one of them. */
static const char *const verbs[] = {
  " said",    " says",      " told ",  " tells ",    " stated",    " wrote",    " added",
  " asked",   " announced", " argued", " described", " posted",    " tweeted",  " according to ",
  " claimed", " explained", " warned", " called ",   " testified", " recalled",
};

GalleySpeech *
galley_speech_new (GArray *pieces)
{
  GalleySpeech *self = g_new0 (GalleySpeech, 1);

  self->pieces = pieces;

  return self;
}

void
galley_speech_free (GalleySpeech *self)
{
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_free (self);
}

static gboolean
is_letter (gunichar character)
{
  return g_unichar_isalpha (character) || g_unichar_ismark (character);
}

/* Remembers the words of @line that have a capital and do not begin a sentence. */
static void
remember_names (GalleySpeech *self, const GalleyLine *line)
{
  const char *end = line->text + line->length_bytes, *word = NULL;
  gboolean after_lower = FALSE, is_name = FALSE;

  for (const char *p = line->text; p <= end && g_hash_table_size (self->names) < MAX_NAMES;
       p = g_utf8_next_char (p))
    {
      gunichar character = p < end ? g_utf8_get_char (p) : ' ';

      if (is_letter (character))
        {
          if (word == NULL)
            {
              word = p;
              is_name = after_lower && g_unichar_isupper (character);
            }
          continue;
        }
      if (word != NULL)
        {
          if (is_name)
            g_hash_table_add (self->names, g_strndup (word, p - word));
          /* What follows a stop may have a capital for that alone. */
          after_lower = TRUE;
          word = NULL;
        }
      if (character != ' ' && character != ',' && character != '-' && character != 0x2019)
        after_lower = FALSE;
      if (p == end)
        break;
    }
}

static gboolean
is_used_name (GalleySpeech *self, const char *words, gsize name_bytes)
{
  g_autofree char *last = NULL;
  const char *start = words + name_bytes;

  if (self->names == NULL)
    {
      self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      for (guint i = 0; i < self->pieces->len; i++)
        {
          const GalleyPiece *piece = &g_array_index (self->pieces, GalleyPiece, i);

          if (galley_line_ends_sentence (&piece->line))
            remember_names (self, &piece->line);
        }
    }

  while (start > words && start[-1] != ' ' && start[-1] != '-')
    start--;
  last = g_strndup (start, words + name_bytes - start);

  return g_hash_table_contains (self->names, last);
}

static gboolean
holds_word (const GalleyLine *line, const char *word, gsize length_bytes)
{
  const char *end = line->text + line->length_bytes, *p = line->text;

  while ((p = memmem (p, end - p, word, length_bytes)) != NULL)
    {
      const char *after = p + length_bytes;

      if ((p == line->text || !is_letter (g_utf8_get_char (g_utf8_prev_char (p)))) &&
          (after == end || !is_letter (g_utf8_get_char (after))))
        return TRUE;
      p = after;
    }

  return FALSE;
}

/* Whether @line has a word with a capital of the name at @words. */
static gboolean
mentions (const GalleyLine *line, const char *words, gsize name_bytes)
{
  for (const char *word = words; word < words + name_bytes;)
    {
      gsize length_bytes = MIN (strcspn (word, " "), (gsize) (words + name_bytes - word));

      if (length_bytes >= MIN_NAME_BYTES && g_unichar_isupper (g_utf8_get_char (word)) &&
          holds_word (line, word, length_bytes))
        return TRUE;
      word += length_bytes + 1;
    }

  return FALSE;
}

static gboolean
holds_quotation (const GalleyLine *line)
{
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      char mark[6];
      gint n = g_unichar_to_utf8 (marks[i].open, mark);

      if (marks[i].open != 0x2018 && memmem (line->text, line->length_bytes, mark, n) != NULL)
        return TRUE;
    }

  return FALSE;
}

static gboolean
reports_speech (const GalleyLine *line)
{
  if (holds_quotation (line))
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (memmem (line->text, line->length_bytes, verbs[i], strlen (verbs[i])) != NULL)
      return TRUE;

  return FALSE;
}

/**
 * galley_speech_names_speaker:
 * @words: a short line with single spaces, without a dash before it
 * @after_dash: whether a dash is before it
 * @before: the words of the block before it
 * @after_quote: whether that block is a quotation
 * @before_body: whether text follows that @words could be the heading of
 *
 * Returns: whether @words name the speaker of the block before
 */
gboolean
galley_speech_names_speaker (GalleySpeech *self,
                             const char *words,
                             gboolean after_dash,
                             const GalleyLine *before,
                             gboolean after_quote,
                             gboolean before_body)
{
  gsize name_bytes;
  gboolean has_role, is_name = galley_line_look_is_speaker (words, &name_bytes, &has_role);

  if (after_dash && (after_quote || (is_name && holds_quotation (before))))
    return g_utf8_strlen (words, -1) <= MAX_UNNAMED_CHARS || is_name;
  if (!is_name)
    return FALSE;
  if (after_quote)
    return has_role || is_used_name (self, words, name_bytes);

  return (has_role || !before_body) && mentions (before, words, name_bytes) &&
         reports_speech (before);
}

/**
 * galley_speech_is_quotation:
 *
 * Returns: whether one pair of quotation marks encloses all of @line
 */
gboolean
galley_speech_is_quotation (const GalleyLine *line)
{
  const char *end = line->text + line->length_bytes;
  const char *last = g_utf8_prev_char (end);
  gunichar open = g_utf8_get_char (line->text), close = g_utf8_get_char (last);
  gboolean is_pair = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    is_pair |= marks[i].open == open && marks[i].close == close;
  if (!is_pair || last <= g_utf8_next_char (line->text))
    return FALSE;

  for (const char *p = g_utf8_next_char (line->text); p < last; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      /* An apostrophe is no closing mark if a letter comes after it. */
      if (character == close &&
          (close != 0x2019 || !is_letter (g_utf8_get_char (g_utf8_next_char (p)))))
        return FALSE;
    }

  return TRUE;
}

/**
 * galley_speech_is_at_edge:
 *
 * Returns: whether @line begins with a mark that opens a quotation, or ends with one that closes it
 */
gboolean
galley_speech_is_at_edge (const GalleyLine *line)
{
  gunichar first = g_utf8_get_char (line->text);
  gunichar last = g_utf8_get_char (g_utf8_prev_char (line->text + line->length_bytes));

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (first == marks[i].open || (last == marks[i].close && last != 0x2019))
      return TRUE;

  return FALSE;
}
