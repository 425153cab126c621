/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GalleyPartialDate:
 * @year: from 0 to 9999
 * @month: from 1, or 0 if it is not known
 * @day: from 1, or 0 if it is not known
 *
 * A date as precisely as it is known.
 */
typedef struct
{
  guint year;
  guint month;
  guint day;
} GalleyPartialDate;

gboolean galley_partial_date_parse (const char *words, GalleyPartialDate *out_date);
char *galley_partial_date_format (const GalleyPartialDate *date) G_GNUC_WARN_UNUSED_RESULT;
gboolean galley_partial_date_is_valid (const GalleyPartialDate *date);
guint galley_month_find (const char *words);

G_END_DECLS
