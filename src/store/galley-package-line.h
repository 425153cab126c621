/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-event.h"

G_BEGIN_DECLS

/**
 * GalleyPackageLine:
 * @event: the event; its texts belong to @texts
 * @digest: its body's digest
 * @chain: its chain value
 * @texts: (element-type utf8)
 *
 * A line of a package's journal.
 */
typedef struct
{
  GalleyEvent event;
  const char *digest;
  const char *chain;
  GPtrArray *texts;
} GalleyPackageLine;

void galley_package_line_append (GString *out,
                                 const GalleyEvent *event,
                                 const char *digest,
                                 const char *chain);
gboolean
galley_package_line_parse (const char *text, gsize size_bytes, GalleyPackageLine *out_line);
void galley_package_line_clear (GalleyPackageLine *line);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GalleyPackageLine, galley_package_line_clear)

G_END_DECLS
