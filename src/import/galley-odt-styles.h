/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-list-number.h"
#include "galley-office-style.h"
#include "galley-raised.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * GalleyOdtFamily:
 * @GALLEY_ODT_FAMILY_PARAGRAPH: of paragraphs
 * @GALLEY_ODT_FAMILY_TEXT: of words
 * @GALLEY_ODT_FAMILY_SECTION: of sections
 *
 * What a style is for; each has names of its own.
 */
typedef enum
{
  GALLEY_ODT_FAMILY_PARAGRAPH,
  GALLEY_ODT_FAMILY_TEXT,
  GALLEY_ODT_FAMILY_SECTION,
} GalleyOdtFamily;
#define GALLEY_ODT_N_FAMILIES (GALLEY_ODT_FAMILY_SECTION + 1)

/**
 * GalleyOdtStyle:
 * @kind: what a paragraph of that style is
 * @level: of a heading or an item that its name tells, from 1; else 0
 * @list: (nullable): the list style that it sets, "" for none
 * @is_strong: whether its words are bold; -1 if nothing is said
 * @is_hidden: whether its words are not shown; -1 if nothing is said
 * @position: a #GalleyPosition: how high its words stand; -1 if nothing is said
 *
 * What a style says, with what its parents say.
 */
typedef struct
{
  GalleyOfficeKind kind;
  guint level;
  const char *list;
  int is_strong;
  int is_hidden;
  int position;
} GalleyOdtStyle;

/* Levels of a list in OpenDocument. */
#define GALLEY_ODT_N_LEVELS 10

/**
 * GalleyOdtLevel:
 * @format: how it counts
 * @prefix: (nullable): what stands before the number
 * @suffix: (nullable): what stands after it
 * @start: the first number
 * @n_shown: how many levels the number shows, with those above
 *
 * A level of a list style.
 */
typedef struct
{
  GalleyNumberFormat format;
  char *prefix;
  char *suffix;
  int start;
  guint n_shown;
} GalleyOdtLevel;

/**
 * GalleyOdtStyles:
 *
 * The styles of an OpenDocument text, by their names.
 */
typedef struct _GalleyOdtStyles GalleyOdtStyles;

GalleyOdtStyles *galley_odt_styles_new (void) G_GNUC_WARN_UNUSED_RESULT;
void galley_odt_styles_free (GalleyOdtStyles *self);

gboolean galley_odt_styles_read (GalleyOdtStyles *self,
                                 GBytes *bytes,
                                 const char *label,
                                 GCancellable *cancellable,
                                 GError **error);
const GalleyOdtStyle *
galley_odt_styles_find (GalleyOdtStyles *self, GalleyOdtFamily family, const char *name);
const GalleyOdtLevel *galley_odt_styles_find_list (GalleyOdtStyles *self, const char *name);
const char *galley_odt_styles_get_language (GalleyOdtStyles *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyOdtStyles, galley_odt_styles_free)

G_END_DECLS
