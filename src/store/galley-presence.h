/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Tells other programs that this one has a library open. */
typedef struct _GalleyPresence GalleyPresence;

GalleyPresence *galley_presence_new (const char *path) G_GNUC_WARN_UNUSED_RESULT;
void galley_presence_end (GalleyPresence *self);
void galley_presence_free (GalleyPresence *self);

G_END_DECLS
