/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-report.h"

G_BEGIN_DECLS

/**
 * GalleyExportFormat:
 * @nick: its name on the command line, such as "html"; frozen
 * @label: its name for people, translated
 * @purpose: one sentence, translated, that says whom it is for
 * @extension: file name extension without the dot
 * @media_type: such as "text/html"
 * @layouts: a bit (1 << layout) for each layout that it has; none for a format with a form of its
 *   own
 *
 * A form in which a reviewed version goes out.
 */
typedef struct
{
  const char *nick;
  const char *label;
  const char *purpose;
  const char *extension;
  const char *media_type;
  guint layouts;
} GalleyExportFormat;

/**
 * GalleyExportSwitch:
 * @GALLEY_EXPORT_BOILERPLATE: whether blocks that are no part of the article are written, too
 * @GALLEY_EXPORT_BOM: whether a table begins with a byte order mark
 * @GALLEY_EXPORT_CONFIDENTIAL: whether confidential sources are named
 * @GALLEY_EXPORT_PAPER: what pages are printed on
 *
 * What can be chosen about an export, as bits: an option of a #GalleyReportOptions each.
 */
typedef enum
{
  GALLEY_EXPORT_BOILERPLATE = 1 << 0,
  GALLEY_EXPORT_BOM = 1 << 1,
  GALLEY_EXPORT_CONFIDENTIAL = 1 << 2,
  GALLEY_EXPORT_PAPER = 1 << 3,
} GalleyExportSwitch;

guint galley_export_get_n_formats (void);
const GalleyExportFormat *galley_export_get_format (guint index);
const GalleyExportFormat *galley_export_find_format (const char *nick);

const GalleyExportFormat *galley_export_get_package (void);

char *galley_export_make_name (GalleyReport *report, const GalleyExportFormat *format)
    G_GNUC_WARN_UNUSED_RESULT;
char *galley_export_name_article (GalleyArticle *article,
                                  const GalleyExportFormat *format,
                                  GalleyLayout layout) G_GNUC_WARN_UNUSED_RESULT;
GHashTable *galley_export_names_new (void) G_GNUC_WARN_UNUSED_RESULT;
void galley_export_names_add (GHashTable *names, const char *name);
gboolean galley_export_names_has (GHashTable *names, const char *name);
char *galley_export_names_take (GHashTable *names, const char *name) G_GNUC_WARN_UNUSED_RESULT;

gboolean galley_export_has_layout (const GalleyExportFormat *format, GalleyLayout layout);
guint galley_export_get_switches (const GalleyExportFormat *format, GalleyLayout layout);

GBytes *galley_export_to_bytes (GalleyReport *report,
                                const GalleyExportFormat *format,
                                GCancellable *cancellable,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean galley_export_to_file (GalleyReport *report,
                                const GalleyExportFormat *format,
                                GFile *file,
                                GCancellable *cancellable,
                                GError **error);
void galley_export_to_file_async (GalleyReport *report,
                                  const GalleyExportFormat *format,
                                  GFile *file,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
void galley_export_to_new_file_async (GalleyReport *report,
                                      const GalleyExportFormat *format,
                                      GFile *file,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
gboolean galley_export_to_file_finish (GAsyncResult *result, GError **error);

G_END_DECLS
