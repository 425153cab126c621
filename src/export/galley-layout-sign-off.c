/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-layout-private.h"

#include <glib/gi18n-lib.h>

/* What the signature does not cover; nothing if it covers all that is in the copy. */
static void
add_changes (GalleyCopy *copy, const GalleySignOff *sign_off)
{
  GalleyReport *report = galley_copy_get_report (copy);
  g_autofree char *changes = g_strdup_printf (
      ngettext ("; %u change since, which this does not cover",
                "; %u changes since, which this does not cover", sign_off->n_changes),
      sign_off->n_changes);

  if (sign_off->n_changes > 0)
    galley_copy_add_text (copy, changes, GALLEY_COPY_STRONG);
  else if (galley_sign_off_is_in_force (sign_off) && !galley_report_is_covered (report, sign_off))
    galley_copy_add_text (copy, _ ("; not for this version of the article"), GALLEY_COPY_STRONG);
}

static void
add_end (GalleyCopy *copy, const GalleySignOff *sign_off)
{
  galley_copy_add_text (copy, sign_off->reopened_by, GALLEY_COPY_FOREIGN);
  galley_copy_add_text (copy, ", ", /* marks= */ 0);
  galley_copy_add_time (copy, sign_off->reopened_at);
  galley_copy_add_text (copy, ": ", /* marks= */ 0);
  galley_copy_add_text (copy, sign_off->reason, GALLEY_COPY_FOREIGN);
}

static void
add_sign_off (GalleyCopy *copy, const GalleySignOff *sign_off)
{
  galley_copy_add_fact (copy, _ ("Signed off"), "signed");
  galley_copy_add_text (copy, sign_off->name, GALLEY_COPY_FOREIGN);
  galley_copy_add_text (copy, " (", /* marks= */ 0);
  galley_copy_add_text (copy, galley_role_get_label (sign_off->role), /* marks= */ 0);
  galley_copy_add_text (copy, "), ", /* marks= */ 0);
  galley_copy_add_time (copy, sign_off->signed_at);
  add_changes (copy, sign_off);
  galley_copy_say_fact (copy, _ ("Partial verification"), "exception", sign_off->exception);
}

/* Whether the next sign-off ended in the same reopening. */
static gboolean
ends_with_next (GPtrArray *sign_offs, guint index)
{
  const GalleySignOff *one = g_ptr_array_index (sign_offs, index), *next;

  if (index + 1 == sign_offs->len)
    return FALSE;
  next = g_ptr_array_index (sign_offs, index + 1);
  return next->reopened_at == one->reopened_at &&
         g_strcmp0 (next->reopened_by, one->reopened_by) == 0 &&
         g_strcmp0 (next->reason, one->reason) == 0;
}

/**
 * galley_layout_add_sign_offs:
 *
 * Adds who has signed the article, as what and with which exception, what of it that does not
 * cover, and who has opened it again and why; of those who signed before, too.
 */
void
galley_layout_add_sign_offs (GalleyCopy *copy)
{
  GPtrArray *sign_offs = galley_report_get_sign_offs (galley_copy_get_report (copy));

  for (guint i = 0; sign_offs != NULL && i < sign_offs->len; i++)
    {
      const GalleySignOff *sign_off = g_ptr_array_index (sign_offs, i);

      add_sign_off (copy, sign_off);
      if (galley_sign_off_is_in_force (sign_off) || ends_with_next (sign_offs, i))
        continue;
      galley_copy_add_fact (copy, _ ("Reopened"), "reopened");
      add_end (copy, sign_off);
    }
}
