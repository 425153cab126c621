/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-source-exchange.h"

#include "galley-dialogs.h"
#include "galley-file-picker.h"
#include "galley-reference-report.h"
#include "galley-weak.h"

#include <glib/gi18n.h>

/* The source log from and to programs that keep references, as its window does it. */

/* What is exported while somebody looks for a place. */
typedef struct
{
  gpointer log; /* weak */
  char *target;
} Export;

static void
added_cb (GalleySourceLog *log, GalleyOutcome *outcome, guint n_added)
{
  g_autofree char *sentence =
      g_strdup_printf (ngettext ("%u source added", "%u sources added", n_added), n_added);

  galley_source_log_offer_undo (log, outcome, sentence);
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleySourceLog) log = galley_weak_take (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyReferences) references = galley_references_load_finish (result, &error);
  GalleyLogBook *log_book = log != NULL ? galley_source_log_get_log_book (log) : NULL;
  GalleyReferenceReport *report;

  if (log_book == NULL)
    return;
  if (references == NULL)
    {
      galley_dialogs_tell (GTK_WINDOW (log), _ ("References Not Imported"), error->message);
      return;
    }

  report = galley_reference_report_new (GTK_WINDOW (log), galley_log_book_get_saver (log_book),
                                        g_steal_pointer (&references));
  g_signal_connect_object (report, "saved", G_CALLBACK (added_cb), log, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (report));
}

static void
picked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleySourceLog) log = galley_weak_take (user_data);
  g_autoptr (GFile) file = galley_file_picker_open_finish (result, /* error= */ NULL);

  if (log != NULL && file != NULL)
    galley_source_exchange_load (log, file);
}

/**
 * galley_source_exchange_import:
 * @widget: the source log
 *
 * Asks for a bibliography to import.
 */
void
galley_source_exchange_import (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  galley_file_picker_open (GTK_WINDOW (widget), _ ("Import References"), /* cancellable= */ NULL,
                           picked_cb, galley_weak_new (widget));
}

static void
exported_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleySourceLog) log = galley_weak_take (user_data);
  g_autoptr (GError) error = NULL;
  gboolean is_saved = galley_references_save_finish (result, &error);

  if (log == NULL || galley_source_log_get_log_book (log) == NULL)
    return;
  if (is_saved)
    galley_source_log_say (log, _ ("Sources exported"));
  else
    galley_dialogs_tell (GTK_WINDOW (log), _ ("Sources Not Exported"), error->message);
}

static void
picked_place_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Export *export = user_data;
  g_autoptr (GalleySourceLog) log = galley_weak_take (export->log);
  g_autoptr (GFile) file = galley_file_picker_save_finish (result, /* error= */ NULL);

  if (log != NULL && file != NULL)
    galley_source_exchange_save (log, file, export->target);
  g_free (export->target);
  g_free (export);
}

/* @target is the name of a format, with “:full” behind it for confidential sources as well. */
static gboolean
parse_target (const char *target,
              GalleyBibliographyFormat *out_format,
              GalleyBibliographyScope *out_scope)
{
  g_auto (GStrv) parts = g_strsplit (target, ":", 2);

  *out_scope = parts[1] != NULL ? GALLEY_BIBLIOGRAPHY_FULL : GALLEY_BIBLIOGRAPHY_OPEN;

  return galley_bibliography_format_from_nick (parts[0], out_format);
}

/**
 * galley_source_exchange_export:
 * @widget: the source log
 * @parameter: what to write, see galley_source_exchange_save()
 *
 * Asks where to write the log.
 */
void
galley_source_exchange_export (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  static const char *const names[GALLEY_N_BIBLIOGRAPHY_FORMATS] = { "sources.bib", "sources.ris",
                                                                    "sources.json" };
  const char *target = g_variant_get_string (parameter, NULL);
  GalleyBibliographyFormat format;
  GalleyBibliographyScope scope;
  Export *export;

  if (!parse_target (target, &format, &scope))
    return;

  export = g_new0 (Export, 1);
  export->log = galley_weak_new (widget);
  export->target = g_strdup (target);
  galley_file_picker_save (GTK_WINDOW (widget), _ ("Export Sources"), names[format],
                           /* cancellable= */ NULL, picked_place_cb, export);
}

/**
 * galley_source_exchange_load:
 * @file: a bibliography
 *
 * Reads it, and shows what it has that the log does not, to be added.
 */
void
galley_source_exchange_load (GalleySourceLog *log, GFile *file)
{
  g_return_if_fail (GALLEY_IS_SOURCE_LOG (log) && G_IS_FILE (file));

  galley_references_load_async (galley_log_book_get_desk (galley_source_log_get_log_book (log)),
                                file, /* cancellable= */ NULL, loaded_cb, galley_weak_new (log));
}

/**
 * galley_source_exchange_save:
 * @file: where to
 * @target: the nick of a format, with ":full" behind it if confidential sources go along, masked
 *
 * Writes the log as a bibliography, and says whether that went well.
 */
void
galley_source_exchange_save (GalleySourceLog *log, GFile *file, const char *target)
{
  GalleyBibliographyFormat format;
  GalleyBibliographyScope scope;

  g_return_if_fail (GALLEY_IS_SOURCE_LOG (log) && G_IS_FILE (file));

  if (parse_target (target, &format, &scope))
    galley_references_save_async (galley_log_book_get_desk (galley_source_log_get_log_book (log)),
                                  file, format, scope, /* cancellable= */ NULL, exported_cb,
                                  galley_weak_new (log));
}
