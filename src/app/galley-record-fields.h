/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-action.h"
#include "galley-claim.h"

G_BEGIN_DECLS

/**
 * GalleyRecordField:
 *
 * The fields of a claim's record that somebody types into.
 */
typedef enum
{
  GALLEY_RECORD_REASON,
  GALLEY_RECORD_CORRECTION,
  GALLEY_RECORD_NOTE,
  GALLEY_RECORD_CATEGORY,
  GALLEY_RECORD_SPEAKER,
  GALLEY_RECORD_SENTENCE,
  GALLEY_RECORD_ASSIGNEE,
} GalleyRecordField;
#define GALLEY_N_RECORD_FIELDS (GALLEY_RECORD_ASSIGNEE + 1)

const char *galley_record_field_get_name (GalleyRecordField field);
const char *galley_record_field_get_verb (GalleyRecordField field);
const char *galley_record_field_get_value (GalleyRecordField field, GalleyClaim *claim);
gboolean galley_record_field_is_struck (GalleyClaim *claim);
GalleyAction *galley_record_field_make_action (GalleyRecordField field,
                                               GalleyClaim *claim,
                                               GalleyStatus status,
                                               const char *text) G_GNUC_WARN_UNUSED_RESULT;
GalleyAction *galley_record_field_make_strike (GalleyClaim *claim, const char *correction)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
