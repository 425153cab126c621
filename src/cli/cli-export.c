/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-desk.h"
#include "cli-export-notices.h"
#include "cli-package.h"
#include "cli-sessions.h"

#include "galley-atomic-file.h"
#include "galley-call-sheet.h"
#include "galley-export.h"
#include "galley-requirements.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* What was typed. */
typedef struct
{
  char *format;
  char *layout;
  char *paper;
  char *path; /* (nullable) */
  char *publisher_name;
  char *publisher_address;
  char *page_address; /* (nullable) */
  char *session;      /* (nullable) */
  gboolean may_replace;
  gboolean is_per_source;
  gboolean is_whole;
  GalleyReportOptions options;
} Typed;

static void
typed_clear (Typed *typed)
{
  g_free (typed->format);
  g_free (typed->layout);
  g_free (typed->paper);
  g_free (typed->path);
  g_free (typed->publisher_name);
  g_free (typed->publisher_address);
  g_free (typed->page_address);
  g_free (typed->session);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Typed, typed_clear)

/* Names the layouts that a format has. */
static void
append_layouts (GString *text, const GalleyExportFormat *format)
{
  guint n_all = (1u << GALLEY_N_LAYOUTS) - 1;
  const char *separator = "";

  if (format->layouts == n_all)
    {
      g_string_append (text, _ ("in all layouts"));
      return;
    }

  g_string_append (text, _ ("in the layouts: "));
  for (GalleyLayout layout = 0; layout < GALLEY_N_LAYOUTS; layout++)
    {
      if (!galley_export_has_layout (format, layout))
        continue;
      g_string_append_printf (text, "%s%s", separator, galley_layout_to_nick (layout));
      separator = ", ";
    }
}

/* Says for each format and each layout whom it is for; (transfer full). */
static char *
describe_choices (void)
{
  GString *text = g_string_new (_ ("Formats:"));

  for (guint i = 0; i < galley_export_get_n_formats (); i++)
    {
      const GalleyExportFormat *format = galley_export_get_format (i);

      g_string_append_printf (text, "\n  %-12s %s", format->nick, format->purpose);
      if (format->layouts == 0)
        continue;
      g_string_append (text, "; ");
      append_layouts (text, format);
    }
  g_string_append_printf (text, "\n  %-12s %s", galley_export_get_package ()->nick,
                          galley_export_get_package ()->purpose);
  g_string_append_printf (text, "\n\n%s", _ ("Layouts:"));
  for (GalleyLayout layout = 0; layout < GALLEY_N_LAYOUTS; layout++)
    g_string_append_printf (text, "\n  %-12s %s", galley_layout_to_nick (layout),
                            galley_layout_get_purpose (layout));

  return g_string_free (text, FALSE);
}

static gboolean
is_package (const GalleyExportFormat *format)
{
  return format == galley_export_get_package ();
}

static const GalleyExportFormat *
find_format (const char *nick, GError **error)
{
  const GalleyExportFormat *format = nick != NULL ? galley_export_find_format (nick) : NULL;

  if (g_strcmp0 (nick, galley_export_get_package ()->nick) == 0)
    return galley_export_get_package ();
  if (format == NULL && nick == NULL)
    g_set_error (error, CLI_ERROR, CLI_EXIT_USAGE,
                 _ ("The format is missing, see “galleyctl export --help”"));
  else if (format == NULL)
    g_set_error (error, CLI_ERROR, CLI_EXIT_USAGE,
                 _ ("There is no format “%s”, see “galleyctl export --help”"), nick);
  return format;
}

/* Whether what was typed goes together; finds the layout. */
static gboolean
find_layout (Typed *typed, const GalleyExportFormat *format, GError **error)
{
  GalleyLayout layout = GALLEY_LAYOUT_ANNOTATED;

  if (typed->layout != NULL && !galley_layout_from_nick (typed->layout, &layout))
    g_set_error (error, CLI_ERROR, CLI_EXIT_USAGE,
                 _ ("There is no layout “%s”, see “galleyctl export --help”"), typed->layout);
  else if (typed->layout != NULL && format->layouts == 0)
    g_set_error (error, CLI_ERROR, CLI_EXIT_USAGE,
                 _ ("The format “%s” has a form of its own and no layouts"), format->nick);
  else if (format->layouts != 0 && !galley_export_has_layout (format, layout))
    g_set_error (error, CLI_ERROR, CLI_EXIT_USAGE,
                 _ ("The format “%s” does not have the layout “%s”"), format->nick,
                 galley_layout_to_nick (layout));
  else if (typed->options.show_confidential && !galley_layout_may_name_sources (layout))
    g_set_error (error, CLI_ERROR, CLI_EXIT_USAGE,
                 _ ("The layout “%s” never names confidential sources"),
                 galley_layout_to_nick (layout));
  else if (typed->is_per_source && layout != GALLEY_LAYOUT_CALL_SHEET)
    g_set_error (error, CLI_ERROR, CLI_EXIT_USAGE,
                 _ ("Only the layout “callsheet” has a file for each source"));
  else if (typed->session != NULL && layout != GALLEY_LAYOUT_MINUTES)
    g_set_error (error, CLI_ERROR, CLI_EXIT_USAGE,
                 _ ("Only the layout “minutes” is about a review session"));
  else
    {
      typed->options.layout = layout;
      return TRUE;
    }

  return FALSE;
}

static gboolean
find_paper (Typed *typed, GError **error)
{
  if (typed->paper == NULL || galley_paper_from_nick (typed->paper, &typed->options.paper))
    return TRUE;

  g_set_error (error, CLI_ERROR, CLI_EXIT_USAGE,
               _ ("There is no paper “%s”; there are “a4” and “letter”"), typed->paper);
  return FALSE;
}

static gboolean
add_session (CliCall *call, GalleyReport *report, const char *typed, GError **error)
{
  g_autoptr (GalleySession) session = NULL;

  if (!cli_choose_session (call, galley_article_get_id (galley_report_get_article (report)), typed,
                           &session, error))
    return FALSE;
  if (session != NULL)
    galley_report_set_session (report, session);
  return TRUE;
}

/* The article as it is at one moment, with who has signed that. */
static GalleyCheck *
load_snapshot (CliCall *call, const char *typed, GError **error)
{
  g_autoptr (GalleyArticle) article = cli_find_article (call, typed, error);
  const char *id = article != NULL ? galley_article_get_id (article) : NULL;

  return id != NULL && cli_check_shown (call, id, error)
             ? galley_desk_load_snapshot (call->desk, id, error)
             : NULL;
}

/* Every report tells who has signed; the archive copy holds the journal, too, and minutes are those
 * of a session. */
static GalleyReport *
make_report (CliCall *call,
             GalleyCheck *check,
             const Typed *typed,
             const GalleyReportOptions *options,
             GError **error)
{
  GalleyArticle *article = galley_check_get_article (check);
  g_autoptr (GalleyReport) report = galley_report_new (
      article, galley_check_get_document (check), galley_check_get_claims (check),
      galley_check_get_dismissals (check), options);
  g_autoptr (GPtrArray) journal = NULL;
  g_autoptr (GPtrArray) waiting = galley_check_list_waiting (check);

  galley_report_set_sign_offs (report, galley_check_get_sign_offs (check));
  galley_report_set_waiting (report, waiting);
  if (options->layout == GALLEY_LAYOUT_MINUTES)
    return add_session (call, report, typed->session, error) ? g_steal_pointer (&report) : NULL;
  if (options->layout != GALLEY_LAYOUT_ARCHIVE)
    return g_steal_pointer (&report);

  journal = galley_desk_list_history (cli_get_desk (call, error), galley_article_get_id (article),
                                      /* subject_id= */ NULL, /* cancellable= */ NULL, error);
  if (journal == NULL)
    return NULL;
  galley_report_set_journal (report, journal);

  return g_steal_pointer (&report);
}

/* Writes a file in a folder, under a name that nobody has typed. */
static gboolean
write_file (const char *path, GBytes *bytes, gboolean may_replace, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return may_replace ? galley_atomic_file_write (file, bytes, /* cancellable= */ NULL, error)
                     : galley_atomic_file_create (file, bytes, /* cancellable= */ NULL, error);
}

static gboolean
is_folder (const char *path)
{
  return path != NULL && g_file_test (path, G_FILE_TEST_IS_DIR);
}

/* Where in the folder what wants to be called @wanted goes; (transfer full). */
static char *
take_path (const Typed *typed, GHashTable *taken, const char *wanted)
{
  g_autofree char *name = galley_export_names_take (taken, wanted);

  return g_build_filename (typed->path, name, NULL);
}

/* Writes a package of what was named, or of everything, to one file. */
static gboolean
write_package (CliCall *call, const Typed *typed, GError **error)
{
  if (typed->path != NULL && *typed->path != '\0' && !g_str_equal (typed->path, "-") &&
      !is_folder (typed->path))
    return cli_export_package (call, typed->is_whole ? NULL : call->arguments, typed->path, error);

  g_set_error (error, CLI_ERROR, CLI_EXIT_USAGE,
               _ ("A package needs a file to go to, given with --output"));
  return FALSE;
}

/* Writes a package of one article into the folder. */
static gboolean
write_own_package (CliCall *call,
                   char *article,
                   const Typed *typed,
                   const GalleyExportFormat *format,
                   GHashTable *taken,
                   GError **error)
{
  char *articles[] = { article, NULL };
  g_autoptr (GalleyArticle) found = cli_find_article (call, article, error);
  g_autofree char *wanted = NULL;
  g_autofree char *path = NULL;

  if (found == NULL)
    return FALSE;
  wanted = galley_export_name_article (found, format, typed->options.layout);
  path = take_path (typed, taken, wanted);
  if (!cli_export_package (call, articles, path, error))
    return FALSE;

  cli_print ("%s\n", path);
  return TRUE;
}

/* Writes @report to where it goes; @taken is NULL where that is no folder. */
static gboolean
write_report (GalleyReport *report,
              const Typed *typed,
              const GalleyExportFormat *format,
              GHashTable *taken,
              GError **error)
{
  g_autoptr (GBytes) bytes =
      galley_export_to_bytes (report, format, /* cancellable= */ NULL, error);
  g_autofree char *wanted = NULL;
  g_autofree char *path = NULL;

  if (bytes == NULL)
    return FALSE;
  cli_complain_of_new_sentences (report, format);
  if (taken == NULL)
    return cli_write_bytes (typed->path, bytes, error);

  wanted = galley_export_make_name (report, format);
  path = take_path (typed, taken, wanted);
  if (!write_file (path, bytes, typed->may_replace, error))
    return FALSE;

  cli_print ("%s\n", path);
  return TRUE;
}

/* A file for each source that has to be asked anything. */
static gboolean
write_per_source (CliCall *call,
                  GalleyCheck *check,
                  const Typed *typed,
                  const GalleyExportFormat *format,
                  GHashTable *taken,
                  GError **error)
{
  GalleyReportOptions options = typed->options;
  g_autoptr (GalleyReport) all = make_report (call, check, typed, &options, error);
  g_autoptr (GPtrArray) ids = NULL;

  if (all == NULL)
    return FALSE;
  ids = galley_call_sheet_list_sources (all);
  if (ids->len == 0)
    g_printerr (_ ("Nobody has to be asked anything about “%s”, so there is no call sheet\n"),
                galley_report_get_title (all));

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (GalleyReport) report = NULL;

      options.call_source = g_ptr_array_index (ids, i);
      report = make_report (call, check, typed, &options, error);
      if (report == NULL || !write_report (report, typed, format, taken, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_one (CliCall *call,
           char *article,
           const Typed *typed,
           const GalleyExportFormat *format,
           GHashTable *taken,
           GError **error)
{
  g_autoptr (GalleyCheck) check = NULL;
  g_autoptr (GalleyReport) report = NULL;

  if (is_package (format))
    return write_own_package (call, article, typed, format, taken, error);

  check = load_snapshot (call, article, error);
  if (check == NULL)
    return FALSE;
  if (typed->is_per_source)
    return write_per_source (call, check, typed, format, taken, error);

  report = make_report (call, check, typed, &typed->options, error);
  return report != NULL && write_report (report, typed, format, taken, error);
}

/* The names that the files of a call sheet for each source are to have; NULL on error. */
static GPtrArray *
list_names_per_source (CliCall *call,
                       const char *article,
                       const Typed *typed,
                       const GalleyExportFormat *format,
                       GError **error)
{
  GalleyReportOptions options = typed->options;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GalleyCheck) check = load_snapshot (call, article, error);
  g_autoptr (GalleyReport) all =
      check != NULL ? make_report (call, check, typed, &options, error) : NULL;
  g_autoptr (GPtrArray) ids = NULL;

  if (all == NULL)
    return NULL;
  ids = galley_call_sheet_list_sources (all);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (GalleyReport) report = NULL;

      options.call_source = g_ptr_array_index (ids, i);
      report = make_report (call, check, typed, &options, error);
      if (report == NULL)
        return NULL;
      g_ptr_array_add (names, galley_export_make_name (report, format));
    }

  return g_steal_pointer (&names);
}

/* The names that the files of an article are to have, if nothing else has them; NULL on error. */
static GPtrArray *
list_names (CliCall *call,
            const char *article,
            const Typed *typed,
            const GalleyExportFormat *format,
            GError **error)
{
  g_autoptr (GalleyArticle) found = NULL;
  GPtrArray *names;

  if (typed->is_per_source)
    return list_names_per_source (call, article, typed, format, error);

  found = cli_find_article (call, article, error);
  if (found == NULL)
    return NULL;
  names = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (names, galley_export_name_article (found, format, typed->options.layout));

  return names;
}

/* Nobody has typed the names of files in a folder, so nobody knows what they replace. Looks for
 * them before anything is written. */
static gboolean
look_for_files (CliCall *call, const Typed *typed, const GalleyExportFormat *format, GError **error)
{
  g_autoptr (GHashTable) taken = galley_export_names_new ();

  for (guint i = 0; call->arguments[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) names = list_names (call, call->arguments[i], typed, format, error);

      for (guint j = 0; names != NULL && j < names->len; j++)
        {
          g_autofree char *name = galley_export_names_take (taken, g_ptr_array_index (names, j));
          g_autofree char *path = g_build_filename (typed->path, name, NULL);
          g_autofree char *quoted = cli_quote_path (path);
          GStatBuf status;

          if (g_lstat (path, &status) != 0)
            continue;
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                       _ ("%s exists already, and is replaced only if --replace is given"), quoted);
          return FALSE;
        }
      if (names == NULL)
        return FALSE;
    }

  return TRUE;
}

/* Whether all articles are there and may be shown to whoever asks, before any is written. A package
 * is no reading matter, and a reader's own work goes out in it. */
static gboolean
check_articles (CliCall *call, const GalleyExportFormat *format, GError **error)
{
  for (guint i = 0; call->arguments[i] != NULL; i++)
    {
      g_autoptr (GalleyArticle) article = cli_find_article (call, call->arguments[i], error);

      if (article == NULL ||
          (!is_package (format) && !cli_check_shown (call, galley_article_get_id (article), error)))
        return FALSE;
    }

  return TRUE;
}

/* Many articles go into a folder, each under its title; so does one, if a folder is named. */
static gboolean
write_all (CliCall *call, const Typed *typed, const GalleyExportFormat *format, GError **error)
{
  gboolean to_folder = is_folder (typed->path);
  g_autoptr (GHashTable) taken = NULL;

  if (!to_folder && g_strv_length (call->arguments) > 1)
    {
      g_set_error (error, CLI_ERROR, CLI_EXIT_USAGE,
                   _ ("Several articles need a folder to go to, given with --output"));
      return FALSE;
    }

  if (!to_folder && typed->is_per_source)
    {
      g_set_error (error, CLI_ERROR, CLI_EXIT_USAGE,
                   _ ("A file for each source needs a folder to go to, given with --output"));
      return FALSE;
    }

  if (!check_articles (call, format, error))
    return FALSE;
  if (to_folder && !typed->may_replace && !look_for_files (call, typed, format, error))
    return FALSE;
  if (to_folder)
    taken = galley_export_names_new ();
  for (guint i = 0; call->arguments[i] != NULL; i++)
    if (!write_one (call, call->arguments[i], typed, format, taken, error))
      return FALSE;

  return TRUE;
}

/* Who publishes fact checks is what was typed, or else a setting of the library. */
static gboolean
find_publisher (CliCall *call, Typed *typed, GError **error)
{
  GalleyDesk *desk = cli_get_desk (call, error);
  g_autoptr (GHashTable) settings = NULL;

  if (desk == NULL)
    return FALSE;
  settings = galley_desk_list_settings (desk, /* cancellable= */ NULL, error);
  if (settings == NULL)
    return FALSE;

  if (typed->publisher_name == NULL)
    typed->publisher_name = galley_requirements_dup_value (settings, "publisher.name");
  if (typed->publisher_address == NULL)
    typed->publisher_address = galley_requirements_dup_value (settings, "publisher.address");
  typed->options.publisher_name = typed->publisher_name;
  typed->options.publisher_address = typed->publisher_address;
  typed->options.page_address = typed->page_address;
  return TRUE;
}

/* Articles are named one by one, or meant all together. */
static gboolean
check_count (CliCall *call, const Typed *typed, const GalleyExportFormat *format, GError **error)
{
  if (typed->is_whole && !is_package (format))
    g_set_error (error, CLI_ERROR, CLI_EXIT_USAGE, _ ("Only a package can hold the whole library"));
  else if (typed->is_whole && call->arguments != NULL)
    g_set_error (error, CLI_ERROR, CLI_EXIT_USAGE,
                 _ ("The whole library is meant, so no articles are to be named"));
  else if (!typed->is_whole && call->arguments == NULL)
    g_set_error (error, CLI_ERROR, CLI_EXIT_USAGE, _ ("The arguments of “%s” are: %s"),
                 call->command->name, _ (call->command->arguments));
  else
    return TRUE;

  return FALSE;
}

/* galleyctl export ARTICLE… */
gboolean
cli_export (CliCall *call, GError **error)
{
  g_auto (Typed) typed = { NULL };
  const GOptionEntry options[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &typed.format, N_ ("Form of the reviewed version"),
      N_ ("FORMAT") },
    { "layout", 0, 0, G_OPTION_ARG_STRING, &typed.layout,
      N_ ("What goes out, if not the annotated article"), N_ ("LAYOUT") },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &typed.paper,
      N_ ("What pages are printed on, if not what is used here: a4 or letter"), N_ ("PAPER") },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &typed.path,
      N_ ("Where it goes, if not standard output; into a folder under its title"), N_ ("FILE") },
    { "replace", 0, 0, G_OPTION_ARG_NONE, &typed.may_replace,
      N_ ("Replace files that are in the folder already"), NULL },
    { "per-source", 0, 0, G_OPTION_ARG_NONE, &typed.is_per_source,
      N_ ("Write a call sheet for each source, into a folder"), NULL },
    { "boilerplate", 0, 0, G_OPTION_ARG_NONE, &typed.options.include_boilerplate,
      N_ ("Write blocks that are no part of the article, too"), NULL },
    { "csv-bom", 0, 0, G_OPTION_ARG_NONE, &typed.options.csv_bom,
      N_ ("Begin a CSV file with a byte order mark"), NULL },
    { "confidential", 0, 0, G_OPTION_ARG_NONE, &typed.options.show_confidential,
      N_ ("Name confidential sources, for a copy that stays at the desk"), NULL },
    { "publisher", 0, 0, G_OPTION_ARG_STRING, &typed.publisher_name,
      N_ ("Who publishes fact checks, if not the setting “publisher.name”"), N_ ("NAME") },
    { "publisher-address", 0, 0, G_OPTION_ARG_STRING, &typed.publisher_address,
      N_ ("Their web address, if not the setting “publisher.address”"), N_ ("ADDRESS") },
    { "session", 0, 0, G_OPTION_ARG_STRING, &typed.session,
      N_ ("Write the minutes of this review session, if not of the last one"), N_ ("SESSION") },
    { "all", 0, 0, G_OPTION_ARG_NONE, &typed.is_whole, N_ ("Write the whole library, as a package"),
      NULL },
    { "page-address", 0, 0, G_OPTION_ARG_STRING, &typed.page_address,
      N_ ("Web address of the page that has the fact checks"), N_ ("ADDRESS") },
    { NULL },
  };
  g_autofree char *choices = describe_choices ();
  const GalleyExportFormat *format;

  call->description = choices;
  if (!cli_call_parse (call, options, error))
    return FALSE;
  format = find_format (typed.format, error);
  if (format == NULL || !check_count (call, &typed, format, error) ||
      !find_layout (&typed, format, error) || !find_paper (&typed, error))
    return FALSE;
  if (is_package (format) && (typed.is_whole || !is_folder (typed.path)))
    return write_package (call, &typed, error);

  return find_publisher (call, &typed, error) && write_all (call, &typed, format, error);
}
