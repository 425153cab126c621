/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli.h"

#include "galley-fetch.h"
#include "galley-import.h"
#include "galley-package.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>

/* A package may be larger than what is held in memory, so it has to be a file. */
static gboolean
is_package (const GByteArray *read)
{
  g_autoptr (GBytes) head = g_bytes_new (read->data, MIN (read->len, 64));

  return galley_package_recognise (head);
}

/* Reads @stream to its end; @name is for the error. */
static GBytes *
read_stream (FILE *stream, const char *name, GError **error)
{
  g_autoptr (GByteArray) read = g_byte_array_new ();
  guint8 chunk[65536];
  gsize n;

  while ((n = fread (chunk, 1, sizeof chunk, stream)) > 0)
    {
      g_byte_array_append (read, chunk, n);
      if (stream == stdin && is_package (read))
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                       _ ("%s is a review package, which has to be read from a file"), name);
          return NULL;
        }
      if (read->len > GALLEY_IMPORT_MAX_BYTES)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE,
                       _ ("%s is larger than %d MB"), name,
                       GALLEY_IMPORT_MAX_BYTES / (1024 * 1024));
          return NULL;
        }
    }
  if (ferror (stream))
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), _ ("%s could not be read: %s"),
                   name, g_strerror (errno));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&read));
}

/**
 * cli_quote_path:
 * @path: a file, or "-" for standard input
 *
 * Returns: (transfer full): what a sentence calls it
 */
char *
cli_quote_path (const char *path)
{
  g_autofree char *shown = g_filename_display_name (path);

  return g_str_equal (path, "-") ? g_strdup (_ ("Standard input"))
                                 : g_strdup_printf (_ ("“%s”"), shown);
}

/**
 * cli_read_file:
 * @path: a file, or "-" for standard input
 *
 * Reads a file to its end, as long as it is no larger than what may be imported.
 *
 * Returns: (transfer full): what was read, or %NULL with an error that names the file
 */
GBytes *
cli_read_file (const char *path, GError **error)
{
  g_autofree char *shown = cli_quote_path (path);
  FILE *stream;
  GBytes *bytes;

  if (g_str_equal (path, "-"))
    return read_stream (stdin, shown, error);
  if (*path == '\0')
    {
      g_set_error (error, CLI_ERROR, CLI_EXIT_USAGE, _ ("The name of the file to read is empty"));
      return NULL;
    }

  stream = fopen (path, "re");
  if (stream == NULL)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno),
                   _ ("%s could not be opened: %s"), shown, g_strerror (errno));
      return NULL;
    }

  bytes = read_stream (stream, shown, error);
  fclose (stream);
  return bytes;
}

/* Fetches an article, and says where it was found in the end. */
static GalleyDocument *
fetch_document (const char *address, GError **error)
{
  g_autoptr (GalleyFetched) fetched =
      galley_fetch (address, /* limits= */ NULL, /* cancellable= */ NULL, error);
  const GalleyFetchedParts *parts;

  if (fetched == NULL)
    return NULL;

  parts = galley_fetched_get_parts (fetched);
  for (guint i = 1; parts->addresses[i] != NULL; i++)
    cli_complain (_ ("“%s” leads to “%s”"), parts->addresses[i - 1], parts->addresses[i]);
  return galley_import_fetched (fetched, error);
}

static GalleyDocument *
read_document (const char *path, const char *name, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (galley_fetch_is_address (path))
    return fetch_document (path, error);
  if (!g_str_equal (path, "-") && *path != '\0')
    return galley_import_path (path, /* cancellable= */ NULL, error);

  bytes = cli_read_file (path, error);
  return bytes != NULL ? galley_import_bytes (bytes, name, error) : NULL;
}

/* What notices and errors call the input. */
static char *
name_input (const char *path)
{
  if (g_str_equal (path, "-"))
    return g_strdup (_ ("Standard input"));
  if (galley_fetch_is_address (path))
    return g_filename_display_name (path);
  return g_filename_display_basename (path);
}

/**
 * cli_read_document:
 * @path: a file, a web address, or "-" for standard input
 *
 * Reads an article. What the reader has to say about it goes to standard error.
 *
 * Returns: (transfer full): the article, or %NULL with an error that names the file
 */
GalleyDocument *
cli_read_document (const char *path, GError **error)
{
  g_autofree char *name = name_input (path);
  g_autoptr (GError) problem = NULL;
  g_autoptr (GalleyDocument) document = read_document (path, name, &problem);
  const char *const *notices;

  if (document == NULL)
    {
      /* The sentences of readers speak of “the article”; which of several it is, only we know. */
      if (*path != '\0' && strstr (problem->message, name) == NULL)
        g_prefix_error (&problem, "%s: ", name);
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }

  notices = galley_document_get_notices (document);
  for (guint i = 0; notices[i] != NULL; i++)
    cli_complain ("%s: %s", name, notices[i]);

  return g_steal_pointer (&document);
}
