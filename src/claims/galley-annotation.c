/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-annotation.h"

#include <string.h>

#define UUID_IRI "urn:uuid:"

G_DEFINE_BOXED_TYPE (GalleyAnnotation,
                     galley_annotation,
                     galley_annotation_ref,
                     galley_annotation_unref)

static void
clear_target (gpointer data)
{
  GalleyAnnotationTarget *target = data;

  g_free (target->text_sha256);
  g_free (target->exact);
  g_free (target->prefix);
  g_free (target->suffix);
}

/**
 * galley_annotation_new:
 *
 * Returns: (transfer full): an annotation that says nothing yet, for whoever reads one
 */
GalleyAnnotation *
galley_annotation_new (void)
{
  GalleyAnnotation *self = g_new0 (GalleyAnnotation, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->status = GALLEY_STATUS_PENDING;
  self->targets = g_array_new (FALSE, TRUE, sizeof (GalleyAnnotationTarget));
  g_array_set_clear_func (self->targets, clear_target);
  self->evidence = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_evidence_unref);
  self->queries = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_query_unref);
  self->remarks = g_ptr_array_new_with_free_func (g_free);

  return self;
}

GalleyAnnotation *
galley_annotation_ref (GalleyAnnotation *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
galley_annotation_unref (GalleyAnnotation *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->iri);
  g_free (self->reason);
  g_free (self->category);
  g_free (self->note);
  g_free (self->correction);
  g_free (self->creator);
  g_array_unref (self->targets);
  g_ptr_array_unref (self->evidence);
  g_ptr_array_unref (self->queries);
  g_ptr_array_unref (self->remarks);
  g_free (self);
}

/**
 * galley_annotation_is_id:
 * @claim_id: UUID
 *
 * Returns: whether the annotation has that id
 */
gboolean
galley_annotation_is_id (GalleyAnnotation *self, const char *claim_id)
{
  return self->iri != NULL && g_str_has_prefix (self->iri, UUID_IRI) &&
         g_ascii_strcasecmp (self->iri + strlen (UUID_IRI), claim_id) == 0;
}
