/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_FETCHED (galley_fetched_get_type ())

/**
 * GalleyFetched:
 *
 * What was found at a web address, and when: evidence of what was there. Never changes, and is safe
 * to share between threads.
 */
typedef struct _GalleyFetched GalleyFetched;

/**
 * GalleyFetchedParts:
 * @addresses: every address that was asked, in this order: the one that was given, then what each
 *   led to
 * @status: the HTTP status of the last
 * @headers: what the last answered before its content: a line for the status and one for each
 *   header, ended by line feeds. Names and values are as they were received; those that HTTP
 *   defines come before others
 * @content_type: (nullable): the value of the header Content-Type
 * @time: when the answer began, in UTC
 * @served: the bytes as they were served, without what carried them over the wire
 * @content: @served decoded as the header Content-Encoding says; the same bytes if it says nothing
 */
typedef struct
{
  char **addresses;
  guint status;
  char *headers;
  char *content_type;
  GDateTime *time;
  GBytes *served;
  GBytes *content;
} GalleyFetchedParts;

GType galley_fetched_get_type (void);

GalleyFetched *galley_fetched_new (GalleyFetchedParts *parts) G_GNUC_WARN_UNUSED_RESULT;
GalleyFetched *galley_fetched_ref (GalleyFetched *self);
void galley_fetched_unref (GalleyFetched *self);

const GalleyFetchedParts *galley_fetched_get_parts (GalleyFetched *self);
const char *galley_fetched_get_address (GalleyFetched *self);
char *galley_fetched_dup_charset (GalleyFetched *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyFetched, galley_fetched_unref)

G_END_DECLS
