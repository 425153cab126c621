/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_SESSION_CHOICE (galley_session_choice_get_type ())
G_DECLARE_FINAL_TYPE (GalleySessionChoice, galley_session_choice, GALLEY, SESSION_CHOICE, AdwBin)

void galley_session_choice_load (GalleySessionChoice *self,
                                 GalleyDesk *desk,
                                 const char *article_id,
                                 const char *session_id);
void galley_session_choice_set_wanted (GalleySessionChoice *self, gboolean is_wanted);
const char *galley_session_choice_get_id (GalleySessionChoice *self);

G_END_DECLS
