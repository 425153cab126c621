/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-desk.h"
#include "galley-library.h"
#include "galley-merge-result.h"

G_BEGIN_DECLS

/**
 * GalleyDesk:
 *
 * Where a checker works: a library, the verbs to work with, and what is open.
 *
 * The list of articles and the open checks change only after a step is durable, in the thread that
 * the desk was opened for. Three worker threads do the waiting: one writes, and loads what it has
 * written; one looks things up, which may take longer; one makes backups.
 */
struct _GalleyDesk
{
  GObject parent_instance;

  GalleyLibrary *library;
  char *actor;          /* interned, so that a worker may read it while it changes */
  GListStore *articles; /* (element-type GalleyArticle) */
  GPtrArray *checks;    /* (element-type GalleyCheck), not owned: those that somebody has open */

  GThreadPool *writer; /* made when first needed */
  GThreadPool *reader; /* likewise */
  GThreadPool *keeper; /* likewise: makes backups */
  guint n_unsaved;

  GFileMonitor *monitor; /* (nullable) over what every program writes to */
  gboolean is_looking;   /* what others did is being read */
  gboolean look_again;   /* and there is more by now */
  guint look_source;     /* looks again when whoever is writing may have finished */
};

void galley_desk_apply (GalleyDesk *self, GalleyOutcome *outcome);
void galley_desk_add_signals (GalleyDeskClass *klass);
void galley_desk_stop_following (GalleyDesk *self);
void galley_desk_register (GalleyDesk *self, GalleyCheck *check);
GalleyCheck *galley_desk_read_check (GalleyDesk *self,
                                     const char *article_id,
                                     GalleyArticle *known,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
GalleyOutcome *galley_desk_write_import (GalleyDesk *self, GalleyDocument *document, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
GalleyMergeResult *galley_desk_write_merge (GalleyDesk *self,
                                            GBytes *package,
                                            GPtrArray **out_outcomes,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
void galley_desk_stop_workers (GalleyDesk *self);

G_END_DECLS
