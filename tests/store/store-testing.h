/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-desk.h"
#include "galley-record-verbs.h"
#include "galley-store-error.h"
#include "galley-verbs.h"

#include <sqlite3.h>

/* What the tests of the store share: places to put libraries, articles to put into them, steps that
 * have to succeed, and raw connections that see and damage what the store wrote. */

char *testing_make_folder (void) G_GNUC_WARN_UNUSED_RESULT;
char *testing_make_folder_in_memory (void) G_GNUC_WARN_UNUSED_RESULT;
void testing_remove_folder (char *folder);
guint testing_count_files (const char *folder);
GBytes *testing_read_file (const char *path) G_GNUC_WARN_UNUSED_RESULT;

GalleyDocument *testing_new_document (const char *text) G_GNUC_WARN_UNUSED_RESULT;
GalleyDesk *testing_open (const char *path) G_GNUC_WARN_UNUSED_RESULT;
void testing_close (GalleyDesk *desk);
char *testing_import (GalleyDesk *desk, const char *text) G_GNUC_WARN_UNUSED_RESULT;
GalleyOutcome *testing_try (GalleyDesk *desk, GalleyAction *action, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
void testing_perform (GalleyDesk *desk, GalleyAction *action);
GalleyAction *testing_mark (GalleyCheck *check, GalleyRange range, GalleyStatus status)
    G_GNUC_WARN_UNUSED_RESULT;
const char *
testing_mark_words (GalleyDesk *desk, GalleyCheck *check, const char *words, GalleyStatus status);
void testing_set_status (GalleyDesk *desk,
                         const char *claim_id,
                         GalleyStatus status,
                         const char *reason);
GPtrArray *testing_verify (const char *path) G_GNUC_WARN_UNUSED_RESULT;
void testing_assert_sound (const char *path);

void testing_run_as_somebody (void (*func) (gpointer), gpointer data);
void testing_limit_files (guint64 size_bytes);

sqlite3 *testing_connect (const char *path) G_GNUC_WARN_UNUSED_RESULT;
void testing_change (const char *path, const char *sql);
void testing_exec (sqlite3 *db, const char *sql);
gint64 testing_get_int (const char *path, const char *sql);
char *testing_get_text (const char *path, const char *sql);
