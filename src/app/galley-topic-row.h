/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_TOPIC_ROW (galley_topic_row_get_type ())
G_DECLARE_FINAL_TYPE (GalleyTopicRow, galley_topic_row, GALLEY, TOPIC_ROW, AdwActionRow)

GtkWidget *galley_topic_row_new (GalleyTopic topic) G_GNUC_WARN_UNUSED_RESULT;

GalleyTopic galley_topic_row_get_topic (GalleyTopicRow *self);
gboolean galley_topic_row_is_chosen (GalleyTopicRow *self);
void galley_topic_row_set_count (GalleyTopicRow *self, guint n_points);

G_END_DECLS
