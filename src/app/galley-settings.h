/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GSettings *galley_settings_get_default (void);

int galley_settings_get_int (const char *key, int otherwise);
gboolean galley_settings_get_boolean (const char *key, gboolean otherwise);
char *galley_settings_get_string (const char *key) G_GNUC_WARN_UNUSED_RESULT;
GVariant *galley_settings_get_keys (const char *key) G_GNUC_WARN_UNUSED_RESULT;
void galley_settings_set_int (const char *key, int value);
void galley_settings_set_boolean (const char *key, gboolean value);
void galley_settings_set_string (const char *key, const char *value);
void galley_settings_set_keys (const char *key, GVariant *value);

char *galley_settings_get_checker_name (void) G_GNUC_WARN_UNUSED_RESULT;
void galley_settings_put_first (const char *key,
                                const char *id,
                                const char *const *texts,
                                guint max_ids);

G_END_DECLS
