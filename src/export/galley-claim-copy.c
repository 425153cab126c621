/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-claim-copy.h"

#include "galley-layout-private.h"
#include "galley-writers.h"

#include <glib/gi18n-lib.h>

/**
 * galley_claim_form_from_nick:
 * @nick: (nullable): "text", "markdown", "json" or "jsonld"
 * @out_form: (out): the form; untouched if @nick is unknown
 *
 * Returns: whether @nick names a form
 */
gboolean
galley_claim_form_from_nick (const char *nick, GalleyClaimForm *out_form)
{
  static const char *const nicks[GALLEY_N_CLAIM_FORMS] = {
    [GALLEY_CLAIM_AS_TEXT] = "text",
    [GALLEY_CLAIM_AS_MARKDOWN] = "markdown",
    [GALLEY_CLAIM_AS_JSON] = "json",
    [GALLEY_CLAIM_AS_JSON_LD] = "jsonld",
  };

  for (guint i = 0; i < GALLEY_N_CLAIM_FORMS; i++)
    if (g_strcmp0 (nick, nicks[i]) == 0)
      {
        *out_form = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * galley_claim_copy_find:
 * @claim_id: UUID of a claim
 *
 * Returns: the position of the claim in the report, or -1
 */
gint
galley_claim_copy_find (GalleyReport *report, const char *claim_id)
{
  GPtrArray *claims = galley_report_get_claims (report);

  for (guint i = 0; i < claims->len; i++)
    if (g_str_equal (galley_claim_get_id (g_ptr_array_index (claims, i)), claim_id))
      return (gint) i;

  return -1;
}

/**
 * galley_claim_copy_write:
 * @report: what the claim is in; confidential sources are masked in it
 * @claim: position of the claim
 *
 * Writes all that is known of one claim, to be pasted elsewhere.
 *
 * Returns: (transfer full): the claim in that form
 */
char *
galley_claim_copy_write (GalleyReport *report, guint claim, GalleyClaimForm form)
{
  g_autoptr (GalleyCopy) copy = NULL;

  g_return_val_if_fail (GALLEY_IS_REPORT (report), NULL);
  g_return_val_if_fail (claim < galley_report_get_claims (report)->len, NULL);

  if (form == GALLEY_CLAIM_AS_JSON)
    return galley_claim_copy_write_json (report, claim);
  if (form == GALLEY_CLAIM_AS_JSON_LD)
    return g_string_free (galley_annotations_write_claim (report, claim), FALSE);

  copy = galley_copy_new (report);
  galley_layout_add_claim (copy, claim, /* traits= */ 0);
  galley_copy_add (copy, GALLEY_COPY_PARAGRAPH, GALLEY_COPY_DETAIL);
  galley_copy_set_label (copy, _ ("Article"));
  galley_copy_add_text (copy, galley_report_get_title (report), GALLEY_COPY_OF_ARTICLE);
  galley_copy_finish (copy);

  return g_string_free (form == GALLEY_CLAIM_AS_MARKDOWN ? galley_markdown_write (copy)
                                                         : galley_text_write (copy),
                        FALSE);
}
