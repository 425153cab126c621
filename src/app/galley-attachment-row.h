/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_ATTACHMENT_ROW (galley_attachment_row_get_type ())
G_DECLARE_FINAL_TYPE (GalleyAttachmentRow,
                      galley_attachment_row,
                      GALLEY,
                      ATTACHMENT_ROW,
                      AdwActionRow)

/* Bytes: what is attached is a document or a recording, not a film. */
#define GALLEY_ATTACHMENT_MAX_BYTES (64 << 20)

void galley_attachment_row_show (GalleyAttachmentRow *self,
                                 GalleyDesk *desk,
                                 const char *sha256,
                                 const char *name);
void galley_attachment_row_attach (GalleyAttachmentRow *self, GFile *file);
void galley_attachment_row_compare (GalleyAttachmentRow *self, GFile *file);
const char *galley_attachment_row_get_name (GalleyAttachmentRow *self);
const char *galley_attachment_row_get_sha256 (GalleyAttachmentRow *self);
GBytes *galley_attachment_row_get_new_bytes (GalleyAttachmentRow *self);

G_END_DECLS
