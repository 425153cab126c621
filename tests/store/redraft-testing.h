/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-redraft.h"
#include "store-testing.h"

/* What tests of new drafts share. */

GalleyDocument *redraft_new_document (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *redraft_import (GalleyDesk *desk, const char *text) G_GNUC_WARN_UNUSED_RESULT;
GalleyRedraft *redraft_begin (GalleyDesk *desk, const char *article, const char *text)
    G_GNUC_WARN_UNUSED_RESULT;
void redraft_perform (GalleyDesk *desk, const char *article, const char *text);
GalleyCheck *redraft_load (GalleyDesk *desk, const char *article) G_GNUC_WARN_UNUSED_RESULT;
GalleyClaim *redraft_find (GalleyCheck *check, const char *claim_id);
char *redraft_quote (GalleyCheck *check, GalleyClaim *claim) G_GNUC_WARN_UNUSED_RESULT;
char *redraft_describe (GalleyCheck *check) G_GNUC_WARN_UNUSED_RESULT;
