/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-report-saving.h"

#include "galley-file-picker.h"
#include "galley-plain.h"
#include "galley-weak.h"

#include <glib/gi18n.h>

/* How what a window shows goes to a file. */

typedef struct
{
  GalleyReport *report;
  const GalleyExportFormat *format;
  GFile *file; /* (nullable) until it is chosen */
  GCancellable *cancellable;
  gpointer toasts; /* (owned) as of galley_weak_new(): where it is said what came of it */
} Saving;

static Saving *
saving_new (GalleyReport *report,
            const GalleyExportFormat *format,
            GCancellable *cancellable,
            AdwToastOverlay *toasts)
{
  Saving *self = g_new0 (Saving, 1);

  self->report = g_object_ref (report);
  self->format = format;
  self->cancellable = g_object_ref (cancellable);
  self->toasts = galley_weak_new (toasts);

  return self;
}

static void
saving_free (Saving *self)
{
  g_object_unref (self->report);
  g_clear_object (&self->file);
  g_object_unref (self->cancellable);
  galley_weak_free (self->toasts);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static char *
describe_written (GFile *file)
{
  g_autofree char *name = g_file_get_parse_name (file);

  /* Translators: the path of a file is put between the quotes. */
  return g_strdup_printf (_ ("Exported to “%s”"), name);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) self = user_data;
  g_autoptr (AdwToastOverlay) toasts = galley_weak_get (self->toasts);
  g_autoptr (GError) error = NULL;
  gboolean is_written = galley_export_to_file_finish (result, &error);
  g_autofree char *sentence = NULL;

  if (toasts == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  sentence = is_written ? describe_written (self->file) : g_strdup (error->message);
  adw_toast_overlay_add_toast (toasts, galley_plain_toast_new (sentence));
}

/* Takes over @self. */
static void
write_report (Saving *self)
{
  galley_export_to_file_async (self->report, self->format, self->file, self->cancellable,
                               written_cb, self);
}

/**
 * galley_report_saving_write:
 * @format: a format that @report can go out in
 * @file: where to write; replaced if it exists
 * @cancellable: cancelled when the window closes
 * @toasts: of the window
 *
 * Writes a report to a file, and says what came of it.
 */
void
galley_report_saving_write (GalleyReport *report,
                            const GalleyExportFormat *format,
                            GFile *file,
                            GCancellable *cancellable,
                            AdwToastOverlay *toasts)
{
  Saving *self = saving_new (report, format, cancellable, toasts);

  self->file = g_object_ref (file);
  write_report (self);
}

static void
picked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) self = user_data;

  self->file = galley_file_picker_save_finish (result, /* error= */ NULL);
  if (self->file != NULL)
    write_report (g_steal_pointer (&self));
}

/**
 * galley_report_saving_ask:
 * @title: of the file picker
 *
 * Asks where a report is to go, and does what galley_report_saving_write() does.
 */
void
galley_report_saving_ask (GtkWindow *parent,
                          const char *title,
                          GalleyReport *report,
                          const GalleyExportFormat *format,
                          GCancellable *cancellable,
                          AdwToastOverlay *toasts)
{
  g_autofree char *name = galley_export_make_name (report, format);

  galley_file_picker_save (parent, title, name, cancellable, picked_cb,
                           saving_new (report, format, cancellable, toasts));
}
