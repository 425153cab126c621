/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

/* Standard output is buffered, so a write may fail long after it was asked for. The first failure
 * is kept here until cli_flush() reports it. */
static int first_errno;

/**
 * cli_write:
 * @bytes: what to print
 * @length_bytes: how much of it
 *
 * Prints to standard output. Failures are reported by cli_flush().
 */
void
cli_write (const char *bytes, gsize length_bytes)
{
  if (first_errno == 0 && fwrite (bytes, 1, length_bytes, stdout) != length_bytes)
    first_errno = errno;
}

/**
 * cli_print:
 * @format: as of printf()
 *
 * Prints to standard output, in UTF-8 whatever the locale.
 */
void
cli_print (const char *format, ...)
{
  va_list arguments;
  g_autofree char *text = NULL;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  cli_write (text, strlen (text));
}

/**
 * cli_print_fields:
 * @first: the first field
 * @...: the others, then %NULL
 *
 * Prints a line of fields with tabs between them; white space within a field becomes single spaces.
 */
void
cli_print_fields (const char *first, ...)
{
  va_list arguments;

  va_start (arguments, first);
  for (const char *field = first; field != NULL; field = va_arg (arguments, const char *))
    {
      g_autofree char *line = cli_to_line (field);

      cli_print ("%s%s", field != first ? "\t" : "", line);
    }
  va_end (arguments);

  cli_write ("\n", 1);
}

/* json-glib leaves U+001F as it is, which JSON forbids (RFC 8259, section 7). The bytes of all
 * other characters differ from it, so it can be looked for in the finished text. */
static void
write_json (const char *text, gsize length_bytes)
{
  const char *end = text + length_bytes;
  const char *found;

  while ((found = memchr (text, 0x1f, end - text)) != NULL)
    {
      cli_write (text, found - text);
      cli_write ("\\u001f", 6);
      text = found + 1;
    }
  cli_write (text, end - text);
}

/**
 * cli_print_json:
 * @builder: holds one finished value
 *
 * Prints a JSON value to standard output.
 */
void
cli_print_json (JsonBuilder *builder)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = NULL;
  gsize length_bytes;

  json_generator_set_pretty (generator, TRUE);
  json_generator_set_root (generator, root);
  text = json_generator_to_data (generator, &length_bytes);
  write_json (text, length_bytes);
  cli_write ("\n", 1);
}

/**
 * cli_json_add_string:
 * @name: name of the member
 * @value: (nullable): UTF-8
 *
 * Adds a member to the object that @builder is in; null if there is no value.
 */
void
cli_json_add_string (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

/**
 * cli_json_add_boolean:
 * @name: name of the member
 *
 * Adds a member to the object that @builder is in.
 */
void
cli_json_add_boolean (JsonBuilder *builder, const char *name, gboolean value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

/**
 * cli_json_add_integer:
 * @name: name of the member
 *
 * Adds a member to the object that @builder is in.
 */
void
cli_json_add_integer (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

/**
 * cli_flush:
 *
 * Sends out all that was printed.
 *
 * Returns: %TRUE if everything printed so far arrived; %FALSE without an error if the reader has
 *   gone away, which is no news to it
 */
gboolean
cli_flush (GError **error)
{
  if (fflush (stdout) != 0 && first_errno == 0)
    first_errno = errno;
  if (first_errno == 0)
    return TRUE;

  if (first_errno != EPIPE)
    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (first_errno),
                 _ ("The output could not be written: %s"), g_strerror (first_errno));
  return FALSE;
}

/* White space, and the separators that end a text in a batch. */
static gboolean
is_space (gunichar character)
{
  return g_unichar_isspace (character) || (character >= 0x1c && character <= 0x1f);
}

/* Whether the character at @p stays as it is in a line, behind another that does. */
static gboolean
stays (const char *p)
{
  return g_ascii_isgraph (*p) || (*p == ' ' && g_ascii_isgraph (p[1])) ||
         !is_space (g_utf8_get_char (p));
}

/**
 * cli_to_line:
 * @utf8: any text
 *
 * Makes one line of a text: white space and the separators that end a text in a batch become single
 * spaces, and none is left at the ends.
 *
 * Returns: (transfer full): the line, without a line end; "" if there is nothing but white space
 */
char *
cli_to_line (const char *utf8)
{
  GString *line = g_string_sized_new (strlen (utf8));
  const char *p = utf8;

  while (*p != '\0')
    {
      const char *words;

      while (*p != '\0' && is_space (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      words = p;
      while (*p != '\0' && stays (p))
        p = g_utf8_next_char (p);
      if (p > words && line->len > 0)
        g_string_append_c (line, ' ');
      g_string_append_len (line, words, p - words);
    }

  return g_string_free (line, FALSE);
}

/**
 * cli_complain:
 * @format: as of printf(); a sentence without a full stop
 *
 * Says on standard error what went wrong, on one line and in UTF-8 whatever the names in it hold.
 */
void
cli_complain (const char *format, ...)
{
  va_list arguments;
  g_autofree char *text = NULL;
  g_autofree char *valid = NULL;
  g_autofree char *line = NULL;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  valid = g_utf8_make_valid (text, -1);
  line = cli_to_line (valid);
  fprintf (stderr, "galleyctl: %s\n", line);
}
