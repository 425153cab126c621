/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-layout.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *nick;
  const char *label;   /* marked for translation, as is what follows */
  const char *purpose; /* one sentence without a full stop */
} Layout;

static const Layout layouts[GALLEY_N_ALL_LAYOUTS] = {
  [GALLEY_LAYOUT_ANNOTATED] = { "annotated", N_ ("Annotated Article"),
                                N_ ("For the editor: every claim marked in the text, and listed "
                                    "with its evidence") },
  [GALLEY_LAYOUT_MEMO] = { "memo", N_ ("Correction Memo"),
                           N_ ("For the editor: what must and what should be fixed, with the "
                               "replacement text, and what is still open") },
  [GALLEY_LAYOUT_LEGAL] = { "legal", N_ ("Legal Copy"),
                            N_ ("For the legal reader: the starred passages with all their "
                                "evidence") },
  [GALLEY_LAYOUT_QUERIES] = { "queries", N_ ("Query List"),
                              N_ ("For the writer: what is asked, with room for the answers") },
  [GALLEY_LAYOUT_CALL_SHEET] = { "callsheet", N_ ("Call Sheet"),
                                 N_ ("For calls to sources: whom to ask what, with room for the "
                                     "answers") },
  [GALLEY_LAYOUT_PUBLICATION] = { "publication", N_ ("Publication"),
                                  N_ ("For readers: what is verified, what is stated, what is "
                                      "unconfirmed and what was corrected") },
  [GALLEY_LAYOUT_MINUTES] = { "minutes", N_ ("Minutes"),
                              N_ ("For those who were there, and those who were not: what a review "
                                  "session decided, and what it left open") },
  [GALLEY_LAYOUT_ARCHIVE] = { "archive", N_ ("Archive Copy"),
                              N_ ("For the desk’s files only: everything, with the names of "
                                  "confidential sources and the journal") },
  [GALLEY_LAYOUT_PROGRESS] = { "progress", N_ ("Progress"),
                               N_ ("For the head of the desk: how far the work is, and how it "
                                   "went") },
  [GALLEY_LAYOUT_AGREEMENT] = { "agreement", N_ ("Agreement"),
                                N_ ("For the head of the desk: how far second readers agree, and "
                                    "where they do not") },
};

/**
 * galley_layout_to_nick:
 *
 * Returns: (transfer none): the name of @layout on the command line
 */
const char *
galley_layout_to_nick (GalleyLayout layout)
{
  g_return_val_if_fail ((guint) layout < GALLEY_N_ALL_LAYOUTS, NULL);

  return layouts[layout].nick;
}

/**
 * galley_layout_from_nick:
 * @nick: (nullable): a name
 * @out_layout: (out): the layout; untouched if @nick is unknown
 *
 * Returns: whether @nick names a layout
 */
gboolean
galley_layout_from_nick (const char *nick, GalleyLayout *out_layout)
{
  for (guint i = 0; i < GALLEY_N_LAYOUTS; i++)
    {
      if (g_strcmp0 (nick, layouts[i].nick) != 0)
        continue;
      *out_layout = i;
      return TRUE;
    }

  return FALSE;
}

/**
 * galley_layout_get_label:
 *
 * Returns: (transfer none): the name of @layout for people, translated
 */
const char *
galley_layout_get_label (GalleyLayout layout)
{
  g_return_val_if_fail ((guint) layout < GALLEY_N_ALL_LAYOUTS, NULL);

  return _ (layouts[layout].label);
}

/**
 * galley_layout_get_purpose:
 *
 * Returns: (transfer none): whom @layout is for and what is in it, translated; a sentence without a
 *   full stop
 */
const char *
galley_layout_get_purpose (GalleyLayout layout)
{
  g_return_val_if_fail ((guint) layout < GALLEY_N_ALL_LAYOUTS, NULL);

  return _ (layouts[layout].purpose);
}

/**
 * galley_layout_may_name_sources:
 *
 * Returns: whether confidential sources may stand there by name, since what is made of @layout can
 *   stay at the desk; what goes to writers, sources and readers never does
 */
gboolean
galley_layout_may_name_sources (GalleyLayout layout)
{
  return layout == GALLEY_LAYOUT_ANNOTATED || layout == GALLEY_LAYOUT_MEMO ||
         layout == GALLEY_LAYOUT_LEGAL || layout == GALLEY_LAYOUT_ARCHIVE;
}
