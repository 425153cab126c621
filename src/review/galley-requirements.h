/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-claim.h"

G_BEGIN_DECLS

/**
 * GalleyRequirements:
 * @wants_reason: whether a disputed claim needs a reason
 * @wants_correction: whether a disputed claim needs a correction or a note
 * @n_evidence: how many pieces of evidence have to support a confirmed claim
 * @n_independent: how many of them have to be independent of each other
 * @n_independent_starred: likewise for a claim with the legal star
 * @wants_pending_reason: whether a pending claim needs a reason
 * @reasons: (array zero-terminated=1) (element-type utf8): by #GalleyStatus, the desk's own
 * reasons, besides those that come with Galley
 * @categories: (array zero-terminated=1) (element-type utf8): the desk's own categories, likewise
 * @templates: (array zero-terminated=1) (element-type utf8): the desk's texts for notes, see
 * galley-template.h
 * @publisher_name: (nullable): who publishes the desk's fact checks
 * @publisher_address: (nullable): web address of the publisher
 *
 * What the desk of a library wants to be written down.
 */
typedef struct
{
  gboolean wants_reason;
  gboolean wants_correction;
  gboolean wants_pending_reason;
  guint n_evidence;
  guint n_independent;
  guint n_independent_starred;
  GStrv reasons[GALLEY_N_STATUSES];
  GStrv categories;
  GStrv templates;
  char *publisher_name;
  char *publisher_address;
} GalleyRequirements;

GalleyRequirements *galley_requirements_new (GHashTable *settings) G_GNUC_WARN_UNUSED_RESULT;
void galley_requirements_free (GalleyRequirements *self);

const char *galley_requirements_peek_name (guint index);
char *galley_requirements_dup_value (GHashTable *settings, const char *name)
    G_GNUC_WARN_UNUSED_RESULT;
char *galley_requirements_check_setting (const char *name, const char *value)
    G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *galley_requirements_list_missing (const GalleyRequirements *self, GalleyClaim *claim)
    G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyRequirements, galley_requirements_free)

G_END_DECLS
