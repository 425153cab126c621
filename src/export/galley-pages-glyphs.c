/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-pages-private.h"

#include <string.h>

/*
 * Glyphs of lines, kept small until they are drawn. Pango keeps 24 bytes for each glyph, and for
 * each stretch of them its attributes; but of the many glyphs of a long document few differ. Each
 * kind of glyph, with its width and where it stands to the one before, is kept once, and a line is
 * a list of their numbers: a stretch has
 *
 *   words, font, level, where its text begins, how long that is in bytes and characters, the number
 *   of glyphs, and the kinds of these
 *
 * one after the other, and a line ends where no font is given. All are numbers of seven bits to a
 * byte, the lowest first, the highest bit telling that there are more; a font counts from 1.
 */

typedef struct
{
  PangoGlyph glyph;
  PangoGlyphUnit width;
  PangoGlyphUnit x_offset;
  PangoGlyphUnit y_offset;
  guint32 attributes;
  gint32 cluster; /* from that of the glyph before */
} Kind;

#define N_FIRST_SLOTS 4096

struct _GalleyPagesGlyphs
{
  GStringChunk *lines;
  GPtrArray *fonts; /* (element-type PangoFont) */
  GArray *kinds;    /* (element-type Kind) */
  guint32 *slots;   /* index of a kind, from 1, at where its hash says, or behind that; else 0 */
  guint n_slots;    /* a power of two, at least twice as many as kinds */
  GByteArray *line; /* that is being packed */
  GArray *infos;    /* (element-type PangoGlyphInfo) of the stretch that was read last */
  GArray *clusters; /* (element-type gint) likewise */
};

GalleyPagesGlyphs *
galley_pages_glyphs_new (void)
{
  GalleyPagesGlyphs *self = g_new0 (GalleyPagesGlyphs, 1);

  self->lines = g_string_chunk_new (64 * 1024);
  self->fonts = g_ptr_array_new_with_free_func (g_object_unref);
  self->kinds = g_array_new (FALSE, FALSE, sizeof (Kind));
  self->n_slots = N_FIRST_SLOTS;
  self->slots = g_new0 (guint32, self->n_slots);
  self->line = g_byte_array_new ();
  self->infos = g_array_new (FALSE, FALSE, sizeof (PangoGlyphInfo));
  self->clusters = g_array_new (FALSE, FALSE, sizeof (gint));

  return self;
}

void
galley_pages_glyphs_free (GalleyPagesGlyphs *self)
{
  g_string_chunk_free (self->lines);
  g_ptr_array_unref (self->fonts);
  g_array_unref (self->kinds);
  g_free (self->slots);
  g_byte_array_unref (self->line);
  g_array_unref (self->infos);
  g_array_unref (self->clusters);
  g_free (self);
}

static guint32 *
find_slot (GalleyPagesGlyphs *self, const Kind *kind)
{
  guint32 words[sizeof *kind / sizeof (guint32)], hash = 0;
  guint at;

  memcpy (words, kind, sizeof *kind);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    hash = (hash ^ words[i]) * 2654435761u;
  at = (hash ^ (hash >> 15)) & (self->n_slots - 1);
  while (self->slots[at] != 0 &&
         memcmp (&g_array_index (self->kinds, Kind, self->slots[at] - 1), kind, sizeof *kind) != 0)
    at = (at + 1) & (self->n_slots - 1);

  return &self->slots[at];
}

static void
grow (GalleyPagesGlyphs *self)
{
  g_free (self->slots);
  self->n_slots *= 2;
  self->slots = g_new0 (guint32, self->n_slots);
  for (guint i = 0; i < self->kinds->len; i++)
    *find_slot (self, &g_array_index (self->kinds, Kind, i)) = i + 1;
}

static guint
find_kind (GalleyPagesGlyphs *self, const Kind *kind)
{
  guint32 *slot = find_slot (self, kind);
  guint index;

  if (*slot != 0)
    return *slot - 1;

  g_array_append_val (self->kinds, *kind);
  index = self->kinds->len - 1;
  *slot = index + 1;
  if (self->kinds->len * 2 > self->n_slots)
    grow (self);

  return index;
}

static guint
find_font (GalleyPagesGlyphs *self, PangoFont *font)
{
  guint index;

  if (!g_ptr_array_find (self->fonts, font, &index))
    {
      index = self->fonts->len;
      g_ptr_array_add (self->fonts, g_object_ref (font));
    }

  return index;
}

static void
put (GalleyPagesGlyphs *self, guint number)
{
  guint8 bytes[5];
  guint n = 0;

  for (; number >= 0x80; number >>= 7)
    bytes[n++] = (number & 0x7f) | 0x80;
  bytes[n++] = number;
  g_byte_array_append (self->line, bytes, n);
}

static guint
take (const guint8 **at)
{
  guint number = 0, shift = 0;

  for (; **at & 0x80; (*at)++, shift += 7)
    number |= (guint) (**at & 0x7f) << shift;
  number |= (guint) * *at << shift;
  (*at)++;

  return number;
}

static void
put_stretch (GalleyPagesGlyphs *self, const PangoGlyphItem *item, guint words)
{
  const PangoGlyphString *glyphs = item->glyphs;
  gint cluster = 0;

  put (self, find_font (self, item->item->analysis.font) + 1);
  put (self, words);
  put (self, item->item->analysis.level);
  put (self, item->item->offset);
  put (self, item->item->length);
  put (self, item->item->num_chars);
  put (self, glyphs->num_glyphs);
  for (gint i = 0; i < glyphs->num_glyphs; i++)
    {
      const PangoGlyphInfo *info = &glyphs->glyphs[i];
      const Kind kind = {
        info->glyph,
        info->geometry.width,
        info->geometry.x_offset,
        info->geometry.y_offset,
        info->attr.is_cluster_start | (guint32) info->attr.is_color << 1,
        glyphs->log_clusters[i] - cluster,
      };

      cluster = glyphs->log_clusters[i];
      put (self, find_kind (self, &kind));
    }
}

/**
 * galley_pages_glyphs_pack:
 * @line: what Pango has set
 * @piece: what becomes of it
 *
 * Returns: (transfer none): the glyphs of the line, as long as @self is there
 */
const guint8 *
galley_pages_glyphs_pack (GalleyPagesGlyphs *self,
                          const PangoLayoutLine *line,
                          const GalleyPagesPiece *piece)
{
  g_byte_array_set_size (self->line, 0);
  for (GSList *l = line->runs; l != NULL; l = l->next)
    put_stretch (self, l->data, galley_pages_find_words (piece, l->data));
  put (self, 0);

  return (const guint8 *) g_string_chunk_insert_len (self->lines, (const char *) self->line->data,
                                                     (gssize) self->line->len);
}

static void
take_glyphs (GalleyPagesGlyphs *self, GalleyPagesStretch *stretch, guint n_glyphs)
{
  gint cluster = 0;

  g_array_set_size (self->infos, n_glyphs);
  g_array_set_size (self->clusters, n_glyphs);
  for (guint i = 0; i < n_glyphs; i++)
    {
      const Kind *kind = &g_array_index (self->kinds, Kind, take (&stretch->next));
      PangoGlyphInfo *info = &g_array_index (self->infos, PangoGlyphInfo, i);

      *info = (PangoGlyphInfo){ .glyph = kind->glyph };
      info->geometry = (PangoGlyphGeometry){ kind->width, kind->x_offset, kind->y_offset };
      info->attr.is_cluster_start = kind->attributes & 1;
      info->attr.is_color = kind->attributes >> 1 & 1;
      cluster += kind->cluster;
      g_array_index (self->clusters, gint, i) = cluster;
    }
  stretch->glyphs = (PangoGlyphString){ .num_glyphs = (gint) n_glyphs,
                                        .glyphs = (PangoGlyphInfo *) (gpointer) self->infos->data,
                                        .log_clusters = (gint *) (gpointer) self->clusters->data };
}

/**
 * galley_pages_glyphs_next:
 * @stretch: (inout): at first has only where a line begins, in its field @next
 *
 * Reads the next stretch of a line. What was read of the one before is overwritten.
 *
 * Returns: %FALSE at the end of the line
 */
gboolean
galley_pages_glyphs_next (GalleyPagesGlyphs *self, GalleyPagesStretch *stretch)
{
  guint font = take (&stretch->next);

  if (font == 0)
    return FALSE;

  stretch->words = take (&stretch->next);
  stretch->text = (PangoItem){ 0 };
  stretch->text.analysis.font = g_ptr_array_index (self->fonts, font - 1);
  stretch->text.analysis.level = (guint8) take (&stretch->next);
  stretch->text.offset = (gint) take (&stretch->next);
  stretch->text.length = (gint) take (&stretch->next);
  stretch->text.num_chars = (gint) take (&stretch->next);
  take_glyphs (self, stretch, take (&stretch->next));
  stretch->item = (PangoGlyphItem){ .item = &stretch->text, .glyphs = &stretch->glyphs };

  return TRUE;
}
