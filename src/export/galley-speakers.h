/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-claim.h"
#include "galley-document.h"

G_BEGIN_DECLS

typedef struct _GalleySpeakers GalleySpeakers;

GalleySpeakers *galley_speakers_new (GPtrArray *claims, GalleyDocument *document)
    G_GNUC_WARN_UNUSED_RESULT;
void galley_speakers_free (GalleySpeakers *self);

GalleySource *galley_speakers_find_unnamed (GalleySpeakers *self,
                                            const GalleyClaimFields *fields,
                                            gboolean *out_is_known) G_GNUC_WARN_UNUSED_RESULT;
void galley_speakers_clear_source (gpointer source);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleySpeakers, galley_speakers_free)

G_END_DECLS
