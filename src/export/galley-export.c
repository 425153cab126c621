/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-export.h"

#include "galley-atomic-file.h"
#include "galley-comparison-report.h"
#include "galley-figures-report.h"
#include "galley-writers.h"

#include <glib/gi18n-lib.h>

#define ALL_LAYOUTS ((1u << GALLEY_N_LAYOUTS) - 1)

typedef struct
{
  GalleyExportFormat format; /* label and purpose as they stand in the source, not translated */
  GString *(*write_copy) (GalleyCopy *copy);       /* (nullable) prints the layouts that it has */
  GString *(*write_report) (GalleyReport *report); /* (nullable) has a form of its own */
  GBytes *(*pack_report) (GalleyReport *report, GError **error); /* (nullable) likewise */
  GBytes *(*pack_copy) (GalleyCopy *copy,
                        GCancellable *cancellable,
                        GError **error); /* used where there is neither; may take long */
} Writer;

static const Writer writers[] = {
  { { "html", N_ ("Web Page"), N_ ("To read, search and print in any browser, in one file (HTML)"),
      "html", "text/html", ALL_LAYOUTS },
    .write_copy = galley_html_write },
  { { "markdown", N_ ("Markdown"),
      N_ ("For wikis, version control and other tools: plain text with headings and links"), "md",
      "text/markdown", ALL_LAYOUTS },
    .write_copy = galley_markdown_write },
  { { "text", N_ ("Plain Text"), N_ ("To paste into a message: text with numbered notes"), "txt",
      "text/plain", ALL_LAYOUTS },
    .write_copy = galley_text_write },
  { { "pdf", N_ ("PDF"), N_ ("To print, to file and to send: pages that look the same everywhere"),
      "pdf", "application/pdf", ALL_LAYOUTS },
    .pack_copy = galley_pages_write_pdf },
  { { "docx", N_ ("Word Document"),
      N_ ("For an editor who works in Word; in the annotated article claims are comments and "
          "corrections are tracked changes"),
      "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      ALL_LAYOUTS },
    .pack_copy = galley_docx_write },
  { { "odt", N_ ("OpenDocument Text"),
      N_ ("For an editor who works in LibreOffice; in the annotated article claims are comments "
          "and "
          "corrections are tracked changes"),
      "odt", "application/vnd.oasis.opendocument.text", ALL_LAYOUTS },
    .pack_copy = galley_odt_write },
  { { "csv", N_ ("Claim Table"),
      N_ ("For a spreadsheet or a database: one row for each claim (CSV)"), "csv", "text/csv", 0 },
    .write_report = galley_csv_write },
  { { "xlsx", N_ ("Claim Table (Excel)"),
      N_ ("One row for each claim, for a spreadsheet, with filters and a header that stays"),
      "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", 0 },
    .pack_report = galley_xlsx_write },
  { { "annotations", N_ ("Web Annotations (JSON-LD)"),
      N_ ("The claims as annotations of the W3C’s model, for programs that show or exchange them"),
      "jsonld", "application/ld+json", 0 },
    .write_report = galley_annotations_write },
  { { "claimreview", N_ ("Fact Checks (ClaimReview)"),
      N_ ("The decided claims that are to be published, each with its speaker, verdict, general "
          "reason and correction, for search engines and fact-check indexes"),
      "jsonld", "application/ld+json", 0 },
    .pack_report = galley_claimreview_write },
};

static GalleyExportFormat formats[G_N_ELEMENTS (writers)];

/* Translated once: the language of a program does not change while it runs. */
static const GalleyExportFormat *
get_formats (void)
{
  static gsize initialized;

  if (g_once_init_enter (&initialized))
    {
      for (guint i = 0; i < G_N_ELEMENTS (writers); i++)
        {
          formats[i] = writers[i].format;
          formats[i].label = _ (writers[i].format.label);
          formats[i].purpose = _ (writers[i].format.purpose);
        }
      g_once_init_leave (&initialized, 1);
    }

  return formats;
}

/**
 * galley_export_get_n_formats:
 *
 * Returns: how many formats there are
 */
guint
galley_export_get_n_formats (void)
{
  return G_N_ELEMENTS (writers);
}

/**
 * galley_export_get_format:
 * @index: from 0
 *
 * Returns: (transfer none): a format; the first one is what most people want
 */
const GalleyExportFormat *
galley_export_get_format (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (writers), NULL);

  return &get_formats ()[index];
}

/**
 * galley_export_find_format:
 * @nick: (nullable): a name, such as "html"
 *
 * Returns: (transfer none) (nullable): the format of that name, or %NULL
 */
const GalleyExportFormat *
galley_export_find_format (const char *nick)
{
  for (guint i = 0; i < G_N_ELEMENTS (writers); i++)
    if (g_strcmp0 (nick, writers[i].format.nick) == 0)
      return galley_export_get_format (i);

  return NULL;
}

/**
 * galley_export_get_package:
 *
 * Returns: (transfer none): what is told people of a review package. It is none of the formats that
 *   a report is written in, since it holds the articles themselves: the desk writes it.
 */
const GalleyExportFormat *
galley_export_get_package (void)
{
  static GalleyExportFormat package = {
    "package",
    N_ ("Review Package"),
    N_ ("For a colleague or the archive: everything about the article, to be imported again "
        "without "
        "loss, with the names of confidential sources"),
    "galley",
    "application/x-galley-package",
    0,
  };
  static gsize initialized;

  if (g_once_init_enter (&initialized))
    {
      package.label = _ (package.label);
      package.purpose = _ (package.purpose);
      g_once_init_leave (&initialized, 1);
    }

  return &package;
}

/**
 * galley_export_has_layout:
 * @format: one of galley_export_get_format()
 *
 * Returns: whether a report in @layout can be written in that format. A format with a form of its
 *   own has no layouts, and writes every report.
 */
gboolean
galley_export_has_layout (const GalleyExportFormat *format, GalleyLayout layout)
{
  return (format->layouts & (1u << layout)) != 0;
}

/**
 * galley_export_get_switches:
 * @format: one of galley_export_get_format()
 * @layout: in which layout; of no effect for a format with a form of its own
 *
 * Returns: a bit of #GalleyExportSwitch for each option that makes a difference
 */
guint
galley_export_get_switches (const GalleyExportFormat *format, GalleyLayout layout)
{
  guint switches = 0;

  if (format->layouts != 0 &&
      (layout == GALLEY_LAYOUT_ANNOTATED || layout == GALLEY_LAYOUT_PUBLICATION))
    switches |= GALLEY_EXPORT_BOILERPLATE;
  if (g_str_equal (format->nick, "csv"))
    switches |= GALLEY_EXPORT_BOM;
  if (g_str_equal (format->nick, "pdf"))
    switches |= GALLEY_EXPORT_PAPER;
  if (format->layouts != 0 && layout != GALLEY_LAYOUT_ARCHIVE &&
      galley_layout_may_name_sources (layout))
    switches |= GALLEY_EXPORT_CONFIDENTIAL;

  return switches;
}

static GBytes *
print_copy (GalleyReport *report, const Writer *writer, GCancellable *cancellable, GError **error)
{
  g_autoptr (GalleyCopy) copy = galley_copy_set (report);

  return writer->write_copy != NULL ? g_string_free_to_bytes (writer->write_copy (copy))
                                    : writer->pack_copy (copy, cancellable, error);
}

/* Figures, and what readers found, are printed, or are a table of their own. */
static GBytes *
export_figures (GalleyReport *report,
                const Writer *writer,
                GCancellable *cancellable,
                GError **error)
{
  if (writer->format.layouts != 0)
    return print_copy (report, writer, cancellable, error);

  g_return_val_if_fail (g_str_equal (writer->format.nick, "csv"), NULL);
  return g_string_free_to_bytes (galley_report_get_figures (report) != NULL
                                     ? galley_figures_report_write_csv (report)
                                     : galley_comparison_report_write_csv (report));
}

/**
 * galley_export_to_bytes:
 * @format: one of galley_export_get_format(), which has the layout of the report if it has any
 * @cancellable: (nullable): stops the work at the next page or paragraph, in formats that may take
 *   longer than a moment
 * @error: (out) (optional): an error of %G_IO_ERROR, where the format cannot hold the report
 *
 * Returns: (transfer full): @report in that format; %NULL on error
 */
GBytes *
galley_export_to_bytes (GalleyReport *report,
                        const GalleyExportFormat *format,
                        GCancellable *cancellable,
                        GError **error)
{
  const Writer *writer;

  g_return_val_if_fail (GALLEY_IS_REPORT (report), NULL);
  g_return_val_if_fail (format >= formats && format < formats + G_N_ELEMENTS (writers), NULL);

  writer = &writers[format - formats];
  if (galley_report_get_figures (report) != NULL || galley_report_get_comparison (report) != NULL)
    return export_figures (report, writer, cancellable, error);
  g_return_val_if_fail (
      format->layouts == 0 ||
          galley_export_has_layout (format, galley_report_get_options (report)->layout),
      NULL);
  if (writer->pack_report != NULL)
    return writer->pack_report (report, error);
  if (writer->write_report != NULL)
    return g_string_free_to_bytes (writer->write_report (report));

  return print_copy (report, writer, cancellable, error);
}

typedef gboolean (*Write) (GFile *file, GBytes *bytes, GCancellable *cancellable, GError **error);

static gboolean
export_to (GalleyReport *report,
           const GalleyExportFormat *format,
           GFile *file,
           Write write,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  bytes = galley_export_to_bytes (report, format, cancellable, error);
  if (bytes == NULL)
    return FALSE;

  return write (file, bytes, cancellable, error);
}

/**
 * galley_export_to_file:
 * @format: one of galley_export_get_format()
 * @file: where to write; replaced if it exists
 * @cancellable: (nullable): stops the work before anything is replaced
 *
 * Writes @report in that format, whole or not at all.
 *
 * Returns: %FALSE with an error of %G_IO_ERROR
 */
gboolean
galley_export_to_file (GalleyReport *report,
                       const GalleyExportFormat *format,
                       GFile *file,
                       GCancellable *cancellable,
                       GError **error)
{
  g_return_val_if_fail (GALLEY_IS_REPORT (report) && G_IS_FILE (file), FALSE);

  return export_to (report, format, file, galley_atomic_file_write, cancellable, error);
}

typedef struct
{
  GalleyReport *report; /* (nullable) freed where it was written, for it holds much */
  const GalleyExportFormat *format;
  GFile *file;
  Write write;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->report);
  g_object_unref (job->file);
  g_free (job);
}

static void
export_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  gboolean is_written =
      export_to (job->report, job->format, job->file, job->write, cancellable, &error);

  g_clear_object (&job->report);
  if (is_written)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
export_async (GalleyReport *report,
              const GalleyExportFormat *format,
              GFile *file,
              Write write,
              GCancellable *cancellable,
              GAsyncReadyCallback callback,
              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (/* source_object= */ NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  g_task_set_source_tag (task, export_async);
  /* What counts is whether the file was written, not whether somebody cancelled after that. */
  g_task_set_check_cancellable (task, FALSE);
  job->report = g_object_ref (report);
  job->format = format;
  job->file = g_object_ref (file);
  job->write = write;
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, export_thread);
}

/**
 * galley_export_to_file_async:
 * @format: one of galley_export_get_format()
 * @file: where to write; replaced if it exists
 * @cancellable: (nullable): stops the work before anything is replaced
 *
 * As galley_export_to_file(), in a thread.
 */
void
galley_export_to_file_async (GalleyReport *report,
                             const GalleyExportFormat *format,
                             GFile *file,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_return_if_fail (GALLEY_IS_REPORT (report) && G_IS_FILE (file));

  export_async (report, format, file, galley_atomic_file_write, cancellable, callback, user_data);
}

/**
 * galley_export_to_new_file_async:
 * @format: one of galley_export_get_format()
 * @file: where to write; if it exists, the error is %G_IO_ERROR_EXISTS
 * @cancellable: (nullable): stops the work before anything is to be seen of it
 *
 * As galley_export_to_file_async(), and replaces nothing.
 */
void
galley_export_to_new_file_async (GalleyReport *report,
                                 const GalleyExportFormat *format,
                                 GFile *file,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_return_if_fail (GALLEY_IS_REPORT (report) && G_IS_FILE (file));

  export_async (report, format, file, galley_atomic_file_create, cancellable, callback, user_data);
}

/**
 * galley_export_to_file_finish:
 *
 * Returns: %FALSE with an error of %G_IO_ERROR
 */
gboolean
galley_export_to_file_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
