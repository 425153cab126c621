/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define GALLEY_STORE_ERROR (galley_store_error_quark ())

/**
 * GalleyStoreError:
 * @GALLEY_STORE_ERROR_NOT_FOUND: there is no such article, claim, …
 * @GALLEY_STORE_ERROR_CONFLICT: the library has changed in such a way that this can't be done
 * @GALLEY_STORE_ERROR_LOCKED: another program is using the library
 * @GALLEY_STORE_ERROR_DAMAGED: the library is not one, or not as it was written
 * @GALLEY_STORE_ERROR_NEWER: a newer version of Galley wrote the library
 * @GALLEY_STORE_ERROR_SIGNED: the article is signed off, and has to be reopened first
 *
 * What goes wrong with a library. A full or read-only disk is a #GIOErrorEnum.
 */
typedef enum
{
  GALLEY_STORE_ERROR_NOT_FOUND,
  GALLEY_STORE_ERROR_CONFLICT,
  GALLEY_STORE_ERROR_LOCKED,
  GALLEY_STORE_ERROR_DAMAGED,
  GALLEY_STORE_ERROR_NEWER,
  GALLEY_STORE_ERROR_SIGNED,
} GalleyStoreError;

GQuark galley_store_error_quark (void);

G_END_DECLS
