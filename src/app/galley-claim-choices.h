/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-check.h"
#include "galley-requirements.h"

G_BEGIN_DECLS

GStrv galley_claim_choices_list_reasons (const GalleyRequirements *requirements,
                                         GalleyStatus status) G_GNUC_WARN_UNUSED_RESULT;
GStrv galley_claim_choices_list_categories (const GalleyRequirements *requirements,
                                            GalleyCheck *check) G_GNUC_WARN_UNUSED_RESULT;
GStrv galley_claim_choices_list_notes (const GalleyRequirements *requirements,
                                       GalleyCheck *check,
                                       GalleyClaim *claim) G_GNUC_WARN_UNUSED_RESULT;
GStrv galley_claim_choices_list_speakers (GalleyCheck *check) G_GNUC_WARN_UNUSED_RESULT;
GStrv galley_claim_choices_list_people (GalleyCheck *check) G_GNUC_WARN_UNUSED_RESULT;

char *galley_claim_choices_find_rest (GStrv choices, const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *galley_claim_choices_make_label (const char *choice) G_GNUC_WARN_UNUSED_RESULT;

const char *galley_claim_choices_find_reason (GalleyStatus status, const char *words);
const char *galley_claim_choices_find_category (const char *words);

G_END_DECLS
