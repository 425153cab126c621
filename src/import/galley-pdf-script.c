/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-pdf-script.h"

/**
 * galley_pdf_script_runs_left:
 * @character: any character
 *
 * Returns: whether it is a letter of a script that runs from right to left
 */
gboolean
galley_pdf_script_runs_left (gunichar character)
{
  /* The first of them; most letters are before, and are told apart at once. */
  if (character < 0x590)
    return FALSE;

  switch (g_unichar_get_script (character))
    {
    case G_UNICODE_SCRIPT_HEBREW:
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_SYRIAC:
    case G_UNICODE_SCRIPT_THAANA:
    case G_UNICODE_SCRIPT_NKO:
    case G_UNICODE_SCRIPT_SAMARITAN:
    case G_UNICODE_SCRIPT_MANDAIC:
    case G_UNICODE_SCRIPT_ADLAM:
      return g_unichar_isalpha (character);
    default:
      return FALSE;
    }
}
