/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-action.h"
#include "galley-body.h"
#include "galley-check.h"

G_BEGIN_DECLS

char *galley_draft_make_title (GalleyDocument *document) G_GNUC_WARN_UNUSED_RESULT;
void galley_draft_describe (GalleyDocument *document,
                            const char *title,
                            const char *draft_id,
                            GalleyBody *body,
                            GalleyAction *action);
GalleyAction *galley_draft_bring_back (GalleyCheck *check,
                                       const guint *omissions,
                                       guint n_omissions) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
