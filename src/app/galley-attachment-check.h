/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * GalleyAttachmentState:
 * @GALLEY_ATTACHMENT_SAME: the file has the same bytes
 * @GALLEY_ATTACHMENT_CHANGED: it has others
 * @GALLEY_ATTACHMENT_GONE: it is not there any more
 *
 * How a file stands to the copy of it that the library keeps.
 */
typedef enum
{
  GALLEY_ATTACHMENT_SAME,
  GALLEY_ATTACHMENT_CHANGED,
  GALLEY_ATTACHMENT_GONE,
} GalleyAttachmentState;

char *galley_attachment_check_find_place (const char *sha256) G_GNUC_WARN_UNUSED_RESULT;
void galley_attachment_check_note_place_async (GFile *file, GBytes *bytes);

void galley_attachment_check_async (GFile *file,
                                    GBytes *kept,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
gboolean galley_attachment_check_finish (GAsyncResult *result,
                                         GalleyAttachmentState *out_state,
                                         GError **error);

G_END_DECLS
