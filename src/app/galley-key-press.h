/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * GalleyKeyPress:
 * @keyval: the key, in lower case; one of the main keyboard where the keypad has the same
 * @modifiers: what is held with it, of gtk_accelerator_get_default_mod_mask()
 *
 * Keys that are pressed together, such as Ctrl+Z.
 */
typedef struct
{
  guint keyval;
  GdkModifierType modifiers;
} GalleyKeyPress;

gboolean galley_key_press_parse (const char *name, GalleyKeyPress *out_press);
gboolean galley_key_press_from_event (GdkEvent *event, GalleyKeyPress *out_press);
gboolean galley_key_press_equal (const GalleyKeyPress *a, const GalleyKeyPress *b);

char *galley_key_press_get_name (const GalleyKeyPress *press) G_GNUC_WARN_UNUSED_RESULT;
char *galley_key_press_get_label (const GalleyKeyPress *press) G_GNUC_WARN_UNUSED_RESULT;
guint galley_key_press_get_keypad_key (const GalleyKeyPress *press);

G_END_DECLS
