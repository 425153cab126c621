/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-desk.h"

#include "galley-atomic-file.h"
#include "galley-export.h"
#include "galley-requirements.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>

/* Says for each format whom it is for; (transfer full). */
static char *
describe_formats (void)
{
  GString *text = g_string_new (_ ("Formats:"));

  for (guint i = 0; i < galley_export_get_n_formats (); i++)
    {
      const GalleyExportFormat *format = galley_export_get_format (i);

      g_string_append_printf (text, "\n  %-10s %s", format->nick, format->purpose);
    }

  return g_string_free (text, FALSE);
}

static const GalleyExportFormat *
find_format (const char *nick, GError **error)
{
  const GalleyExportFormat *format = nick != NULL ? galley_export_find_format (nick) : NULL;

  if (format == NULL && nick == NULL)
    g_set_error (error, CLI_ERROR, CLI_EXIT_USAGE,
                 _ ("The format is missing, see “galleyctl export --help”"));
  else if (format == NULL)
    g_set_error (error, CLI_ERROR, CLI_EXIT_USAGE,
                 _ ("There is no format “%s”, see “galleyctl export --help”"), nick);
  return format;
}

/* A pipe or device cannot be replaced by a finished file, only written to. */
static gboolean
is_stream (const char *path)
{
  GStatBuf status;

  return g_stat (path, &status) == 0 && !S_ISREG (status.st_mode) && !S_ISDIR (status.st_mode);
}

static gboolean
write_to_stream (const char *path, GBytes *bytes, GError **error)
{
  gsize length_bytes;
  const char *data = g_bytes_get_data (bytes, &length_bytes);
  FILE *stream = g_fopen (path, "we");
  int failure = stream == NULL ? errno : 0;

  if (stream != NULL && fwrite (data, 1, length_bytes, stream) != length_bytes)
    failure = errno;
  if (stream != NULL && fclose (stream) != 0 && failure == 0)
    failure = errno;
  if (failure != 0)
    {
      g_autofree char *name = cli_quote_path (path);

      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (failure),
                   _ ("%s could not be written: %s"), name, g_strerror (failure));
    }

  return failure == 0;
}

/**
 * cli_write_bytes:
 * @path: (nullable): a file, which is replaced once the new one is complete; "-" or %NULL for
 *   standard output
 *
 * Returns: whether it was written
 */
gboolean
cli_write_bytes (const char *path, GBytes *bytes, GError **error)
{
  g_autoptr (GFile) file = NULL;

  if (path == NULL || g_str_equal (path, "-"))
    {
      cli_write (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      return TRUE;
    }
  if (is_stream (path))
    return write_to_stream (path, bytes, error);

  file = g_file_new_for_path (path);
  return galley_atomic_file_write (file, bytes, /* cancellable= */ NULL, error);
}

/* Who publishes fact checks is what was typed, or else a setting of the library. */
static gboolean
find_publisher (CliCall *call, char **name, char **address, GError **error)
{
  g_autoptr (GHashTable) settings = NULL;

  settings = galley_desk_list_settings (call->desk, /* cancellable= */ NULL, error);
  if (settings == NULL)
    return FALSE;

  if (*name == NULL)
    *name = galley_requirements_dup_value (settings, "publisher.name");
  if (*address == NULL)
    *address = galley_requirements_dup_value (settings, "publisher.address");
  return TRUE;
}

/* galleyctl export ARTICLE */
gboolean
cli_export (CliCall *call, GError **error)
{
  GalleyReportOptions report_options = { FALSE };
  g_autofree char *publisher_name = NULL, *publisher_address = NULL, *page_address = NULL;
  g_autofree char *nick = NULL;
  g_autofree char *path = NULL;
  const GOptionEntry options[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &nick, N_ ("Form of the reviewed version"),
      N_ ("FORMAT") },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &path, N_ ("Where it goes, if not standard output"),
      N_ ("FILE") },
    { "boilerplate", 0, 0, G_OPTION_ARG_NONE, &report_options.include_boilerplate,
      N_ ("Write blocks that are no part of the article, too"), NULL },
    { "csv-bom", 0, 0, G_OPTION_ARG_NONE, &report_options.csv_bom,
      N_ ("Begin a CSV file with a byte order mark"), NULL },
    { "confidential", 0, 0, G_OPTION_ARG_NONE, &report_options.show_confidential,
      N_ ("Name confidential sources, for a copy that stays at the desk"), NULL },
    { "publisher", 0, 0, G_OPTION_ARG_STRING, &publisher_name,
      N_ ("Who publishes fact checks, if not the setting “publisher.name”"), N_ ("NAME") },
    { "publisher-address", 0, 0, G_OPTION_ARG_STRING, &publisher_address,
      N_ ("Their web address, if not the setting “publisher.address”"), N_ ("ADDRESS") },
    { "page-address", 0, 0, G_OPTION_ARG_STRING, &page_address,
      N_ ("Web address of the page that has the fact checks"), N_ ("ADDRESS") },
    { NULL },
  };
  g_autofree char *formats = describe_formats ();
  g_autoptr (GalleyCheck) check = NULL;
  g_autoptr (GalleyReport) report = NULL;
  g_autoptr (GBytes) bytes = NULL;
  const GalleyExportFormat *format;

  call->description = formats;
  if (!cli_call_parse (call, options, error))
    return FALSE;
  format = find_format (nick, error);
  if (format == NULL)
    return FALSE;
  check = cli_load (call, call->arguments[0], error);
  if (check == NULL || !find_publisher (call, &publisher_name, &publisher_address, error))
    return FALSE;

  report_options.publisher_name = publisher_name;
  report_options.publisher_address = publisher_address;
  report_options.page_address = page_address;
  report = galley_report_new (galley_check_get_article (check), galley_check_get_document (check),
                              galley_check_get_claims (check), galley_check_get_dismissals (check),
                              &report_options);
  bytes = galley_export_to_bytes (report, format, error);
  if (bytes == NULL)
    return FALSE;

  return cli_write_bytes (path, bytes, error);
}
