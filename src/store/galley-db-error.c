/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-db.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* What SQLite's result codes mean for the person whose library it is. */

G_DEFINE_QUARK (galley - store - error - quark, galley_store_error)

static const char *
describe (int code)
{
  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return _ ("The library “%s” is in use by another program");
    case SQLITE_FULL:
      return _ ("There is no space left on the disk of the library “%s”");
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return _ ("The library “%s” can’t be written to");
    case SQLITE_CANTOPEN:
      return _ ("The library “%s” can’t be opened");
    case SQLITE_NOTADB:
      return _ ("“%s” is not a Galley library");
    case SQLITE_CORRUPT:
      return _ ("The library “%s” is damaged");
    case SQLITE_IOERR:
      return _ ("The disk of the library “%s” can’t be read or written");
    default:
      return NULL;
    }
}

static void
classify (int code, GQuark *out_domain, int *out_code)
{
  *out_domain = GALLEY_STORE_ERROR;
  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      *out_code = GALLEY_STORE_ERROR_LOCKED;
      return;
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
      *out_code = GALLEY_STORE_ERROR_DAMAGED;
      return;
    default:
      break;
    }

  *out_domain = G_IO_ERROR;
  switch (code & 0xff)
    {
    case SQLITE_FULL:
      *out_code = G_IO_ERROR_NO_SPACE;
      return;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      *out_code = G_IO_ERROR_READ_ONLY;
      return;
    default:
      *out_code = G_IO_ERROR_FAILED;
    }
}

/* SQLite says of a log that it could not make or lengthen that this could not be done, and not why.
 * Of a file that can be read what could not be opened is what lies beside it. */
static int
refine (GalleyDb *self, int code)
{
  if ((code & 0xff) != SQLITE_IOERR && (code & 0xff) != SQLITE_CANTOPEN)
    return code;

  switch (galley_sqlite.sqlite3_system_errno (galley_db_get_handle (self)))
    {
    case ENOSPC:
    case EDQUOT:
      return SQLITE_FULL;
    case EACCES:
    case EPERM:
    case EROFS:
      return (code & 0xff) == SQLITE_CANTOPEN && g_access (galley_db_get_path (self), R_OK) == 0
                 ? SQLITE_READONLY
                 : code;
    default:
      return code;
    }
}

/**
 * galley_db_set_path_error:
 * @path: a library's file
 * @code: an SQLite result code of which no more has to be known
 *
 * Sets @error to what @code means for the person whose library it is.
 */
void
galley_db_set_path_error (const char *path, int code, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  GQuark domain;
  int error_code;

  classify (code, &domain, &error_code);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_set_error (error, domain, error_code, describe (code), name);
#pragma GCC diagnostic pop
}

/**
 * galley_db_set_error_from_code:
 * @code: an SQLite result code
 *
 * Sets @error to what @code means for the person whose library it is.
 */
void
galley_db_set_error_from_code (GalleyDb *self, int code, GError **error)
{
  int cause = refine (self, code);
  g_autofree char *name = NULL;

  if (describe (cause) != NULL)
    {
      galley_db_set_path_error (galley_db_get_path (self), cause, error);
      return;
    }

  name = g_filename_display_basename (galley_db_get_path (self));
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The library “%s” reports an error: %s"),
               name, galley_sqlite.sqlite3_errmsg (galley_db_get_handle (self)));
}

/**
 * galley_db_set_error:
 *
 * Sets @error to what went wrong last on this connection.
 */
void
galley_db_set_error (GalleyDb *self, GError **error)
{
  int code = galley_sqlite.sqlite3_extended_errcode (galley_db_get_handle (self));

  galley_db_set_error_from_code (self, code, error);
}
