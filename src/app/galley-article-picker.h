/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_ARTICLE_PICKER (galley_article_picker_get_type ())
G_DECLARE_FINAL_TYPE (GalleyArticlePicker, galley_article_picker, GALLEY, ARTICLE_PICKER, AdwBin)

void galley_article_picker_set_desk (GalleyArticlePicker *self,
                                     GalleyDesk *desk,
                                     const char *words,
                                     gboolean show_archived);
void galley_article_picker_choose (GalleyArticlePicker *self, const char *article_id);
GPtrArray *galley_article_picker_list_chosen (GalleyArticlePicker *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
