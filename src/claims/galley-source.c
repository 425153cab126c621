/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-source.h"

#include <glib/gi18n-lib.h>

G_DEFINE_BOXED_TYPE (GalleySource, galley_source, galley_source_ref, galley_source_unref)

/**
 * galley_source_new:
 * @id: UUID
 * @fields: everything else; the title is not %NULL
 *
 * Returns: (transfer full): the source
 */
GalleySource *
galley_source_new (const char *id, const GalleySourceFields *fields)
{
  GalleySource *self;

  g_return_val_if_fail (id != NULL && fields->texts[GALLEY_SOURCE_TITLE] != NULL, NULL);

  self = g_new0 (GalleySource, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->id = g_strdup (id);
  self->kind = fields->kind;
  self->terms = fields->terms;
  for (guint i = 0; i < GALLEY_N_SOURCE_TEXTS; i++)
    if (i == GALLEY_SOURCE_TITLE || (fields->texts[i] != NULL && *fields->texts[i] != '\0'))
      self->texts[i] = g_strdup (fields->texts[i]);

  return self;
}

GalleySource *
galley_source_ref (GalleySource *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
galley_source_unref (GalleySource *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->id);
  for (guint i = 0; i < GALLEY_N_SOURCE_TEXTS; i++)
    g_free (self->texts[i]);
  g_free (self);
}

/**
 * galley_source_get_fields:
 * @out_fields: (out caller-allocates): what the source is made of, as long as it lives
 */
void
galley_source_get_fields (GalleySource *self, GalleySourceFields *out_fields)
{
  *out_fields = (GalleySourceFields){ .kind = self->kind, .terms = self->terms };
  for (guint i = 0; i < GALLEY_N_SOURCE_TEXTS; i++)
    out_fields->texts[i] = self->texts[i];
}

/**
 * galley_source_equal:
 *
 * Returns: whether both are the same entry and say the same
 */
gboolean
galley_source_equal (GalleySource *a, GalleySource *b)
{
  if (a == b)
    return TRUE;
  if (!g_str_equal (a->id, b->id) || a->kind != b->kind || a->terms != b->terms)
    return FALSE;

  for (guint i = 0; i < GALLEY_N_SOURCE_TEXTS; i++)
    if (g_strcmp0 (a->texts[i], b->texts[i]) != 0)
      return FALSE;

  return TRUE;
}

/**
 * galley_source_mask:
 *
 * Takes out of a confidential source what could tell who it is: nothing is left but its kind, its
 * terms and its pseudonym. Independence has to be counted before.
 *
 * Returns: (transfer full): @self if it is not confidential
 */
GalleySource *
galley_source_mask (GalleySource *self)
{
  GalleySourceFields fields = { .kind = self->kind, .terms = self->terms };
  const char *pseudonym = self->texts[GALLEY_SOURCE_PSEUDONYM];

  if (self->terms != GALLEY_TERMS_CONFIDENTIAL)
    return galley_source_ref (self);

  fields.texts[GALLEY_SOURCE_TITLE] = pseudonym != NULL ? pseudonym : _ ("Confidential source");
  fields.texts[GALLEY_SOURCE_PSEUDONYM] = pseudonym;

  return galley_source_new (self->id, &fields);
}
