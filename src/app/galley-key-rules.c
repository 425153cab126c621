/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-key-rules.h"

#include <glib/gi18n.h>

/* What can be the keys of what. The window looks at keys before its widgets do: whatever it took
 * from them would be lost to somebody who writes, or who has no pointer. */

#define CTRL GDK_CONTROL_MASK
#define SHIFT GDK_SHIFT_MASK
#define CTRL_SHIFT (GDK_CONTROL_MASK | GDK_SHIFT_MASK)
#define COMMANDS (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_HYPER_MASK | GDK_META_MASK)

/* These move the focus, the caret or the selection, with Shift and Ctrl too. */
static const guint moving[] = { GDK_KEY_Left,   GDK_KEY_Right, GDK_KEY_Up,      GDK_KEY_Down,
                                GDK_KEY_Home,   GDK_KEY_End,   GDK_KEY_Page_Up, GDK_KEY_Page_Down,
                                GDK_KEY_Return, GDK_KEY_space };

/* What a text that can only be read knows as well. */
static const GalleyKeyPress reading[] = {
  { GDK_KEY_a, CTRL }, { GDK_KEY_a, CTRL_SHIFT },   { GDK_KEY_slash, CTRL },
  { GDK_KEY_c, CTRL }, { GDK_KEY_backslash, CTRL }, { GDK_KEY_Insert, CTRL },
};

static const GalleyKeyPress editing[] = {
  { GDK_KEY_x, CTRL },         { GDK_KEY_v, CTRL },   { GDK_KEY_z, CTRL },
  { GDK_KEY_z, CTRL_SHIFT },   { GDK_KEY_y, CTRL },   { GDK_KEY_u, CTRL_SHIFT },
  { GDK_KEY_semicolon, CTRL }, { GDK_KEY_Insert, 0 }, { GDK_KEY_Insert, SHIFT },
};

static gboolean
is_one_of (const GalleyKeyPress *press, const GalleyKeyPress *presses, guint n_presses)
{
  for (guint i = 0; i < n_presses; i++)
    if (galley_key_press_equal (press, &presses[i]))
      return TRUE;

  return FALSE;
}

/* With Shift and Ctrl or without, these take away what is before or after the caret. */
static gboolean
deletes (const GalleyKeyPress *press)
{
  return (press->keyval == GDK_KEY_BackSpace || press->keyval == GDK_KEY_Delete) &&
         (press->modifiers & ~CTRL_SHIFT) == 0;
}

static gboolean
is_dead (guint keyval)
{
  return keyval >= GDK_KEY_dead_grave && keyval <= GDK_KEY_dead_longsolidusoverlay;
}

static gboolean
types (const GalleyKeyPress *press)
{
  return (press->modifiers & COMMANDS) == 0 && gdk_keyval_to_unicode (press->keyval) != 0 &&
         g_unichar_isprint (gdk_keyval_to_unicode (press->keyval));
}

/**
 * galley_key_rules_moves:
 *
 * Returns: whether nobody without a pointer could use a window without these keys
 */
gboolean
galley_key_rules_moves (const GalleyKeyPress *press)
{
  if (press->keyval == GDK_KEY_Tab || press->keyval == GDK_KEY_Menu)
    return TRUE;
  if (press->keyval == GDK_KEY_F10 && press->modifiers == SHIFT)
    return TRUE;
  if (press->keyval == GDK_KEY_Escape && press->modifiers == 0)
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (moving); i++)
    if (press->keyval == moving[i] && (press->modifiers & ~CTRL_SHIFT) == 0)
      return TRUE;

  return FALSE;
}

/**
 * galley_key_rules_check_scope:
 * @scope: where the keys would act
 *
 * Returns: whether an action that acts in @scope can have these keys
 */
GalleyKeyFit
galley_key_rules_check_scope (GalleyKeyScope scope, const GalleyKeyPress *press)
{
  if (galley_key_rules_moves (press))
    return GALLEY_KEY_MOVES;
  if (!gtk_accelerator_valid (press->keyval, press->modifiers) || is_dead (press->keyval))
    return GALLEY_KEY_IS_NONE;
  if ((scope & (GALLEY_KEY_IN_TEXT | GALLEY_KEY_IN_ARTICLE)) != 0 &&
      is_one_of (press, reading, G_N_ELEMENTS (reading)))
    return GALLEY_KEY_EDITS;
  if ((scope & GALLEY_KEY_IN_TEXT) != 0 &&
      (deletes (press) || is_one_of (press, editing, G_N_ELEMENTS (editing))))
    return GALLEY_KEY_EDITS;
  if ((scope & (GALLEY_KEY_IN_TEXT | GALLEY_KEY_ELSEWHERE)) != 0 && types (press))
    return GALLEY_KEY_TYPES;

  return GALLEY_KEY_FITS;
}

/**
 * galley_key_rules_check:
 * @key: an action
 *
 * Returns: whether the action can have these keys; it always can have those that it has by default
 */
GalleyKeyFit
galley_key_rules_check (const GalleyKey *key, const GalleyKeyPress *press)
{
  guint n_presses;
  g_autofree GalleyKeyPress *presses = galley_key_dup_default_presses (key, &n_presses);

  if (is_one_of (press, presses, n_presses))
    return GALLEY_KEY_FITS;

  return galley_key_rules_check_scope (key->scope, press);
}

/**
 * galley_key_rules_explain:
 * @fit: what galley_key_rules_check() says of @press
 *
 * Returns: (transfer full) (nullable): a sentence that says why not; %NULL if there is no reason
 */
char *
galley_key_rules_explain (GalleyKeyFit fit, const GalleyKeyPress *press)
{
  g_autofree char *label = galley_key_press_get_label (press);

  switch (fit)
    {
    case GALLEY_KEY_IS_NONE:
      return g_strdup (_ ("This key cannot be used: press another one."));
    case GALLEY_KEY_MOVES:
      /* Translators: %s are keys, such as “Tab”. */
      return g_strdup_printf (_ ("%s is needed to move about and to press buttons."), label);
    case GALLEY_KEY_EDITS:
      /* Translators: %s are keys, such as “Ctrl+V”. */
      return g_strdup_printf (_ ("%s is needed to work with text."), label);
    case GALLEY_KEY_TYPES:
      /* Translators: %s is a key, such as “G”. */
      return g_strdup_printf (_ ("%s alone can only be used in the article and the lists, and this "
                                 "works elsewhere too: hold Ctrl or Alt with it."),
                              label);
    case GALLEY_KEY_FITS:
    default:
      return NULL;
    }
}
