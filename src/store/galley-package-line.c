/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-package-line.h"

#include <string.h>

/* A line is a JSON object with all fields of an event in the order of the event's table, without
 * spaces between them. A field that the event does not have is null. The body, which is JSON
 * itself, is a string: its digest is of its bytes, so it must come out as it went in.
 *
 * It is read just as strictly, field by field: an event has no optional parts, and nothing in a
 * line can nest. */

static void
append_string (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '"' || *at == '\\')
        g_string_append_c (out, '\\');
      if ((guchar) *at < 0x20 || *at == 0x7f)
        g_string_append_printf (out, "\\u%04x", (guint) (guchar) *at);
      else
        g_string_append_c (out, *at);
    }
  g_string_append_c (out, '"');
}

static void
append_text (GString *out, const char *name, const char *text)
{
  g_string_append_printf (out, "%s\"%s\":", out->str[out->len - 1] == '{' ? "" : ",", name);
  if (text != NULL)
    append_string (out, text);
  else
    g_string_append (out, "null");
}

/**
 * galley_package_line_append:
 * @out: where the line goes, with its end
 * @event: an event; its body may have been purged
 * @digest: the body's digest
 * @chain: the event's chain value
 */
void
galley_package_line_append (GString *out,
                            const GalleyEvent *event,
                            const char *digest,
                            const char *chain)
{
  g_string_append_c (out, '{');
  append_text (out, "replica", event->replica);
  g_string_append_printf (out, ",\"seq\":%" G_GINT64_FORMAT ",\"clock\":%" G_GINT64_FORMAT,
                          event->seq, event->clock);
  append_text (out, "time", event->time);
  append_text (out, "actor", event->actor);
  append_text (out, "article", event->article);
  append_text (out, "subject", event->subject);
  append_text (out, "kind", event->kind);
  append_text (out, "base", event->base);
  append_text (out, "unit", event->unit);
  append_text (out, "act", event->act);
  append_text (out, "verb", event->verb);
  append_text (out, "target", event->target);
  append_text (out, "digest", digest);
  append_text (out, "chain", chain);
  append_text (out, "body", event->body);
  g_string_append (out, "}\n");
}

/* Where the reading of a line has come to. */
typedef struct
{
  const char *at;
  const char *end;
  GPtrArray *texts;
} Cursor;

static gboolean
skip (Cursor *cursor, const char *token)
{
  gsize size_bytes = strlen (token);

  if ((gsize) (cursor->end - cursor->at) < size_bytes ||
      memcmp (cursor->at, token, size_bytes) != 0)
    return FALSE;

  cursor->at += size_bytes;
  return TRUE;
}

static gboolean
read_name (Cursor *cursor, const char *name)
{
  return (cursor->at[-1] == '{' || skip (cursor, ",")) && skip (cursor, "\"") &&
         skip (cursor, name) && skip (cursor, "\":");
}

/* Control characters are the only ones that are written by number. */
static gboolean
read_number_escape (Cursor *cursor, GString *text)
{
  guint character = 0;

  if (cursor->end - cursor->at < 4)
    return FALSE;
  for (guint i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (*cursor->at++);

      if (digit < 0)
        return FALSE;
      character = character * 16 + digit;
    }
  if (character == 0 || character >= 0x80)
    return FALSE;

  g_string_append_c (text, character);
  return TRUE;
}

static gboolean
read_escape (Cursor *cursor, GString *text)
{
  char character = cursor->at < cursor->end ? *cursor->at++ : '\0';

  if (character == 'u')
    return read_number_escape (cursor, text);
  if (character != '"' && character != '\\')
    return FALSE;

  g_string_append_c (text, character);
  return TRUE;
}

static gboolean
read_string (Cursor *cursor, const char **out_text)
{
  g_autoptr (GString) text = g_string_new (NULL);
  char character = '\0';

  while (cursor->at < cursor->end && (character = *cursor->at++) != '"')
    {
      if (character == '\\' ? !read_escape (cursor, text) : (guchar) character < 0x20)
        return FALSE;
      if (character != '\\')
        g_string_append_c (text, character);
    }
  if (character != '"')
    return FALSE;

  *out_text = text->str;
  g_ptr_array_add (cursor->texts, g_string_free (g_steal_pointer (&text), FALSE));
  return TRUE;
}

static gboolean
read_text (Cursor *cursor, const char *name, gboolean may_be_null, const char **out_text)
{
  if (!read_name (cursor, name))
    return FALSE;
  if (may_be_null && skip (cursor, "null"))
    return TRUE;
  return skip (cursor, "\"") && read_string (cursor, out_text);
}

static gboolean
read_number (Cursor *cursor, const char *name, gint64 *out_number)
{
  gint64 number = 0;
  const char *start;

  if (!read_name (cursor, name))
    return FALSE;
  for (start = cursor->at; cursor->at < cursor->end && g_ascii_isdigit (*cursor->at); cursor->at++)
    {
      if (number > (G_MAXINT64 - 9) / 10)
        return FALSE;
      number = number * 10 + (*cursor->at - '0');
    }
  if (cursor->at == start || number == 0)
    return FALSE;

  *out_number = number;
  return TRUE;
}

static gboolean
is_digest (const char *text)
{
  return strlen (text) == 64 && strspn (text, "0123456789abcdef") == 64;
}

/* "replica:seq" */
static gboolean
is_identity (const char *text)
{
  g_autofree char *replica = strlen (text) > 37 ? g_strndup (text, 36) : NULL;

  return replica != NULL && g_uuid_string_is_valid (replica) && text[36] == ':' &&
         strlen (text + 37) <= 19 && strspn (text + 37, "0123456789") == strlen (text + 37);
}

/* Whether the event is of the form that events have; not whether this version knows its kind. */
static gboolean
is_sound (const GalleyPackageLine *line)
{
  const GalleyEvent *event = &line->event;

  return g_uuid_string_is_valid (event->replica) && g_uuid_string_is_valid (event->unit) &&
         (event->article == NULL || g_uuid_string_is_valid (event->article)) &&
         (g_uuid_string_is_valid (event->subject) ||
          g_str_equal (event->kind, "library.setting")) &&
         (event->base == NULL || is_identity (event->base)) &&
         (event->target == NULL
              ? g_str_equal (event->act, "do")
              : (g_str_equal (event->act, "undo") || g_str_equal (event->act, "redo")) &&
                    g_uuid_string_is_valid (event->target)) &&
         event->actor[0] != '\0' && is_digest (line->digest) && is_digest (line->chain);
}

/**
 * galley_package_line_parse:
 * @text: a line without its end
 * @size_bytes: its length
 * @out_line: (out caller-allocates): the event, to be cleared
 *
 * Returns: whether it is the line of an event
 */
gboolean
galley_package_line_parse (const char *text, gsize size_bytes, GalleyPackageLine *out_line)
{
  Cursor cursor = { text, text + size_bytes, g_ptr_array_new_with_free_func (g_free) };
  g_auto (GalleyPackageLine) line = { .texts = cursor.texts };
  GalleyEvent *event = &line.event;

  if (!g_utf8_validate_len (text, size_bytes, NULL) || !skip (&cursor, "{") ||
      !read_text (&cursor, "replica", FALSE, &event->replica) ||
      !read_number (&cursor, "seq", &event->seq) ||
      !read_number (&cursor, "clock", &event->clock) ||
      !read_text (&cursor, "time", FALSE, &event->time) ||
      !read_text (&cursor, "actor", FALSE, &event->actor) ||
      !read_text (&cursor, "article", TRUE, &event->article) ||
      !read_text (&cursor, "subject", FALSE, &event->subject) ||
      !read_text (&cursor, "kind", FALSE, &event->kind) ||
      !read_text (&cursor, "base", TRUE, &event->base) ||
      !read_text (&cursor, "unit", FALSE, &event->unit) ||
      !read_text (&cursor, "act", FALSE, &event->act) ||
      !read_text (&cursor, "verb", FALSE, &event->verb) ||
      !read_text (&cursor, "target", TRUE, &event->target) ||
      !read_text (&cursor, "digest", FALSE, &line.digest) ||
      !read_text (&cursor, "chain", FALSE, &line.chain) ||
      !read_text (&cursor, "body", TRUE, &event->body) || !skip (&cursor, "}") ||
      cursor.at != cursor.end || !is_sound (&line))
    return FALSE;

  *out_line = line;
  line = (GalleyPackageLine){ .texts = NULL };
  return TRUE;
}

void
galley_package_line_clear (GalleyPackageLine *line)
{
  g_clear_pointer (&line->texts, g_ptr_array_unref);
}
