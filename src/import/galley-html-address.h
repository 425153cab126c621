/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean galley_html_address_is_web (const char *address);
gboolean galley_html_address_is_sound (GUri *uri);
char *galley_html_address_join (const char *base, const char *reference) G_GNUC_WARN_UNUSED_RESULT;
char *galley_html_address_resolve (const char *base, const char *reference)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
