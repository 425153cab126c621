/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/* A member of an archive to be made. */
typedef struct
{
  const char *name;
  const void *content;
  gssize length_bytes; /* -1 if @content ends with NUL */
} ZipMember;

GBytes *make_zip (const ZipMember *members, guint n_members, const char *password)
    G_GNUC_WARN_UNUSED_RESULT;
GBytes *make_docx (const char *body, const ZipMember *parts, guint n_parts)
    G_GNUC_WARN_UNUSED_RESULT;
GBytes *make_odt (const char *body) G_GNUC_WARN_UNUSED_RESULT;
char *make_word_part (const char *root, const char *content) G_GNUC_WARN_UNUSED_RESULT;
