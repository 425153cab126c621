/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-status.h"

G_BEGIN_DECLS

/**
 * GalleyPriority:
 * @GALLEY_PRIORITY_NORMAL: what a claim has until somebody says otherwise
 * @GALLEY_PRIORITY_HIGH: to be checked before others
 * @GALLEY_PRIORITY_LOW: to be checked after others
 *
 * How soon a claim is to be checked. The nicks are in journals on disk: frozen.
 */
typedef enum
{
  GALLEY_PRIORITY_NORMAL,
  GALLEY_PRIORITY_HIGH,
  GALLEY_PRIORITY_LOW,
} GalleyPriority;
#define GALLEY_N_PRIORITIES (GALLEY_PRIORITY_LOW + 1)

const char *galley_priority_to_nick (GalleyPriority priority);
gboolean galley_priority_from_nick (const char *nick, GalleyPriority *out_priority);
const char *galley_priority_get_label (GalleyPriority priority);

const char *galley_category_peek_nick (guint index);
const char *galley_category_get_label (const char *category);

const char *galley_reason_peek_nick (GalleyStatus status, guint index);
const char *galley_reason_get_label (const char *reason);

G_END_DECLS
