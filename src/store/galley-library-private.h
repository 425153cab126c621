/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-db.h"
#include "galley-library.h"
#include "galley-presence.h"
#include "galley-schema.h"

G_BEGIN_DECLS

/**
 * GalleyLibraryMoment:
 * @event: number of the last event; 0 if there is none
 * @chain: (nullable): its value in the chain, which no other event has
 *
 * A moment in a library's life, by what its journal held then.
 */
typedef struct
{
  gint64 event;
  char *chain;
} GalleyLibraryMoment;

/**
 * GalleyLibrary:
 *
 * One SQLite file with a journal and its fold. It has two connections, so that a long search never
 * holds up a verdict; each is used under its lock only.
 */
struct _GalleyLibrary
{
  GObject parent_instance;

  char *path;

  GMutex write_lock;
  GalleyDb *writer;         /* nullable: it can only be read */
  GalleyLibraryMoment told; /* up to where whoever has it open was told what was done */
  gboolean is_abreast;      /* while writing: nobody else has written since */

  GMutex backup_lock; /* held while a backup is made, or all of them are removed */

  GMutex read_lock;
  GalleyDb *reader;

  GalleyPresence *presence; /* nullable, until it is open */
};

/* Writing, so that what other programs write is told apart from it. */
gboolean galley_library_begin (GalleyLibrary *self, GError **error);
gboolean galley_library_commit (GalleyLibrary *self, GError **error);
gboolean galley_library_start_following (GalleyLibrary *self, GError **error);

/* Query for how far the journal has come: the number of its last event and what no other has. */
#define GALLEY_LIBRARY_MOMENT "SELECT id || ' ' || chain FROM event ORDER BY id DESC LIMIT 1"

/* Query for the UUID under which this copy of the library appends. */
#define GALLEY_LIBRARY_REPLICA "SELECT value FROM meta WHERE key = 'replica'"

/* Whether an event is this copy's own: of its identity, or of one that it had ("was:") until it
 * parted from a copy that kept it ("until:", the number of the last event before). */
#define GALLEY_LIBRARY_IS_OWN(replica, seq)                                                        \
  "EXISTS (SELECT 1 FROM main.meta m WHERE (m.key = 'replica' OR m.key LIKE 'was:%')"              \
  " AND m.value = " replica " AND " seq " <= coalesce ((SELECT CAST (u.value AS INTEGER)"          \
  " FROM main.meta u WHERE u.key = 'until:' || m.value), " seq "))"

/* What reading the present draft and reading an older one have in common. */
GalleyDocument *galley_library_read_document (GalleyDb *db,
                                              const char *article_id,
                                              const char *draft_id,
                                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean galley_library_read_stored (GalleyDb *db,
                                     const char *article_id,
                                     GalleyStoredArticle *stored,
                                     GError **error);
gboolean galley_library_check_quotes (GalleyDb *db,
                                      const char *article_id,
                                      GalleyDocument *document,
                                      GError **error);

/* What nobody has written to for so long is not being written; in seconds. */
#define GALLEY_BACKUP_ABANDONED_AFTER_S 3600

/* What is kept beside a library, under its name with one of these. */
#define GALLEY_BACKUP_FORMAT_SUFFIX ".format-"
#define GALLEY_BACKUP_ASIDE_SUFFIX ".before-restore-"

/* A regular expression for what a copy is called until it is complete, and what lies beside it. */
#define GALLEY_BACKUP_UNFINISHED "(\\.[A-Za-z0-9]{6})?(-journal|-wal|-shm)?"

GPtrArray *galley_backup_list_beside (const char *path, const char *suffix, const char *rest)
    G_GNUC_WARN_UNUSED_RESULT;

/* The folder of a library's rotating backups. */
char *galley_backup_get_folder (const char *path) G_GNUC_WARN_UNUSED_RESULT;
gboolean galley_backup_copy (GalleyDb *from, const char *to_path, GError **error);
gboolean galley_backup_copy_pages (GalleyDb *from, GalleyDb *to, GError **error);
gboolean galley_backup_check (const char *path, GError **error);
gboolean galley_backup_put_in_place (const char *temporary, const char *path, GError **error);
gboolean galley_backup_forget_all (const char *path, GError **error);

GalleyLibrary *galley_library_open_with_schema (const char *path,
                                                const GalleySchema *schema,
                                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean galley_library_assign_replica (GalleyDb *db, GError **error);

G_END_DECLS
