/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-copy.h"

G_BEGIN_DECLS

/* How layouts make a copy, element by element: what is added goes into the element added last. */

/**
 * GalleyCopyBadge:
 * @GALLEY_COPY_SIGN: the sign alone
 * @GALLEY_COPY_NUMBER: the sign and the number of the claim
 * @GALLEY_COPY_REFERENCE: likewise, and it leads to the entry of the claim
 *
 * What a badge is made of.
 */
typedef enum
{
  GALLEY_COPY_SIGN,
  GALLEY_COPY_NUMBER,
  GALLEY_COPY_REFERENCE,
} GalleyCopyBadge;

GalleyCopy *galley_copy_new (GalleyReport *report) G_GNUC_WARN_UNUSED_RESULT;
void galley_copy_finish (GalleyCopy *self);

void galley_copy_begin (GalleyCopy *self, GalleyCopyPart part);
void galley_copy_begin_entry (GalleyCopy *self, GalleyCopyTarget target, guint number, gint claim);
void galley_copy_begin_table (GalleyCopy *self, guint n_columns);
void galley_copy_end (GalleyCopy *self);

void galley_copy_add (GalleyCopy *self, GalleyCopyKind kind, GalleyCopyRole role);
void galley_copy_add_heading (GalleyCopy *self, guint level);
void galley_copy_add_item (GalleyCopy *self, guint level, GalleyCopyRole role);
void galley_copy_add_fact (GalleyCopy *self, const char *label, const char *nick);
void galley_copy_add_chart (GalleyCopy *self, GalleyChart *chart);
void galley_copy_set_label (GalleyCopy *self, const char *label);
void galley_copy_set_block (GalleyCopy *self, guint block);

void galley_copy_add_text (GalleyCopy *self, const char *utf8, GalleyCopyMarks marks);
void galley_copy_add_range (GalleyCopy *self, GalleyRange range, GalleyCopyMarks marks);
void galley_copy_add_address (GalleyCopy *self, const char *address);
void galley_copy_add_time (GalleyCopy *self, gint64 time);
void galley_copy_add_reference (GalleyCopy *self,
                                const char *utf8,
                                GalleyCopyMarks marks,
                                GalleyCopyTarget target,
                                guint number);
void galley_copy_add_badge (GalleyCopy *self, guint claim, GalleyCopyBadge badge);
void galley_copy_add_status (GalleyCopy *self,
                             const char *utf8,
                             GalleyCopyMarks marks,
                             GalleyStatus status);

GalleySpans *galley_copy_get_spans (GalleyCopy *self);
void galley_copy_add_piece (GalleyCopy *self, const GalleyPiece *piece);

void galley_copy_say (GalleyCopy *self, GalleyCopyKind kind, GalleyCopyRole role, const char *utf8);
void galley_copy_say_fact (GalleyCopy *self, const char *label, const char *nick, const char *utf8);

G_END_DECLS
