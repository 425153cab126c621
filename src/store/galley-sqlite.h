/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-late.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/* SQLite, which is loaded late. */
#define GALLEY_SQLITE_FUNCTIONS(F)                                                                 \
  F (sqlite3_backup_finish)                                                                        \
  F (sqlite3_backup_init)                                                                          \
  F (sqlite3_backup_step)                                                                          \
  F (sqlite3_bind_blob64)                                                                          \
  F (sqlite3_bind_int64)                                                                           \
  F (sqlite3_bind_parameter_count)                                                                 \
  F (sqlite3_bind_text)                                                                            \
  F (sqlite3_busy_timeout)                                                                         \
  F (sqlite3_changes)                                                                              \
  F (sqlite3_clear_bindings)                                                                       \
  F (sqlite3_close)                                                                                \
  F (sqlite3_column_blob)                                                                          \
  F (sqlite3_column_bytes)                                                                         \
  F (sqlite3_column_count)                                                                         \
  F (sqlite3_column_int)                                                                           \
  F (sqlite3_column_int64)                                                                         \
  F (sqlite3_column_text)                                                                          \
  F (sqlite3_column_type)                                                                          \
  F (sqlite3_config)                                                                               \
  F (sqlite3_db_config)                                                                            \
  F (sqlite3_db_readonly)                                                                          \
  F (sqlite3_errcode)                                                                              \
  F (sqlite3_errmsg)                                                                               \
  F (sqlite3_exec)                                                                                 \
  F (sqlite3_extended_errcode)                                                                     \
  F (sqlite3_extended_result_codes)                                                                \
  F (sqlite3_file_control)                                                                         \
  F (sqlite3_finalize)                                                                             \
  F (sqlite3_get_autocommit)                                                                       \
  F (sqlite3_last_insert_rowid)                                                                    \
  F (sqlite3_open_v2)                                                                              \
  F (sqlite3_prepare_v3)                                                                           \
  F (sqlite3_reset)                                                                                \
  F (sqlite3_sql)                                                                                  \
  F (sqlite3_step)                                                                                 \
  F (sqlite3_system_errno)

typedef struct
{
  GALLEY_SQLITE_FUNCTIONS (GALLEY_LATE_MEMBER)
} GalleySqlite;

/* Callable after galley_sqlite_load(). */
extern GalleySqlite galley_sqlite;

void galley_sqlite_load (void);

G_END_DECLS
