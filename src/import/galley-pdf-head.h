/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *galley_pdf_head_dup_title (const char *stated) G_GNUC_WARN_UNUSED_RESULT;
char *galley_pdf_head_dup_author (const char *stated) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
