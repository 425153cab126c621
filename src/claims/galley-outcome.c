/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-outcome.h"

G_DEFINE_BOXED_TYPE (GalleyOutcome, galley_outcome, galley_outcome_ref, galley_outcome_unref)

/**
 * galley_outcome_new:
 *
 * Returns: (transfer full): an outcome that says that nothing changed
 */
GalleyOutcome *
galley_outcome_new (void)
{
  GalleyOutcome *self = g_new0 (GalleyOutcome, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->claims = g_ptr_array_new_with_free_func (g_object_unref);
  self->gone_claims = g_ptr_array_new_with_free_func (g_free);
  self->dismissals = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_dismissal_unref);
  self->gone_dismissals = g_ptr_array_new_with_free_func (g_free);
  self->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_source_unref);
  self->gone_sources = g_ptr_array_new_with_free_func (g_free);
  self->readings = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_reading_unref);
  self->gone_readings = g_ptr_array_new_with_free_func (g_free);
  self->sessions = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_session_unref);
  self->articles = g_ptr_array_new_with_free_func (g_object_unref);
  self->gone_articles = g_ptr_array_new_with_free_func (g_free);

  return self;
}

GalleyOutcome *
galley_outcome_ref (GalleyOutcome *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
galley_outcome_unref (GalleyOutcome *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->unit_id);
  g_free (self->verb);
  g_free (self->article_id);
  g_ptr_array_unref (self->claims);
  g_ptr_array_unref (self->gone_claims);
  g_ptr_array_unref (self->dismissals);
  g_ptr_array_unref (self->gone_dismissals);
  g_ptr_array_unref (self->sources);
  g_ptr_array_unref (self->gone_sources);
  g_ptr_array_unref (self->readings);
  g_ptr_array_unref (self->gone_readings);
  g_ptr_array_unref (self->sessions);
  g_ptr_array_unref (self->articles);
  g_ptr_array_unref (self->gone_articles);
  g_free (self->text_sha256);
  g_free (self->undo_verb);
  g_free (self->redo_verb);
  g_free (self);
}
