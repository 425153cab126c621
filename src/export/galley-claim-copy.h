/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-report.h"

G_BEGIN_DECLS

/**
 * GalleyClaimForm:
 * @GALLEY_CLAIM_AS_TEXT: plain text, for a message
 * @GALLEY_CLAIM_AS_MARKDOWN: Markdown, for a wiki or an issue
 * @GALLEY_CLAIM_AS_JSON: an object of JSON, for another program
 * @GALLEY_CLAIM_AS_JSON_LD: a Web Annotation, for programs that show or exchange such
 *
 * The form in which a single claim is copied. The nicks are typed in commands: frozen.
 */
typedef enum
{
  GALLEY_CLAIM_AS_TEXT,
  GALLEY_CLAIM_AS_MARKDOWN,
  GALLEY_CLAIM_AS_JSON,
  GALLEY_CLAIM_AS_JSON_LD,
} GalleyClaimForm;
#define GALLEY_N_CLAIM_FORMS (GALLEY_CLAIM_AS_JSON_LD + 1)

gboolean galley_claim_form_from_nick (const char *nick, GalleyClaimForm *out_form);
gint galley_claim_copy_find (GalleyReport *report, const char *claim_id);
char *galley_claim_copy_write (GalleyReport *report, guint claim, GalleyClaimForm form)
    G_GNUC_WARN_UNUSED_RESULT;
char *galley_claim_copy_write_json (GalleyReport *report, guint claim) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
