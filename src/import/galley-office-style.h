/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GalleyOfficeKind:
 * @GALLEY_OFFICE_PLAIN: nothing says what the paragraph is
 * @GALLEY_OFFICE_TITLE: the headline
 * @GALLEY_OFFICE_SUBTITLE: what stands below the headline
 * @GALLEY_OFFICE_HEADING: a heading
 * @GALLEY_OFFICE_ITEM: an item of a list
 * @GALLEY_OFFICE_QUOTE: a quotation set apart
 * @GALLEY_OFFICE_CREDIT: who wrote it, or when
 * @GALLEY_OFFICE_CAPTION: below a picture or a table
 * @GALLEY_OFFICE_CONTENTS: an entry of a table of contents
 *
 * What the style of a paragraph of an office document says.
 */
typedef enum
{
  GALLEY_OFFICE_PLAIN,
  GALLEY_OFFICE_TITLE,
  GALLEY_OFFICE_SUBTITLE,
  GALLEY_OFFICE_HEADING,
  GALLEY_OFFICE_ITEM,
  GALLEY_OFFICE_QUOTE,
  GALLEY_OFFICE_CREDIT,
  GALLEY_OFFICE_CAPTION,
  GALLEY_OFFICE_CONTENTS,
} GalleyOfficeKind;

GalleyOfficeKind galley_office_kind_find (const char *style_name, guint *out_level);
gboolean galley_office_style_is_review (const char *style_name);

G_END_DECLS
