/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-sign-off-words.h"

#include "galley-claim-words.h"
#include "galley-names.h"

#include <glib/gi18n.h>

static char *
describe_one (const GalleySignOff *sign_off)
{
  g_autofree char *when = galley_claim_words_format_time (sign_off->signed_at);
  g_autofree char *name = galley_names_shorten (sign_off->name);

  /* Translators: who signed an article, as what, and when: “Ana Ruiz (Editor), today, 14:30”. */
  return g_strdup_printf (_ ("%s (%s), %s"), name, galley_role_get_label (sign_off->role), when);
}

/**
 * galley_sign_off_words_describe:
 * @sign_offs: (element-type GalleySignOff): all sign-offs of an article
 *
 * Returns: (transfer full) (nullable): who has signed it, and what that does not cover, in a line;
 *   %NULL if no sign-off is in force
 */
char *
galley_sign_off_words_describe (GPtrArray *sign_offs)
{
  g_autoptr (GString) names = g_string_new (NULL);
  gboolean is_partial = FALSE;
  guint n_changes = 0;

  for (guint i = 0; i < sign_offs->len; i++)
    {
      const GalleySignOff *sign_off = g_ptr_array_index (sign_offs, i);
      g_autofree char *one = NULL;

      if (!galley_sign_off_is_in_force (sign_off))
        continue;
      one = describe_one (sign_off);
      g_string_append_printf (names, "%s%s", names->len > 0 ? " · " : "", one);
      n_changes = MAX (n_changes, sign_off->n_changes);
      is_partial = is_partial || sign_off->exception != NULL;
    }
  if (names->len == 0)
    return NULL;

  g_string_prepend (names, " ");
  g_string_prepend (names, _ ("Signed off:"));
  if (is_partial)
    g_string_append_printf (names, " · %s", _ ("partial verification"));
  if (n_changes > 0)
    g_string_append_printf (names,
                            ngettext (" · %u change since that is not covered",
                                      " · %u changes since that are not covered", n_changes),
                            n_changes);
  return g_string_free (g_steal_pointer (&names), FALSE);
}
