/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

AdwToast *galley_plain_toast_new (const char *sentence) G_GNUC_WARN_UNUSED_RESULT;
void galley_plain_describe_page (AdwStatusPage *page, const char *text);
void galley_plain_describe_group (AdwPreferencesGroup *group, const char *text);

G_END_DECLS
