/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-odt-styles.h"

G_BEGIN_DECLS

/**
 * GalleyOdtLists:
 *
 * The lists that are open around a paragraph, and how far each has been counted.
 */
typedef struct _GalleyOdtLists GalleyOdtLists;

GalleyOdtLists *galley_odt_lists_new (GalleyOdtStyles *styles) G_GNUC_WARN_UNUSED_RESULT;
void galley_odt_lists_free (GalleyOdtLists *self);

void galley_odt_lists_begin (GalleyOdtLists *self,
                             const char *style,
                             const char *id,
                             const char *continued_id,
                             gboolean is_continued);
void galley_odt_lists_end (GalleyOdtLists *self);
void galley_odt_lists_begin_item (GalleyOdtLists *self, int start);
void galley_odt_lists_begin_header (GalleyOdtLists *self);
guint galley_odt_lists_get_depth (GalleyOdtLists *self);
char *galley_odt_lists_take_sign (GalleyOdtLists *self, const char *paragraph_list)
    G_GNUC_WARN_UNUSED_RESULT;
char *galley_odt_lists_count_heading (GalleyOdtLists *self, guint level, gboolean is_restarted)
    G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyOdtLists, galley_odt_lists_free)

G_END_DECLS
