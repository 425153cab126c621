/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-key-press.h"

/* GTK tells the keys of the keypad from those of the same name beside it; people do not. */
static const struct
{
  guint main;
  guint keypad;
} twins[] = {
  { GDK_KEY_Return, GDK_KEY_KP_Enter },
  { GDK_KEY_Delete, GDK_KEY_KP_Delete },
  { GDK_KEY_Insert, GDK_KEY_KP_Insert },
  { GDK_KEY_Home, GDK_KEY_KP_Home },
  { GDK_KEY_End, GDK_KEY_KP_End },
  { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up },
  { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down },
  { GDK_KEY_Left, GDK_KEY_KP_Left },
  { GDK_KEY_Right, GDK_KEY_KP_Right },
  { GDK_KEY_Up, GDK_KEY_KP_Up },
  { GDK_KEY_Down, GDK_KEY_KP_Down },
  { GDK_KEY_space, GDK_KEY_KP_Space },
  { GDK_KEY_Tab, GDK_KEY_KP_Tab },
  { GDK_KEY_plus, GDK_KEY_KP_Add },
  { GDK_KEY_minus, GDK_KEY_KP_Subtract },
  { GDK_KEY_asterisk, GDK_KEY_KP_Multiply },
  { GDK_KEY_slash, GDK_KEY_KP_Divide },
  { GDK_KEY_equal, GDK_KEY_KP_Equal },
  { GDK_KEY_0, GDK_KEY_KP_0 },
  { GDK_KEY_1, GDK_KEY_KP_1 },
  { GDK_KEY_2, GDK_KEY_KP_2 },
  { GDK_KEY_3, GDK_KEY_KP_3 },
  { GDK_KEY_4, GDK_KEY_KP_4 },
  { GDK_KEY_5, GDK_KEY_KP_5 },
  { GDK_KEY_6, GDK_KEY_KP_6 },
  { GDK_KEY_7, GDK_KEY_KP_7 },
  { GDK_KEY_8, GDK_KEY_KP_8 },
  { GDK_KEY_9, GDK_KEY_KP_9 },
};

static GalleyKeyPress
settle (guint keyval, GdkModifierType modifiers)
{
  keyval = gdk_keyval_to_lower (keyval);
  if (keyval == GDK_KEY_ISO_Left_Tab)
    keyval = GDK_KEY_Tab;
  else if (keyval == GDK_KEY_ISO_Enter)
    keyval = GDK_KEY_Return;
  for (guint i = 0; i < G_N_ELEMENTS (twins); i++)
    if (keyval == twins[i].keypad)
      keyval = twins[i].main;

  return (GalleyKeyPress){ keyval, modifiers & gtk_accelerator_get_default_mod_mask () };
}

/**
 * galley_key_press_parse:
 * @name: a name such as gtk_accelerator_name() gives; any string does no harm
 * @out_press: (out): the keys
 *
 * Returns: whether @name names keys that can be pressed
 */
gboolean
galley_key_press_parse (const char *name, GalleyKeyPress *out_press)
{
  guint keyval;
  GdkModifierType modifiers;

  if (!gtk_accelerator_parse (name, &keyval, &modifiers) ||
      !gtk_accelerator_valid (keyval, modifiers))
    return FALSE;

  *out_press = settle (keyval, modifiers);
  return TRUE;
}

/**
 * galley_key_press_from_event:
 * @event: a key goes down
 * @out_press: (out): the keys
 *
 * Returns: whether there is more in it than a key that is held with others, such as Ctrl
 */
gboolean
galley_key_press_from_event (GdkEvent *event, GalleyKeyPress *out_press)
{
  guint keyval;
  GdkModifierType modifiers;

  if (gdk_event_get_event_type (event) != GDK_KEY_PRESS || gdk_key_event_is_modifier (event) ||
      !gdk_key_event_get_match (event, &keyval, &modifiers))
    return FALSE;

  *out_press = settle (keyval, modifiers);
  return TRUE;
}

/**
 * galley_key_press_equal:
 *
 * Returns: whether both are the same keys
 */
gboolean
galley_key_press_equal (const GalleyKeyPress *a, const GalleyKeyPress *b)
{
  return a->keyval == b->keyval && a->modifiers == b->modifiers;
}

/**
 * galley_key_press_get_name:
 *
 * Returns: (transfer full): a name for galley_key_press_parse(), such as "<Control>z"
 */
char *
galley_key_press_get_name (const GalleyKeyPress *press)
{
  return gtk_accelerator_name (press->keyval, press->modifiers);
}

/**
 * galley_key_press_get_label:
 *
 * Returns: (transfer full): the keys for people, such as "Ctrl+Z"
 */
char *
galley_key_press_get_label (const GalleyKeyPress *press)
{
  return gtk_accelerator_get_label (press->keyval, press->modifiers);
}

/**
 * galley_key_press_get_keypad_key:
 *
 * Returns: the key of the keypad that means the same as its key; 0 if there is none
 */
guint
galley_key_press_get_keypad_key (const GalleyKeyPress *press)
{
  for (guint i = 0; i < G_N_ELEMENTS (twins); i++)
    if (press->keyval == twins[i].main)
      return twins[i].keypad;

  return 0;
}
