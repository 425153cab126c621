/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/* A server on the loopback interface, in threads of its own. It sends what it was told to, byte by
 * byte, so that it can break every rule; then it ends the connection. */
typedef struct _FetchServer FetchServer;

FetchServer *fetch_server_new (void) G_GNUC_WARN_UNUSED_RESULT;
FetchServer *fetch_server_new_with_tls (const char *pem_path) G_GNUC_WARN_UNUSED_RESULT;
void fetch_server_free (FetchServer *self);

char *fetch_server_dup_address (FetchServer *self, const char *path) G_GNUC_WARN_UNUSED_RESULT;
char *fetch_server_dup_request (FetchServer *self) G_GNUC_WARN_UNUSED_RESULT;

void fetch_server_answer (FetchServer *self, const char *path, const char *answer);
void fetch_server_answer_bytes (FetchServer *self, const char *path, GBytes *answer);
void fetch_server_answer_endless (FetchServer *self,
                                  const char *path,
                                  const char *answer,
                                  const char *more,
                                  guint pause_ms);
