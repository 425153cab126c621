/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GalleyWord:
 * @nick: name on disk, on the command line and in exports; frozen
 * @label: name for people, marked for translation
 *
 * One of a closed list of values.
 */
typedef struct
{
  const char *nick;
  const char *label;
} GalleyWord;

int galley_word_find (const GalleyWord *words, guint n_words, const char *nick);

G_END_DECLS
