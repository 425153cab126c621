/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-desk-private.h"

G_BEGIN_DECLS

/* What a worker is asked to do. Everything in it is the job's own, or immutable. */
typedef struct _GalleyDeskJob GalleyDeskJob;

typedef gpointer (*GalleyDeskJobFunc) (GalleyDesk *desk, GalleyDeskJob *job, GError **error);
typedef void (*GalleyDeskJobDone) (GalleyDesk *desk, gpointer result);

struct _GalleyDeskJob
{
  GalleyDeskJobFunc func; /* in the worker: gives the result or sets an error */
  GalleyDeskJobDone
      done; /* (nullable) in the desk's thread: takes the result over before it is returned */
  GDestroyNotify free_result;
  gboolean is_write;

  char *article_id;
  char *other_id; /* a unit or a subject */
  char *words;
  gboolean open_only;
  gboolean with_archived;
  GalleyAction *action;
  GalleyDocument *document;
  GalleyArticle *known;
  GBytes *package;

  gpointer result;
  GError *error;
};

GalleyDeskJob *galley_desk_job_new (GalleyDeskJobFunc func,
                                    GalleyDeskJobDone done,
                                    GDestroyNotify free_result) G_GNUC_WARN_UNUSED_RESULT;
void galley_desk_job_start (GalleyDesk *self,
                            GThreadPool **worker,
                            GalleyDeskJob *job,
                            gpointer tag,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
gpointer galley_desk_job_finish (gpointer self, GAsyncResult *result, gpointer tag, GError **error);

G_END_DECLS
