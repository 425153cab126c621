/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-reference.h"

#include <string.h>

/*
 * No format of bibliographies has a field for all that the source log knows. What one cannot say
 * stands in its note, one line for each, and is understood when it comes back:
 *
 *     galley-kind: transcript
 *     galley-terms: background
 *     galley-organisation: Ministry of the Interior
 *
 * The names are the nicks of the texts, see galley_source_text_to_nick(), and "kind" and "terms";
 * they are frozen. A line without words says that there is nothing, whatever another field says.
 * Other lines are for people and are passed over. A writer finds out what its format cannot say by
 * reading back what it wrote.
 */
#define PREFIX "galley-"

G_DEFINE_BOXED_TYPE (GalleyReference,
                     galley_reference,
                     galley_reference_copy,
                     galley_reference_free)

/**
 * galley_reference_new:
 *
 * Returns: (transfer full): a reference that says nothing yet
 */
GalleyReference *
galley_reference_new (void)
{
  return g_new0 (GalleyReference, 1);
}

GalleyReference *
galley_reference_copy (const GalleyReference *self)
{
  GalleyReference *copy = galley_reference_new ();

  copy->kind = self->kind;
  copy->terms = self->terms;
  for (guint i = 0; i < GALLEY_N_SOURCE_TEXTS; i++)
    copy->texts[i] = g_strdup (self->texts[i]);

  return copy;
}

void
galley_reference_free (GalleyReference *self)
{
  for (guint i = 0; i < GALLEY_N_SOURCE_TEXTS; i++)
    g_free (self->texts[i]);
  g_free (self);
}

/**
 * galley_reference_get_fields:
 * @out_fields: (out caller-allocates): what a source would be made of, as long as @self lives
 */
void
galley_reference_get_fields (const GalleyReference *self, GalleySourceFields *out_fields)
{
  *out_fields = (GalleySourceFields){ .kind = self->kind, .terms = self->terms };
  for (guint i = 0; i < GALLEY_N_SOURCE_TEXTS; i++)
    out_fields->texts[i] = self->texts[i];
}

/**
 * galley_reference_squeeze:
 * @words: (nullable): UTF-8
 *
 * Returns: (transfer full) (nullable): the words on one line, without control characters and with
 *   single spaces between them; %NULL if there are none
 */
char *
galley_reference_squeeze (const char *words)
{
  GString *line = g_string_new (NULL);
  gboolean space = FALSE;

  for (const char *p = words != NULL ? words : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        space = line->len > 0;
      else if (!g_unichar_iscntrl (c))
        {
          if (space)
            g_string_append_c (line, ' ');
          space = FALSE;
          g_string_append_len (line, p, g_utf8_next_char (p) - p);
        }
    }

  return g_string_free (line, line->len == 0);
}

/**
 * galley_reference_set_text:
 * @words: (nullable): the words
 *
 * Notes a text, unless something is noted there already.
 */
void
galley_reference_set_text (GalleyReference *self, GalleySourceText text, const char *words)
{
  if (self->texts[text] == NULL)
    self->texts[text] = galley_reference_squeeze (words);
}

/**
 * galley_reference_peek_doi:
 * @address: (nullable): a web address
 *
 * Returns: (nullable): the part of @address that is a digital object identifier, if it leads to one
 */
const char *
galley_reference_peek_doi (const char *address)
{
  static const char *const resolvers[] = { "https://doi.org/",     "http://doi.org/",
                                           "https://dx.doi.org/",  "http://dx.doi.org/",
                                           "https://www.doi.org/", "http://www.doi.org/" };

  for (guint i = 0; address != NULL && i < G_N_ELEMENTS (resolvers); i++)
    {
      gsize length_bytes = strlen (resolvers[i]);

      if (g_ascii_strncasecmp (address, resolvers[i], length_bytes) == 0 &&
          g_str_has_prefix (address + length_bytes, "10."))
        return address + length_bytes;
    }

  return NULL;
}

/**
 * galley_reference_is_web_address:
 * @address: (nullable): where a source is
 *
 * Returns: whether it can stand in a field for web addresses as it is
 */
gboolean
galley_reference_is_web_address (const char *address)
{
  g_autofree char *scheme = address != NULL ? g_uri_parse_scheme (address) : NULL;

  return scheme != NULL && strpbrk (address, " \t\r\n{}\\\"<>") == NULL &&
         (g_str_equal (scheme, "http") || g_str_equal (scheme, "https") ||
          g_str_equal (scheme, "ftp"));
}

/**
 * galley_reference_set_place:
 * @address: (nullable): a web address
 * @doi: (nullable): a digital object identifier, alone or as a web address
 *
 * Notes where it is, unless that is noted already: at its identifier, which outlives addresses.
 */
void
galley_reference_set_place (GalleyReference *self, const char *address, const char *doi)
{
  g_autofree char *line = galley_reference_squeeze (doi);
  g_autofree char *resolved = NULL;
  const char *bare = line;

  if (line != NULL && g_ascii_strncasecmp (line, "doi:", 4) == 0)
    bare = line + 4 + strspn (line + 4, " ");
  if (galley_reference_peek_doi (line) != NULL)
    bare = galley_reference_peek_doi (line);
  if (bare != NULL && g_str_has_prefix (bare, "10.") && galley_reference_peek_doi (address) == NULL)
    resolved = g_strconcat ("https://doi.org/", bare, NULL);

  galley_reference_set_text (self, GALLEY_SOURCE_ADDRESS, resolved != NULL ? resolved : address);
}

static void
read_line (GalleyReference *self, const char *line)
{
  const char *colon = strchr (line, ':');
  g_autofree char *nick = colon != NULL ? g_strndup (line, colon - line) : NULL;
  g_autofree char *words = colon != NULL ? galley_reference_squeeze (colon + 1) : NULL;
  GalleySourceText text;

  if (nick == NULL)
    return;
  if (g_str_equal (nick, "kind"))
    galley_source_kind_from_nick (words, &self->kind);
  else if (g_str_equal (nick, "terms"))
    galley_terms_from_nick (words, &self->terms);
  else if (galley_source_text_from_nick (nick, &text))
    {
      g_free (self->texts[text]);
      self->texts[text] = g_steal_pointer (&words);
    }
}

/**
 * galley_reference_read_note:
 * @note: (nullable): lines
 *
 * Takes from a note what a writer put there because there was no field for it. It is said last, as
 * it counts more than what the fields say.
 */
void
galley_reference_read_note (GalleyReference *self, const char *note)
{
  const char *line = note;

  while (line != NULL && *line != '\0')
    {
      const char *end = line + strcspn (line, "\n");
      const char *start = line + strspn (line, " \t");

      if (g_str_has_prefix (start, PREFIX))
        {
          g_autofree char *rest =
              g_strndup (start + strlen (PREFIX), end - start - strlen (PREFIX));

          read_line (self, rest);
        }
      line = *end == '\n' ? end + 1 : end;
    }
}

static void
add_line (GString *note, const char *nick, const char *words)
{
  g_string_append_printf (note, "%s" PREFIX "%s:%s%s", note->len > 0 ? "\n" : "", nick,
                          words != NULL ? " " : "", words != NULL ? words : "");
}

/**
 * galley_reference_make_note:
 * @read: what a format says of @source without a note
 * @source: all that there is to be said
 *
 * Returns: (transfer full) (nullable): lines for the note, or %NULL if the format says it all
 */
char *
galley_reference_make_note (const GalleyReference *read, GalleySource *source)
{
  GString *note = g_string_new (NULL);

  if (read->kind != source->kind)
    add_line (note, "kind", galley_source_kind_to_nick (source->kind));
  if (read->terms != source->terms)
    add_line (note, "terms", galley_terms_to_nick (source->terms));
  for (guint i = 0; i < GALLEY_N_SOURCE_TEXTS; i++)
    {
      g_autofree char *words = galley_reference_squeeze (source->texts[i]);

      if (g_strcmp0 (words, read->texts[i]) != 0)
        add_line (note, galley_source_text_to_nick (i), words);
    }

  return g_string_free (note, note->len == 0);
}
