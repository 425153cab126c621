/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-report.h"

G_BEGIN_DECLS

/* Makes reports for tests: from a folder with article.txt and check.ini, or from C. */

typedef struct
{
  GalleyBlockRole role;
  guint level;
  const char *words;
} FixtureBlock;

typedef struct
{
  GString *text;
  guint length;          /* of the text, code points */
  GArray *blocks;        /* (element-type GalleyBlock) */
  GPtrArray *claims;     /* (element-type GalleyClaim) */
  GPtrArray *dismissals; /* (element-type GalleyDismissal) */
  GArray *links;         /* (element-type GalleyLink), sorted; targets are borrowed */
  GPtrArray *sign_offs;  /* (element-type GalleySignOff) */
  const char *title;
  const char *metadata[GALLEY_N_METADATA_FIELDS];
  GalleyReportOptions options;
} Fixture;

void fixture_init (Fixture *self);
void fixture_clear (Fixture *self);
GalleyRange fixture_add_block (Fixture *self, GalleyBlockRole role, guint level, const char *words);
void fixture_add_blocks (Fixture *self, const FixtureBlock *blocks, guint n_blocks);
void fixture_add_claim (Fixture *self, const GalleyClaimFields *fields);
void fixture_add_plain_claim (Fixture *self, guint start, guint end, GalleyStatus status);
void fixture_add_dismissal (Fixture *self, GalleyRange range, GalleyDismissalKind kind);
GalleyRange fixture_find (Fixture *self, const char *words, guint occurrence);
GalleyReport *fixture_make_report (Fixture *self) G_GNUC_WARN_UNUSED_RESULT;

GalleyReport *fixture_load (const char *folder, GalleyLayout layout) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)

G_END_DECLS
