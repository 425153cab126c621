/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-desk-package.h"
#include "store-testing.h"

/* What the tests of packages and merging share: whole libraries as text, and ways between them. */

char *merge_dump (const char *path, gboolean with_blobs) G_GNUC_WARN_UNUSED_RESULT;
GBytes *merge_export (GalleyDesk *desk, const char *article_id) G_GNUC_WARN_UNUSED_RESULT;
GalleyMergeResult *merge_import (GalleyDesk *desk, GBytes *package) G_GNUC_WARN_UNUSED_RESULT;
guint merge_count_disagreements (GalleyDesk *desk);
GalleyClaim *merge_find_claim (GalleyDesk *desk, const char *article_id, const char *claim_id)
    G_GNUC_WARN_UNUSED_RESULT;
void merge_assert_lists_fresh (GalleyDesk *desk, GalleyDesk *fresh);
void merge_assert_honest (const char *path);
