/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <gumbo.h>

G_BEGIN_DECLS

/**
 * GalleyHtmlSlots:
 *
 * Where the elements of a page that have a shadow root show what stands in them.
 */
typedef struct _GalleyHtmlSlots GalleyHtmlSlots;

GalleyHtmlSlots *galley_html_slots_new (void) G_GNUC_WARN_UNUSED_RESULT;
void galley_html_slots_free (GalleyHtmlSlots *self);
gboolean galley_html_slots_is_root (const GumboNode *node);
void galley_html_slots_look_at (GalleyHtmlSlots *self, const GumboNode *host);
const GumboVector *galley_html_slots_find (GalleyHtmlSlots *self, const GumboNode *slot);
gboolean galley_html_slots_is_taken (GalleyHtmlSlots *self, const GumboNode *node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyHtmlSlots, galley_html_slots_free)

G_END_DECLS
