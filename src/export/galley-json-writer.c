/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-json-writer.h"

#include <string.h>

static void
begin_value (GalleyJsonWriter *self)
{
  if (self->needs_comma)
    g_string_append_c (self->out, ',');
  self->needs_comma = TRUE;
}

/**
 * galley_json_begin:
 * @bracket: "{" or "["
 *
 * Begins an object or an array.
 */
void
galley_json_begin (GalleyJsonWriter *self, char bracket)
{
  begin_value (self);
  g_string_append_c (self->out, bracket);
  self->needs_comma = FALSE;
}

/**
 * galley_json_end:
 * @bracket: "}" or "]"
 *
 * Ends the object or array that was begun last.
 */
void
galley_json_end (GalleyJsonWriter *self, char bracket)
{
  g_string_append_c (self->out, bracket);
  self->needs_comma = TRUE;
}

/**
 * galley_json_name:
 * @name: ASCII that needs no escape
 *
 * Begins a member, of which the value comes next.
 */
void
galley_json_name (GalleyJsonWriter *self, const char *name)
{
  begin_value (self);
  g_string_append_printf (self->out, "\"%s\":", name);
  self->needs_comma = FALSE;
}

/* Returns (nullable) what is written instead of the character at @p; "" for a form of its own. */
static const char *
find_escape (const char *p)
{
  switch (*p)
    {
    case '"':
      return "\\\"";
    case '\\':
      return "\\\\";
    case '\n':
      return "\\n";
    case '\r':
      return "\\r";
    case '\t':
      return "\\t";
    case '\342': /* the line and the paragraph separator end a line of a script */
      return p[1] == '\200' && (p[2] == '\250' || p[2] == '\251') ? "" : NULL;
    case '<': /* as in "</script>" */
    case '\177':
      return "";
    default:
      return (guchar) *p < 0x20 ? "" : NULL;
    }
}

/**
 * galley_json_string:
 * @utf8: valid UTF-8
 * @length_bytes: its length, or -1 if it is NUL-terminated
 *
 * Writes a string, escaped so that it may also stand in a script of a page.
 */
void
galley_json_string (GalleyJsonWriter *self, const char *utf8, gssize length_bytes)
{
  const char *end = utf8 + (length_bytes < 0 ? (gssize) strlen (utf8) : length_bytes);
  const char *run = utf8;

  begin_value (self);
  g_string_append_c (self->out, '"');
  for (const char *p = utf8; p < end;)
    {
      const char *escape = find_escape (p), *next = g_utf8_next_char (p);

      if (escape != NULL)
        {
          g_string_append_len (self->out, run, p - run);
          if (*escape != '\0')
            g_string_append (self->out, escape);
          else
            g_string_append_printf (self->out, "\\u%04x", g_utf8_get_char (p));
          run = next;
        }
      p = next;
    }
  g_string_append_len (self->out, run, end - run);
  g_string_append_c (self->out, '"');
}

void
galley_json_number (GalleyJsonWriter *self, guint number)
{
  begin_value (self);
  g_string_append_printf (self->out, "%u", number);
}

/**
 * galley_json_line:
 *
 * Ends the line, between values.
 */
void
galley_json_line (GalleyJsonWriter *self)
{
  g_string_append (self->out, self->needs_comma ? ",\n" : "\n");
  self->needs_comma = FALSE;
}

/**
 * galley_json_member:
 * @name: its name
 * @utf8: (nullable): its value; there is no such member if it is %NULL or ""
 *
 * Writes a member that is a string.
 */
void
galley_json_member (GalleyJsonWriter *self, const char *name, const char *utf8)
{
  if (utf8 == NULL || *utf8 == '\0')
    return;

  galley_json_name (self, name);
  galley_json_string (self, utf8, -1);
}
