/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-document-builder.h"
#include "galley-html-features.h"

G_BEGIN_DECLS

/**
 * GalleyHtmlMetadata:
 * @values: (nullable elements): what the page states of its article, as the document will hold it
 * @name: (nullable): what the page calls its article where it states the headline, too, should
 *   nothing on the page be called as that
 * @other_titles: (element-type utf8): what the article is called in other places, should nothing on
 *   the page be called as its title
 * @description: (nullable): what the page says to be about, as galley_html_fold() gives it;
 *   often its lead
 * @body: (nullable): its text, if the page states that for machines
 * @heading: index of the heading that is the title, or 0
 *
 * What a page says of the article in it.
 */
typedef struct
{
  char *values[GALLEY_N_METADATA_FIELDS];
  char *name;
  GPtrArray *other_titles;
  char *description;
  char *body;
  guint heading;
} GalleyHtmlMetadata;

GalleyHtmlMetadata *galley_html_metadata_new (const GalleyHtmlTree *tree,
                                              const GalleyHtmlFeatures *features,
                                              const char *address) G_GNUC_WARN_UNUSED_RESULT;
void galley_html_metadata_free (GalleyHtmlMetadata *self);

void galley_html_metadata_add_title (GalleyHtmlMetadata *self, const char *title);
void
galley_html_metadata_offer (GalleyHtmlMetadata *self, GalleyMetadataField field, const char *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyHtmlMetadata, galley_html_metadata_free)

G_END_DECLS
