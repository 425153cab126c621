/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-look.h"

#include <adwaita.h>

#define RGBA(hex, alpha)                                                                           \
  {                                                                                                \
    ((hex) >> 16 & 0xff) / 255.f, ((hex) >> 8 & 0xff) / 255.f, ((hex) &0xff) / 255.f, alpha        \
  }
#define RGB(hex) RGBA (hex, 1.f)
#define BY_STATUS(pending, confirmed, disputed)                                                    \
  {                                                                                                \
    [GALLEY_STATUS_PENDING] = RGB (pending), [GALLEY_STATUS_CONFIRMED] = RGB (confirmed),          \
    [GALLEY_STATUS_DISPUTED] = RGB (disputed)                                                      \
  }

/* Paper and ink are those of a view in libadwaita. A test holds every other colour to its contrast:
 * words and links on any tint 4.5:1, lines, dots and signs on what they are drawn on 3:1; in high
 * contrast 7:1 and 4.5:1. */
static const GalleyLook light = {
  .paper = RGB (0xffffff),
  .ink = RGB (0x2b2b2b),
  .faint_ink = RGB (0x686868),
  .tint = BY_STATUS (0xfdf1d0, 0xe1f4e6, 0xfde5e2),
  .deep_tint = BY_STATUS (0xf8de9c, 0xbfe6c9, 0xf8c6c0),
  .line = BY_STATUS (0x8a5a00, 0x1b7a3a, 0xc01c28),
  .badge_ink = RGB (0xffffff),
  .suggestion = RGB (0x858585),
  .dismissed = RGB (0x8a8a8a),
  .uncovered = RGB (0xe6e2fb),
  .uncovered_line = RGB (0x6a55c4),
  .outline = RGB (0x1c71d8),
  .link = RGB (0x15539e),
  .note = RGB (0x6a6a6a),
  .note_veil = RGBA (0x2b2b2b, 0.12f),
};

static const GalleyLook dark = {
  .paper = RGB (0x1e1e1e),
  .ink = RGB (0xf2f2f2),
  .faint_ink = RGB (0xa8a8a8),
  .tint = BY_STATUS (0x40351a, 0x1d3a27, 0x472528),
  .deep_tint = BY_STATUS (0x5e4b14, 0x245437, 0x6a2f33),
  .line = BY_STATUS (0xf0bc3c, 0x66d78c, 0xff8a83),
  .badge_ink = RGB (0x1e1e1e),
  .suggestion = RGB (0x8e8e8e),
  .dismissed = RGB (0x7c7c7c),
  .uncovered = RGB (0x3a3360),
  .uncovered_line = RGB (0xa99af0),
  .outline = RGB (0x78aeed),
  .link = RGB (0x99c1f1),
  .note = RGB (0xa0a0a0),
  .note_veil = RGBA (0xf2f2f2, 0.14f),
};

static const GalleyLook light_high_contrast = {
  .paper = RGB (0xffffff),
  .ink = RGB (0x000000),
  .faint_ink = RGB (0x4a4a4a),
  .tint = BY_STATUS (0xffe9ad, 0xc9efd4, 0xffd5d0),
  .deep_tint = BY_STATUS (0xffd768, 0xa0e3b3, 0xffb5ad),
  .line = BY_STATUS (0x5e3c00, 0x0a5424, 0x94000d),
  .badge_ink = RGB (0xffffff),
  .suggestion = RGB (0x505050),
  .dismissed = RGB (0x5a5a5a),
  .uncovered = RGB (0xd6cffb),
  .uncovered_line = RGB (0x3c2a91),
  .outline = RGB (0x0b3d91),
  .link = RGB (0x07307a),
  .note = RGB (0x404040),
  .note_veil = RGBA (0x000000, 0.16f),
};

static const GalleyLook dark_high_contrast = {
  .paper = RGB (0x1e1e1e),
  .ink = RGB (0xffffff),
  .faint_ink = RGB (0xd0d0d0),
  .tint = BY_STATUS (0x473708, 0x10401f, 0x571c20),
  .deep_tint = BY_STATUS (0x5f4800, 0x0b5626, 0x74151c),
  .line = BY_STATUS (0xffd75e, 0x8ff0ac, 0xffb8b3),
  .badge_ink = RGB (0x000000),
  .suggestion = RGB (0xc4c4c4),
  .dismissed = RGB (0xb8b8b8),
  .uncovered = RGB (0x3d2f85),
  .uncovered_line = RGB (0xd6ccff),
  .outline = RGB (0xb8d7ff),
  .link = RGB (0xd9eaff),
  .note = RGB (0xd0d0d0),
  .note_veil = RGBA (0xffffff, 0.08f),
};

/**
 * galley_look_get:
 * @is_dark: whether for the dark style
 * @is_high_contrast: whether for high contrast
 *
 * Returns: (transfer none): the colours
 */
const GalleyLook *
galley_look_get (gboolean is_dark, gboolean is_high_contrast)
{
  if (is_high_contrast)
    return is_dark ? &dark_high_contrast : &light_high_contrast;

  return is_dark ? &dark : &light;
}

/**
 * galley_look_get_current:
 *
 * Returns: (transfer none): the colours of the style that the program is shown in now
 */
const GalleyLook *
galley_look_get_current (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  return galley_look_get (adw_style_manager_get_dark (manager),
                          adw_style_manager_get_high_contrast (manager));
}

/**
 * galley_look_get_icon_name:
 *
 * Returns: (transfer none): the badge of @status
 */
const char *
galley_look_get_icon_name (GalleyStatus status)
{
  static const char *names[GALLEY_N_STATUSES] = {
    [GALLEY_STATUS_PENDING] = "galley-pending-symbolic",
    [GALLEY_STATUS_CONFIRMED] = "galley-confirmed-symbolic",
    [GALLEY_STATUS_DISPUTED] = "galley-disputed-symbolic",
  };

  g_return_val_if_fail ((guint) status < GALLEY_N_STATUSES, NULL);

  return names[status];
}

/**
 * galley_look_get_css_class:
 *
 * Returns: (transfer none): the style class of widgets that show @status
 */
const char *
galley_look_get_css_class (GalleyStatus status)
{
  static const char *names[GALLEY_N_STATUSES] = {
    [GALLEY_STATUS_PENDING] = "pending",
    [GALLEY_STATUS_CONFIRMED] = "confirmed",
    [GALLEY_STATUS_DISPUTED] = "disputed",
  };

  g_return_val_if_fail ((guint) status < GALLEY_N_STATUSES, NULL);

  return names[status];
}
