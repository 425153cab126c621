/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-fetched.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define GALLEY_FETCH_ERROR (galley_fetch_error_quark ())

/**
 * GalleyFetchError:
 * @GALLEY_FETCH_ERROR_ADDRESS: the address, or one that it leads to, is none that is fetched
 * @GALLEY_FETCH_ERROR_UNREACHABLE: there is no answer, or it broke off
 * @GALLEY_FETCH_ERROR_UNTRUSTED: who answers cannot be trusted to be who it says
 * @GALLEY_FETCH_ERROR_STATUS: the server refuses
 * @GALLEY_FETCH_ERROR_CONTENT: what it serves is empty, too large, or cannot be decoded
 */
typedef enum
{
  GALLEY_FETCH_ERROR_ADDRESS,
  GALLEY_FETCH_ERROR_UNREACHABLE,
  GALLEY_FETCH_ERROR_UNTRUSTED,
  GALLEY_FETCH_ERROR_STATUS,
  GALLEY_FETCH_ERROR_CONTENT,
} GalleyFetchError;

GQuark galley_fetch_error_quark (void);

/**
 * GalleyFetchLimits:
 * @seconds: for all of it
 * @size_bytes: of what is served, and of what it decodes to
 * @n_redirects: how often the server may lead elsewhere
 *
 * When to give up.
 */
typedef struct
{
  guint seconds;
  gsize size_bytes;
  guint n_redirects;
} GalleyFetchLimits;

gboolean galley_fetch_is_address (const char *text);

GalleyFetched *galley_fetch (const char *address,
                             const GalleyFetchLimits *limits,
                             GCancellable *cancellable,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
void galley_fetch_async (const char *address,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data);
GalleyFetched *galley_fetch_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
