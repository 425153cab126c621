/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GalleyLayout:
 * @GALLEY_LAYOUT_ANNOTATED: the article with its claims marked, and what was found out about them
 * @GALLEY_LAYOUT_MEMO: what has to change in the article
 * @GALLEY_LAYOUT_LEGAL: what is marked for the legal reader, with all its evidence
 * @GALLEY_LAYOUT_QUERIES: what the writer is asked
 * @GALLEY_LAYOUT_CALL_SHEET: what sources are asked, to be filled in while one talks to them
 * @GALLEY_LAYOUT_PUBLICATION: the article set anew by what was found out about it
 * @GALLEY_LAYOUT_MINUTES: what was decided in a review session, by whom and when
 * @GALLEY_LAYOUT_ARCHIVE: everything that the library holds of the article
 * @GALLEY_LAYOUT_PROGRESS: figures of the work on an article or on all of them; no reviewed version
 *   has it
 * @GALLEY_LAYOUT_AGREEMENT: how far second readers agree; likewise
 *
 * What of a reviewed version goes out, and in which order. The nicks are typed in commands and
 * remembered on disk: frozen.
 */
typedef enum
{
  GALLEY_LAYOUT_ANNOTATED,
  GALLEY_LAYOUT_MEMO,
  GALLEY_LAYOUT_LEGAL,
  GALLEY_LAYOUT_QUERIES,
  GALLEY_LAYOUT_CALL_SHEET,
  GALLEY_LAYOUT_PUBLICATION,
  GALLEY_LAYOUT_MINUTES,
  GALLEY_LAYOUT_ARCHIVE,
  GALLEY_LAYOUT_PROGRESS,
  GALLEY_LAYOUT_AGREEMENT,
} GalleyLayout;
#define GALLEY_N_LAYOUTS (GALLEY_LAYOUT_ARCHIVE + 1) /* of a reviewed version */
#define GALLEY_N_ALL_LAYOUTS (GALLEY_LAYOUT_AGREEMENT + 1)

const char *galley_layout_to_nick (GalleyLayout layout);
gboolean galley_layout_from_nick (const char *nick, GalleyLayout *out_layout);
const char *galley_layout_get_label (GalleyLayout layout);
const char *galley_layout_get_purpose (GalleyLayout layout);
gboolean galley_layout_may_name_sources (GalleyLayout layout);

G_END_DECLS
