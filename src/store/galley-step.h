/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-journal.h"
#include "galley-kinds.h"
#include "galley-library-private.h"

G_BEGIN_DECLS

/**
 * GalleyStep:
 * @library: a library whose writing lock is held and whose writer has a transaction under way
 * @writer: (nullable): appends the step's events; %NULL if somebody else has
 * @claims: (element-type utf8): ids of the claims that have to be read again when it is done
 * @dismissals: (element-type utf8): likewise of dismissals
 * @sources: (element-type utf8): likewise of sources
 * @readings: (element-type utf8): likewise of second readings
 * @sessions: (element-type utf8): likewise of review sessions
 * @seen: the ids in all of these
 * @has_new_draft: whether the article's draft is another one now
 * @has_new_settings: whether the library has other settings now
 *
 * A step under way.
 */
typedef struct
{
  GalleyLibrary *library;
  GalleyWriter *writer;
  GPtrArray *claims;
  GPtrArray *dismissals;
  GPtrArray *sources;
  GPtrArray *readings;
  GPtrArray *sessions;
  GHashTable *seen;
  gboolean has_new_draft;
  gboolean has_new_settings;
} GalleyStep;

/* Appends the events of a step. */
typedef gboolean (*GalleyStepFunc) (GalleyStep *step, gconstpointer data, GError **error);

void galley_step_init (GalleyStep *self, GalleyLibrary *library);
void galley_step_clear (GalleyStep *self);
gboolean
galley_step_touch (GalleyStep *self, const GalleyKind *kind, const char *subject, GError **error);
GalleyOutcome *galley_step_read (GalleyStep *self, const char *article_id, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
gboolean galley_step_append (GalleyStep *self,
                             const char *kind_name,
                             const char *article,
                             const char *subject,
                             const char *to,
                             GError **error);
GalleyOutcome *galley_step_run (GalleyLibrary *library,
                                const char *actor,
                                const char *verb,
                                GalleyStepFunc func,
                                gconstpointer data,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
GalleyOutcome *galley_step_end (GalleyLibrary *library, GalleyOutcome *outcome, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GalleyStep, galley_step_clear)

G_END_DECLS
