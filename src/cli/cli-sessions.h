/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli.h"

#include "galley-review.h"

G_BEGIN_DECLS

GalleyReview *cli_load_review (CliCall *call, const char *typed, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
GalleyReviewPoint *
cli_find_point (CliCall *call, GalleyReview *review, const char *typed, GError **error);
gboolean cli_choose_session (CliCall *call,
                             const char *article_id,
                             const char *typed,
                             GalleySession **out_session,
                             GError **error);
void cli_print_agenda (CliCall *call, GalleyReview *review);

G_END_DECLS
