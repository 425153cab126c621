/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-late.h"

#include <cairo-pdf.h>
#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* What sets and draws pages, which is loaded late. */
#define GALLEY_CAIRO_FUNCTIONS(F)                                                                  \
  F (cairo_clip)                                                                                   \
  F (cairo_close_path)                                                                             \
  F (cairo_create)                                                                                 \
  F (cairo_curve_to)                                                                               \
  F (cairo_destroy)                                                                                \
  F (cairo_fill)                                                                                   \
  F (cairo_font_options_create)                                                                    \
  F (cairo_font_options_destroy)                                                                   \
  F (cairo_font_options_set_hint_metrics)                                                          \
  F (cairo_font_options_set_hint_style)                                                            \
  F (cairo_line_to)                                                                                \
  F (cairo_move_to)                                                                                \
  F (cairo_pdf_surface_add_outline)                                                                \
  F (cairo_pdf_surface_create_for_stream)                                                          \
  F (cairo_pdf_surface_restrict_to_version)                                                        \
  F (cairo_pdf_surface_set_metadata)                                                               \
  F (cairo_rectangle)                                                                              \
  F (cairo_restore)                                                                                \
  F (cairo_save)                                                                                   \
  F (cairo_set_dash)                                                                               \
  F (cairo_set_line_width)                                                                         \
  F (cairo_set_source_rgb)                                                                         \
  F (cairo_show_page)                                                                              \
  F (cairo_status)                                                                                 \
  F (cairo_status_to_string)                                                                       \
  F (cairo_stroke)                                                                                 \
  F (cairo_surface_destroy)                                                                        \
  F (cairo_surface_finish)                                                                         \
  F (cairo_surface_status)                                                                         \
  F (cairo_tag_begin)                                                                              \
  F (cairo_tag_end)                                                                                \
  F (cairo_translate)

#define GALLEY_PANGO_FUNCTIONS(F)                                                                  \
  F (pango_attr_font_desc_new)                                                                     \
  F (pango_attr_font_features_new)                                                                 \
  F (pango_attr_foreground_new)                                                                    \
  F (pango_attr_insert_hyphens_new)                                                                \
  F (pango_attr_language_new)                                                                      \
  F (pango_attr_list_insert)                                                                       \
  F (pango_attr_list_new)                                                                          \
  F (pango_attr_list_unref)                                                                        \
  F (pango_context_set_base_dir)                                                                   \
  F (pango_context_set_language)                                                                   \
  F (pango_context_set_round_glyph_positions)                                                      \
  F (pango_font_description_free)                                                                  \
  F (pango_font_description_new)                                                                   \
  F (pango_font_description_set_absolute_size)                                                     \
  F (pango_font_description_set_family_static)                                                     \
  F (pango_font_description_set_style)                                                             \
  F (pango_font_description_set_weight)                                                            \
  F (pango_font_map_create_context)                                                                \
  F (pango_glyph_string_free)                                                                      \
  F (pango_glyph_string_get_width)                                                                 \
  F (pango_glyph_string_new)                                                                       \
  F (pango_language_from_string)                                                                   \
  F (pango_layout_context_changed)                                                                 \
  F (pango_layout_get_lines_readonly)                                                              \
  F (pango_layout_line_get_extents)                                                                \
  F (pango_layout_new)                                                                             \
  F (pango_layout_set_attributes)                                                                  \
  F (pango_layout_set_auto_dir)                                                                    \
  F (pango_layout_set_ellipsize)                                                                   \
  F (pango_layout_set_text)                                                                        \
  F (pango_layout_set_width)                                                                       \
  F (pango_layout_set_wrap)                                                                        \
  F (pango_shape)

#define GALLEY_PANGO_CAIRO_FUNCTIONS(F)                                                            \
  F (pango_cairo_context_set_font_options)                                                         \
  F (pango_cairo_context_set_resolution)                                                           \
  F (pango_cairo_font_map_new)                                                                     \
  F (pango_cairo_show_glyph_item)                                                                  \
  F (pango_cairo_show_layout_line)

#define GALLEY_FONTCONFIG_FUNCTIONS(F) F (FcConfigGetFonts)

typedef struct
{
  GALLEY_CAIRO_FUNCTIONS (GALLEY_LATE_MEMBER)
  GALLEY_PANGO_FUNCTIONS (GALLEY_LATE_MEMBER)
  GALLEY_PANGO_CAIRO_FUNCTIONS (GALLEY_LATE_MEMBER)
  GALLEY_FONTCONFIG_FUNCTIONS (GALLEY_LATE_MEMBER)
} GalleyDrawing;

/* Callable after galley_drawing_load(). */
extern GalleyDrawing galley_drawing;

gboolean galley_drawing_load (GError **error);

G_END_DECLS
