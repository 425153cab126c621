/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * GalleySeal:
 * @replica: UUID of a copy of a library that appended events
 * @seq: number of its last event that is known
 * @chain: the event's chain value, hexadecimal
 *
 * What stands for all that a replica did: nothing before it can be changed without the chain value
 * becoming another one. Printed beside an archive copy, it tells years later whether the copy is
 * what it was.
 */
typedef struct
{
  char *replica;
  gint64 seq;
  char *chain;
} GalleySeal;

GalleySeal *galley_seal_new (const char *replica, gint64 seq, const char *chain)
    G_GNUC_WARN_UNUSED_RESULT;
void galley_seal_free (GalleySeal *seal);

/**
 * GalleyPackageSummary:
 * @application: what wrote it, such as "Galley 0.1.0"
 * @is_whole: whether it holds a whole library
 * @n_articles: how many articles it holds
 * @n_events: how many events
 * @n_blobs: how many files
 * @seals: (element-type GalleySeal): of each replica, in the order of their ids
 *
 * What a review package holds.
 */
typedef struct
{
  char *application;
  gboolean is_whole;
  guint n_articles;
  guint n_events;
  guint n_blobs;
  GPtrArray *seals;
} GalleyPackageSummary;

void galley_package_summary_free (GalleyPackageSummary *summary);

gboolean galley_package_recognise (GBytes *bytes);
GalleyPackageSummary *galley_package_examine (GBytes *bytes, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyPackageSummary, galley_package_summary_free)

G_END_DECLS
