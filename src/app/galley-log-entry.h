/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-source.h"

G_BEGIN_DECLS

#define GALLEY_TYPE_LOG_ENTRY (galley_log_entry_get_type ())
G_DECLARE_FINAL_TYPE (GalleyLogEntry, galley_log_entry, GALLEY, LOG_ENTRY, GObject)

/* How well words fit an entry, the best first. */
typedef enum
{
  GALLEY_FIT_TITLE_START,
  GALLEY_FIT_TITLE,
  GALLEY_FIT_PEOPLE,
  GALLEY_FIT_ANYTHING,
  GALLEY_FIT_NONE,
} GalleyFit;
#define GALLEY_N_FITS GALLEY_FIT_NONE

GalleyLogEntry *galley_log_entry_new (GalleySource *source) G_GNUC_WARN_UNUSED_RESULT;
GalleySource *galley_log_entry_get_source (GalleyLogEntry *self);
const char *galley_log_entry_get_sort_key (GalleyLogEntry *self);
GalleyFit galley_log_entry_fit (GalleyLogEntry *self, const char *folded, const char *const *words);
gboolean galley_log_entry_is_at (GalleyLogEntry *self, const char *place);

char *galley_log_entry_fold_address (const char *address) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
