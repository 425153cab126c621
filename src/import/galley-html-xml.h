/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-encoding.h"

#include <gio/gio.h>

G_BEGIN_DECLS

GString *galley_html_xml_rewrite (GBytes *page,
                                  const GalleyDecoded *decoded,
                                  GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
