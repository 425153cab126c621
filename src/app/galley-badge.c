/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-badge.h"

#include "galley-look.h"

#include <adwaita.h>

/**
 * GalleyBadge:
 *
 * The sign of a status, or of a suggestion. Another sign is drawn in the same place; a GtkImage
 * would have the window laid out anew for it.
 */
struct _GalleyBadge
{
  GtkWidget parent_instance;

  GalleyStatus status;
  gboolean is_suggestion;
};

G_DEFINE_FINAL_TYPE (GalleyBadge, galley_badge, GTK_TYPE_WIDGET)

/**
 * galley_badge_paint_icon:
 * @widget: what is drawn
 * @snapshot: where to; the icon gets its upper left corner in the origin
 * @icon_name: name of a symbolic icon
 * @colour: its colour
 *
 * Draws an icon of the size of a badge.
 */
void
galley_badge_paint_icon (GtkWidget *widget,
                         GtkSnapshot *snapshot,
                         const char *icon_name,
                         const GdkRGBA *colour)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));
  g_autoptr (GtkIconPaintable) icon = gtk_icon_theme_lookup_icon (
      theme, icon_name, /* fallbacks= */ NULL, GALLEY_BADGE_SIZE,
      gtk_widget_get_scale_factor (widget), gtk_widget_get_direction (widget), 0);

  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot,
                                            GALLEY_BADGE_SIZE, GALLEY_BADGE_SIZE, colour, 1);
}

static void
galley_badge_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  *minimum = *natural = GALLEY_BADGE_SIZE;
}

/* The sign of what nobody has said anything of. */
static void
paint_empty (GtkWidget *widget, GtkSnapshot *snapshot)
{
  galley_badge_paint_icon (widget, snapshot, "galley-suggestion-symbolic",
                           &galley_look_get_current ()->suggestion);
}

static void
galley_badge_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GalleyBadge *self = GALLEY_BADGE (widget);

  if (self->is_suggestion)
    paint_empty (widget, snapshot);
  else
    galley_badge_paint (widget, snapshot, self->status);
}

static void
galley_badge_dispose (GObject *object)
{
  g_signal_handlers_disconnect_by_data (adw_style_manager_get_default (), object);

  G_OBJECT_CLASS (galley_badge_parent_class)->dispose (object);
}

static void
galley_badge_class_init (GalleyBadgeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_badge_dispose;
  widget_class->measure = galley_badge_measure;
  widget_class->snapshot = galley_badge_snapshot;

  gtk_widget_class_set_css_name (widget_class, "badge");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
galley_badge_init (GalleyBadge *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  g_signal_connect_swapped (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self);
  g_signal_connect_swapped (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw),
                            self);
}

static void
show (GalleyBadge *self, GalleyStatus status, gboolean is_suggestion)
{
  if (self->status == status && self->is_suggestion == is_suggestion)
    return;

  self->status = status;
  self->is_suggestion = is_suggestion;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * galley_badge_set_status:
 * @status: what to show
 */
void
galley_badge_set_status (GalleyBadge *self, GalleyStatus status)
{
  g_return_if_fail (GALLEY_IS_BADGE (self));

  show (self, status, /* is_suggestion= */ FALSE);
}

/**
 * galley_badge_set_claim:
 *
 * Shows where a claim stands, or that a second reader has not judged it.
 */
void
galley_badge_set_claim (GalleyBadge *self, GalleyClaim *claim)
{
  g_return_if_fail (GALLEY_IS_BADGE (self) && GALLEY_IS_CLAIM (claim));

  show (self, galley_claim_get_status (claim), galley_claim_is_unjudged (claim));
}

/**
 * galley_badge_set_suggestion:
 *
 * Shows the sign of what nobody has marked yet.
 */
void
galley_badge_set_suggestion (GalleyBadge *self)
{
  g_return_if_fail (GALLEY_IS_BADGE (self));

  show (self, GALLEY_STATUS_PENDING, /* is_suggestion= */ TRUE);
}

/**
 * galley_badge_paint:
 * @widget: what is drawn
 * @snapshot: where to; the badge gets its upper left corner in the origin
 * @status: whose sign
 *
 * Draws the badge of a status.
 */
void
galley_badge_paint (GtkWidget *widget, GtkSnapshot *snapshot, GalleyStatus status)
{
  galley_badge_paint_icon (widget, snapshot, galley_look_get_icon_name (status),
                           &galley_look_get_current ()->line[status]);
}

/**
 * galley_badge_paint_count:
 * @widget: what is drawn
 * @snapshot: where to; the origin is at the height of a badge's upper end
 * @count: how many there are
 * @colour: of the digits
 * @align: %GTK_ALIGN_START if the digits begin at the origin, %GTK_ALIGN_END if they end there
 *
 * Draws a number beside a badge.
 */
void
galley_badge_paint_count (GtkWidget *widget,
                          GtkSnapshot *snapshot,
                          guint count,
                          const GdkRGBA *colour,
                          GtkAlign align)
{
  g_autofree char *digits = g_strdup_printf ("%u", count);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, "");
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Sans Bold");
  int width, height;

  pango_font_description_set_absolute_size (font, 11 * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, digits, -1);
  pango_layout_get_pixel_size (layout, &width, &height);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (align == GTK_ALIGN_END ? -width : 0,
                                                (int) ((GALLEY_BADGE_SIZE - height) / 2)));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}

/**
 * galley_badge_paint_claim:
 * @widget: what is drawn
 * @snapshot: where to; the badge gets its upper left corner in the origin
 * @claim: whose sign
 *
 * Draws the badge of a claim's status; an empty one where a second reader has not judged it.
 */
void
galley_badge_paint_claim (GtkWidget *widget, GtkSnapshot *snapshot, GalleyClaim *claim)
{
  if (galley_claim_is_unjudged (claim))
    paint_empty (widget, snapshot);
  else
    galley_badge_paint (widget, snapshot, galley_claim_get_status (claim));
}
