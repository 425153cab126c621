/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-body.h"

#include <string.h>

/* Bodies are written here because json-glib leaves U+001F as it is, which SQLite rightly refuses to
 * read, and because there may be thousands of them in one step. */
struct _GalleyBody
{
  GString *json;
};

GalleyBody *
galley_body_new (void)
{
  GalleyBody *self = g_new0 (GalleyBody, 1);

  self->json = g_string_sized_new (256);
  g_string_append_c (self->json, '{');

  return self;
}

void
galley_body_free (GalleyBody *self)
{
  g_string_free (self->json, TRUE);
  g_free (self);
}

static void
append_quoted (GString *json, const char *text)
{
  g_string_append_c (json, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_c (json, '\\');
      if ((guchar) *p < 0x20)
        g_string_append_printf (json, "\\u%04x", (guint) *p);
      else
        g_string_append_c (json, *p);
    }
  g_string_append_c (json, '"');
}

static void
append_name (GString *json, const char *name)
{
  if (json->len > 1)
    g_string_append_c (json, ',');
  append_quoted (json, name);
  g_string_append_c (json, ':');
}

/**
 * galley_body_add_text:
 * @name: name of the member
 * @text: (nullable): valid UTF-8; nothing is added if it is %NULL
 */
void
galley_body_add_text (GalleyBody *self, const char *name, const char *text)
{
  if (text == NULL)
    return;

  append_name (self->json, name);
  append_quoted (self->json, text);
}

/**
 * galley_body_add_number:
 * @name: name of the member
 * @number: any number
 */
void
galley_body_add_number (GalleyBody *self, const char *name, gint64 number)
{
  append_name (self->json, name);
  g_string_append_printf (self->json, "%" G_GINT64_FORMAT, number);
}

/**
 * galley_body_add_truth:
 * @name: name of the member
 * @truth: its value
 */
void
galley_body_add_truth (GalleyBody *self, const char *name, gboolean truth)
{
  append_name (self->json, name);
  g_string_append (self->json, truth ? "true" : "false");
}

/**
 * galley_body_add_texts:
 * @name: name of the member
 * @texts: (array zero-terminated=1): texts of valid UTF-8
 */
void
galley_body_add_texts (GalleyBody *self, const char *name, const char *const *texts)
{
  append_name (self->json, name);
  g_string_append_c (self->json, '[');
  for (guint i = 0; texts[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (self->json, ',');
      append_quoted (self->json, texts[i]);
    }
  g_string_append_c (self->json, ']');
}

/**
 * galley_body_add_bodies:
 * @name: name of the member
 * @bodies: (element-type GalleyBody): objects; ended by this
 */
void
galley_body_add_bodies (GalleyBody *self, const char *name, GPtrArray *bodies)
{
  append_name (self->json, name);
  g_string_append_c (self->json, '[');
  for (guint i = 0; i < bodies->len; i++)
    {
      if (i > 0)
        g_string_append_c (self->json, ',');
      g_string_append (self->json, galley_body_end (g_ptr_array_index (bodies, i)));
    }
  g_string_append_c (self->json, ']');
}

/**
 * galley_body_end:
 *
 * Ends the object; nothing can be added any more.
 *
 * Returns: (transfer none): the JSON object, as long as @self lives
 */
const char *
galley_body_end (GalleyBody *self)
{
  g_string_append_c (self->json, '}');
  return self->json->str;
}

/* Reads the quoted text at @p, which stands behind the opening quotation mark; sets @out_end to
 * what stands behind the closing one. */
static char *
read_quoted (const char *p, const char **out_end)
{
  GString *text = g_string_new (NULL);

  for (; *p != '"'; p++)
    {
      if (*p == '\\' && p[1] == 'u')
        {
          g_string_append_c (text, g_ascii_xdigit_value (p[4]) * 16 + g_ascii_xdigit_value (p[5]));
          p += 5;
        }
      else
        {
          if (*p == '\\')
            p++;
          g_string_append_c (text, *p);
        }
    }

  *out_end = p + 1;
  return g_string_free (text, FALSE);
}

/**
 * galley_body_find_text:
 * @json: what galley_body_end() gave; no other JSON
 * @name: name of a member
 *
 * Returns: (transfer full) (nullable): the member's text, or %NULL if there is no such text
 */
char *
galley_body_find_text (const char *json, const char *name)
{
  const char *p = json + 1;

  while (*p == '"')
    {
      g_autofree char *member = read_quoted (p + 1, &p);
      g_autofree char *text = NULL;

      p++; /* the colon */
      if (*p == '"')
        text = read_quoted (p + 1, &p);
      else
        p += strcspn (p, ",}");
      if (text != NULL && g_str_equal (member, name))
        return g_steal_pointer (&text);
      if (*p == ',')
        p++;
    }

  return NULL;
}
