/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_CLAIM_FIELD (galley_claim_field_get_type ())
G_DECLARE_FINAL_TYPE (GalleyClaimField, galley_claim_field, GALLEY, CLAIM_FIELD, AdwBin)

void galley_claim_field_reset (GalleyClaimField *self, const char *value);
void galley_claim_field_set_value (GalleyClaimField *self, const char *value);
void galley_claim_field_restore (GalleyClaimField *self, const char *text);
void galley_claim_field_meet (GalleyClaimField *self, const char *before);
void galley_claim_field_set_failed (GalleyClaimField *self, gboolean is_failed);
void galley_claim_field_set_placeholder (GalleyClaimField *self, const char *placeholder);
void galley_claim_field_set_read_only (GalleyClaimField *self, gboolean is_read_only);
char *galley_claim_field_get_text (GalleyClaimField *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean galley_claim_field_is_edited (GalleyClaimField *self);
void galley_claim_field_flush (GalleyClaimField *self);

G_END_DECLS
