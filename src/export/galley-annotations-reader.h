/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a file of annotations may have. Ten thousand claims with their sources make some 15 MB. */
#define GALLEY_ANNOTATIONS_MAX_BYTES (32 * 1024 * 1024)

/* Passages that the annotations of a file are about, all of them together. */
#define GALLEY_ANNOTATIONS_MAX_TARGETS 100000

GPtrArray *galley_annotations_read (GBytes *bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
