/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * GalleyStatus:
 * @GALLEY_STATUS_PENDING: neither right nor wrong can be shown yet
 * @GALLEY_STATUS_CONFIRMED: a person found it right
 * @GALLEY_STATUS_DISPUTED: a person found it wrong, contradicted, unsupported or misleading
 *
 * Where a claim stands. There is no fourth. The nicks are in journals on disk: frozen.
 */
typedef enum
{
  GALLEY_STATUS_PENDING,
  GALLEY_STATUS_CONFIRMED,
  GALLEY_STATUS_DISPUTED,
} GalleyStatus;
#define GALLEY_N_STATUSES (GALLEY_STATUS_DISPUTED + 1)

#define GALLEY_TYPE_STATUS (galley_status_get_type ())
GType galley_status_get_type (void);

const char *galley_status_to_nick (GalleyStatus status);
gboolean galley_status_from_nick (const char *nick, GalleyStatus *out_status);
const char *galley_status_get_label (GalleyStatus status);

/**
 * GalleyDismissalKind:
 * @GALLEY_DISMISSAL_OPINION: says what somebody thinks
 * @GALLEY_DISMISSAL_NOT_CHECKABLE: says nothing that could be checked
 *
 * Why a suggestion needs no verdict. The nicks are in journals on disk: frozen.
 */
typedef enum
{
  GALLEY_DISMISSAL_OPINION,
  GALLEY_DISMISSAL_NOT_CHECKABLE,
} GalleyDismissalKind;
#define GALLEY_N_DISMISSAL_KINDS (GALLEY_DISMISSAL_NOT_CHECKABLE + 1)

const char *galley_dismissal_kind_to_nick (GalleyDismissalKind kind);
gboolean galley_dismissal_kind_from_nick (const char *nick, GalleyDismissalKind *out_kind);
const char *galley_dismissal_kind_get_label (GalleyDismissalKind kind);

/**
 * GalleyStance:
 * @GALLEY_STANCE_SUPPORTS: the source says the same
 * @GALLEY_STANCE_CONTRADICTS: the source says otherwise
 * @GALLEY_STANCE_CONTEXT: the source bears on the claim without deciding it
 *
 * How a source bears on a claim. The nicks are in journals on disk: frozen.
 */
typedef enum
{
  GALLEY_STANCE_SUPPORTS,
  GALLEY_STANCE_CONTRADICTS,
  GALLEY_STANCE_CONTEXT,
} GalleyStance;
#define GALLEY_N_STANCES (GALLEY_STANCE_CONTEXT + 1)

const char *galley_stance_to_nick (GalleyStance stance);
gboolean galley_stance_from_nick (const char *nick, GalleyStance *out_stance);
const char *galley_stance_get_label (GalleyStance stance);

G_END_DECLS
