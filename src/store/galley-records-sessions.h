/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-db.h"
#include "galley-session.h"

G_BEGIN_DECLS

/* Review sessions as objects. */

GalleySession *galley_records_read_session (GalleyDb *db, const char *id, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *galley_records_read_sessions (GalleyDb *db, const char *article_id, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
