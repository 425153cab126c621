/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-lines.h"

G_BEGIN_DECLS

/**
 * GalleySpeech:
 *
 * Knows which names a text uses in its paragraphs, to tell the name of a speaker from a heading.
 *
 * After a quotation a line is its speaker if it begins with a dash, if it is a name with an office
 * after a comma or brackets, or if it is a name alone that the text uses elsewhere. After a
 * paragraph that reports what somebody says it is the speaker if that paragraph has the name, too,
 * and an office or brackets follow, or no text does that the line could be the heading of.
 */
typedef struct _GalleySpeech GalleySpeech;

GalleySpeech *galley_speech_new (GArray *pieces) G_GNUC_WARN_UNUSED_RESULT;
void galley_speech_free (GalleySpeech *self);

gboolean galley_speech_names_speaker (GalleySpeech *self,
                                      const char *words,
                                      gboolean after_dash,
                                      const GalleyLine *before,
                                      gboolean after_quote,
                                      gboolean before_body);
gboolean galley_speech_is_quotation (const GalleyLine *line);
gboolean galley_speech_is_at_edge (const GalleyLine *line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleySpeech, galley_speech_free)

G_END_DECLS
