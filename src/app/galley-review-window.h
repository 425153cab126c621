/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-review.h"
#include "galley-saver.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_REVIEW_WINDOW (galley_review_window_get_type ())
G_DECLARE_FINAL_TYPE (GalleyReviewWindow, galley_review_window, GALLEY, REVIEW_WINDOW, AdwWindow)

GalleyReviewWindow *galley_review_window_new (GtkWindow *parent,
                                              GalleyDesk *desk,
                                              GalleySaver *saver,
                                              GalleyCheck *check,
                                              GalleySession *session) G_GNUC_WARN_UNUSED_RESULT;

GalleyReview *galley_review_window_get_review (GalleyReviewWindow *self);
void galley_review_window_add_claim (GalleyReviewWindow *self, GalleyClaim *claim);
void galley_review_window_pause (GalleyReviewWindow *self);

G_END_DECLS
