/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-intake-private.h"

#include "galley-anchor.h"
#include "galley-store-error.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (GalleyIntake, galley_intake, G_TYPE_OBJECT)

static const char *const fates[GALLEY_N_FATES] = {
  [GALLEY_FATE_MAKE] = "make", [GALLEY_FATE_JOIN] = "join",   [GALLEY_FATE_FOUND] = "found",
  [GALLEY_FATE_WAIT] = "wait", [GALLEY_FATE_LEAVE] = "leave", [GALLEY_FATE_NONE] = "none",
};

/**
 * galley_fate_to_nick:
 *
 * Returns: (transfer none): the name of a fate for scripts
 */
const char *
galley_fate_to_nick (GalleyFate fate)
{
  g_return_val_if_fail (fate < GALLEY_N_FATES, NULL);

  return fates[fate];
}

static void
galley_intake_finalize (GObject *object)
{
  GalleyIntake *self = GALLEY_INTAKE (object);

  g_free (self->article_id);
  g_clear_object (&self->document);
  g_clear_pointer (&self->annotations, g_ptr_array_unref);
  g_array_unref (self->entries);
  g_hash_table_unref (self->claim_ids);
  g_hash_table_unref (self->spans);
  g_hash_table_unref (self->tray);
  g_clear_pointer (&self->sources, g_ptr_array_unref);

  G_OBJECT_CLASS (galley_intake_parent_class)->finalize (object);
}

static void
galley_intake_class_init (GalleyIntakeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = galley_intake_finalize;
}

static void
clear_entry (gpointer data)
{
  g_free (((GalleyIntakeEntry *) data)->claim_id);
}

static void
galley_intake_init (GalleyIntake *self)
{
  self->entries = g_array_new (FALSE, TRUE, sizeof (GalleyIntakeEntry));
  g_array_set_clear_func (self->entries, clear_entry);
  self->claim_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->spans = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->tray = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static gint64
get_span (GalleyRange range)
{
  return (gint64) range.start << 32 | range.end;
}

static gboolean
insert_span (GHashTable *spans, GalleyRange range, gpointer value)
{
  gint64 *key = g_new (gint64, 1);

  *key = get_span (range);
  return g_hash_table_insert (spans, key, value);
}

static gpointer
find_span (GHashTable *spans, GalleyRange range)
{
  gint64 key = get_span (range);

  return g_hash_table_lookup (spans, &key);
}

static void
note_claims (GalleyIntake *self, GalleyClaimList *claims, gboolean stands)
{
  for (guint i = 0; i < galley_claim_list_get_n_claims (claims); i++)
    {
      GalleyClaim *claim = galley_claim_list_peek (claims, i);
      GalleyFormer *former = galley_claim_get_former (claim);
      const char *id = galley_claim_get_id (claim);

      g_hash_table_add (self->claim_ids, g_ascii_strdown (id, -1));
      if (stands)
        insert_span (self->spans, galley_claim_get_range (claim), g_strdup (id));
      else if (former != NULL)
        g_hash_table_insert (self->tray, g_strdup (former->quote), g_strdup (id));
    }
}

static void
add_entry (GalleyIntake *self, GalleyAnnotation *annotation, const GalleyAnnotationTarget *target)
{
  GalleyIntakeEntry entry = { .annotation = annotation,
                              .target = target,
                              .placement = { GALLEY_PLACEMENT_LOST, { 0, 0 }, 0 },
                              .fate = GALLEY_FATE_WAIT };

  g_array_append_val (self->entries, entry);
}

/**
 * galley_intake_new:
 * @check: an article
 * @annotations: (element-type GalleyAnnotation): what is to become claims of it
 *
 * Returns: (transfer full): what would become of the annotations; none has a place yet, see
 *   galley_intake_place()
 */
GalleyIntake *
galley_intake_new (GalleyCheck *check, GPtrArray *annotations)
{
  GalleyIntake *self;

  g_return_val_if_fail (GALLEY_IS_CHECK (check) && annotations != NULL, NULL);

  self = g_object_new (GALLEY_TYPE_INTAKE, NULL);
  self->article_id = g_strdup (galley_article_get_id (galley_check_get_article (check)));
  self->document = g_object_ref (galley_check_get_document (check));
  self->annotations = g_ptr_array_ref (annotations);
  note_claims (self, galley_check_get_claims (check), /* stands= */ TRUE);
  note_claims (self, galley_check_get_tray (check), /* stands= */ FALSE);
  for (guint i = 0; i < annotations->len; i++)
    {
      GalleyAnnotation *annotation = g_ptr_array_index (annotations, i);

      for (guint j = 0; j < annotation->targets->len; j++)
        add_entry (self, annotation,
                   &g_array_index (annotation->targets, GalleyAnnotationTarget, j));
      if (annotation->targets->len == 0)
        add_entry (self, annotation, NULL);
    }

  return self;
}

/* The words of a place, without the spaces at its ends; a place of nothing else is none. */
static void
trim_places (GalleyIntake *self)
{
  GalleyText *text = galley_document_get_text (self->document);

  for (guint i = 0; i < self->entries->len; i++)
    {
      GalleyIntakeEntry *entry = &g_array_index (self->entries, GalleyIntakeEntry, i);
      GalleyRange *range = &entry->placement.range;

      if (range->start < range->end)
        *range = galley_anchor_trim (text, *range);
      if (range->start >= range->end)
        entry->placement = (GalleyPlacement){ GALLEY_PLACEMENT_LOST, { 0, 0 }, 0 };
    }
}

static char *
find_claim (GalleyIntake *self, const GalleyIntakeEntry *entry)
{
  const char *iri = entry->annotation->iri;
  const char *colon = iri != NULL ? strrchr (iri, ':') : NULL;
  g_autofree char *id = colon != NULL ? g_ascii_strdown (colon + 1, -1) : NULL;

  return id != NULL && g_hash_table_contains (self->claim_ids, id) &&
                 galley_annotation_is_id (entry->annotation, id)
             ? g_steal_pointer (&id)
             : NULL;
}

static GalleyRange
get_words (const GalleyIntakeEntry *entry)
{
  gboolean has_place = entry->placement.placement != GALLEY_PLACEMENT_AMBIGUOUS &&
                       entry->placement.placement != GALLEY_PLACEMENT_LOST;

  if (entry->chosen.start < entry->chosen.end)
    return entry->chosen;

  return has_place ? entry->placement.range : (GalleyRange){ 0, 0 };
}

/**
 * galley_intake_is_blank:
 *
 * Returns: whether @words have nothing in them but spaces
 */
gboolean
galley_intake_is_blank (const char *words)
{
  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return FALSE;

  return TRUE;
}

/* What is to become of an entry that has no words in the draft. Two that quote the same words, but
 * other ones around them, may be about two passages. */
static void
decide_waiting (GalleyIntake *self, guint index, GalleyIntakeMakers *makers)
{
  GalleyIntakeEntry *entry = &g_array_index (self->entries, GalleyIntakeEntry, index);
  const GalleyAnnotationTarget *target = entry->target;
  g_autofree char *key = NULL;
  guint maker;

  entry->fate = GALLEY_FATE_NONE;
  if (target == NULL || target->exact == NULL || galley_intake_is_blank (target->exact))
    return;

  entry->claim_id = g_strdup (g_hash_table_lookup (self->tray, target->exact));
  key = g_strconcat (target->prefix, "\x1f", target->exact, "\x1f", target->suffix, NULL);
  maker = GPOINTER_TO_UINT (g_hash_table_lookup (makers->by_quote, key));
  if (entry->claim_id != NULL)
    entry->fate = GALLEY_FATE_FOUND;
  else if (maker != 0 && !entry->annotation->is_ours)
    {
      entry->fate = GALLEY_FATE_JOIN;
      entry->joined = maker - 1;
    }
  else
    {
      entry->fate = GALLEY_FATE_WAIT;
      g_hash_table_insert (makers->by_quote, g_steal_pointer (&key), GUINT_TO_POINTER (index + 1));
    }
}

static void
decide_fate (GalleyIntake *self, guint index, GalleyIntakeMakers *makers)
{
  GalleyIntakeEntry *entry = &g_array_index (self->entries, GalleyIntakeEntry, index);
  guint maker;

  g_clear_pointer (&entry->claim_id, g_free);
  entry->range = get_words (entry);
  entry->claim_id = find_claim (self, entry);
  if (entry->claim_id == NULL && entry->range.start < entry->range.end)
    entry->claim_id = g_strdup (find_span (self->spans, entry->range));
  maker = GPOINTER_TO_UINT (find_span (makers->by_words, entry->range));

  if (entry->is_unwanted)
    entry->fate = GALLEY_FATE_LEAVE;
  else if (entry->claim_id != NULL)
    entry->fate = GALLEY_FATE_FOUND;
  else if (entry->range.start >= entry->range.end)
    decide_waiting (self, index, makers);
  else if (maker != 0 && !entry->annotation->is_ours)
    {
      entry->fate = GALLEY_FATE_JOIN;
      entry->joined = maker - 1;
    }
  else
    {
      entry->fate = GALLEY_FATE_MAKE;
      insert_span (makers->by_words, entry->range, GUINT_TO_POINTER (index + 1));
    }
}

/* Claims of Galley's come first: others join them, and they join nobody. */
static void
decide_fates (GalleyIntake *self)
{
  GalleyIntakeMakers makers = {
    g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL),
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
  };

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->entries->len; i++)
      if (g_array_index (self->entries, GalleyIntakeEntry, i).annotation->is_ours == (pass == 0))
        decide_fate (self, i, &makers);

  g_hash_table_unref (makers.by_words);
  g_hash_table_unref (makers.by_quote);
}

/**
 * galley_intake_place:
 * @desk: the library that has the article
 *
 * Finds where the words of the annotations stand, and what is to become of them; blocks.
 *
 * Returns: whether the library could be read
 */
gboolean
galley_intake_place (GalleyIntake *self, GalleyDesk *desk, GError **error)
{
  g_return_val_if_fail (GALLEY_IS_INTAKE (self) && GALLEY_IS_DESK (desk), FALSE);

  self->sources = galley_desk_list_sources (desk, /* cancellable= */ NULL, error);
  if (self->sources == NULL || !galley_intake_place_known (self, desk, error))
    return FALSE;

  galley_intake_place_unknown (self);
  trim_places (self);
  decide_fates (self);
  return TRUE;
}

static void
place_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (galley_intake_place (source, data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * galley_intake_place_async:
 * @cancellable: (nullable): looked at when it is done; until then, leave the object alone
 *
 * See galley_intake_place().
 */
void
galley_intake_place_async (GalleyIntake *self,
                           GalleyDesk *desk,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (GALLEY_IS_INTAKE (self) && GALLEY_IS_DESK (desk));

  g_task_set_source_tag (task, galley_intake_place_async);
  g_task_set_task_data (task, g_object_ref (desk), g_object_unref);
  g_task_run_in_thread (task, place_in_thread);
}

/**
 * galley_intake_place_finish:
 *
 * Returns: whether it was done
 */
gboolean
galley_intake_place_finish (GalleyIntake *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * galley_intake_get_article_id:
 *
 * Returns: (transfer none): UUID
 */
const char *
galley_intake_get_article_id (GalleyIntake *self)
{
  g_return_val_if_fail (GALLEY_IS_INTAKE (self), NULL);

  return self->article_id;
}

/**
 * galley_intake_get_document:
 *
 * Returns: (transfer none): the draft that the annotations are placed in
 */
GalleyDocument *
galley_intake_get_document (GalleyIntake *self)
{
  g_return_val_if_fail (GALLEY_IS_INTAKE (self), NULL);

  return self->document;
}

guint
galley_intake_get_n_entries (GalleyIntake *self)
{
  g_return_val_if_fail (GALLEY_IS_INTAKE (self), 0);

  return self->entries->len;
}

/**
 * galley_intake_peek:
 * @index: in the order of the file
 *
 * Returns: (transfer none): an annotation with one of its passages, and what is to become of it
 */
const GalleyIntakeEntry *
galley_intake_peek (GalleyIntake *self, guint index)
{
  g_return_val_if_fail (GALLEY_IS_INTAKE (self) && index < self->entries->len, NULL);

  return &g_array_index (self->entries, GalleyIntakeEntry, index);
}

/**
 * galley_intake_keeps_verdict:
 *
 * Returns: whether what Galley says was decided stands for the words of the draft, since they are
 *   the very words
 */
gboolean
galley_intake_keeps_verdict (const GalleyIntakeEntry *entry)
{
  return entry->annotation->is_ours && entry->is_vouched &&
         galley_placement_class_is_sure (entry->placement.placement) &&
         entry->chosen.start == entry->chosen.end;
}

/**
 * galley_intake_get_status:
 *
 * Returns: where a claim is to stand that is made of an entry: where Galley says that it stood, if
 *   it is on the very words; else it is pending
 */
GalleyStatus
galley_intake_get_status (GalleyIntake *self, guint index)
{
  const GalleyIntakeEntry *entry = galley_intake_peek (self, index);

  g_return_val_if_fail (entry != NULL, GALLEY_STATUS_PENDING);

  return galley_intake_keeps_verdict (entry) ? entry->annotation->status : GALLEY_STATUS_PENDING;
}

/**
 * galley_intake_count:
 *
 * Returns: of how many entries that became
 */
guint
galley_intake_count (GalleyIntake *self, GalleyPlacementClass placement)
{
  guint n = 0;

  g_return_val_if_fail (GALLEY_IS_INTAKE (self), 0);

  for (guint i = 0; i < self->entries->len; i++)
    n += galley_intake_peek (self, i)->placement.placement == placement;

  return n;
}

/**
 * galley_intake_count_fate:
 *
 * Returns: of how many entries that is to become
 */
guint
galley_intake_count_fate (GalleyIntake *self, GalleyFate fate)
{
  guint n = 0;

  g_return_val_if_fail (GALLEY_IS_INTAKE (self), 0);

  for (guint i = 0; i < self->entries->len; i++)
    n += galley_intake_peek (self, i)->fate == fate;

  return n;
}

/**
 * galley_intake_is_to_do:
 *
 * Returns: whether any claim is to be made, with words of the draft or for the tray
 */
gboolean
galley_intake_is_to_do (GalleyIntake *self)
{
  return galley_intake_count_fate (self, GALLEY_FATE_MAKE) > 0 ||
         galley_intake_count_fate (self, GALLEY_FATE_WAIT) > 0;
}

/**
 * galley_intake_choose:
 * @range: words of the draft that an entry is about
 * @error: (out) (optional): %GALLEY_STORE_ERROR_CONFLICT if there are no such words
 *
 * Says where an annotation belongs. Its claim is to be checked there.
 *
 * Returns: whether it was decided
 */
gboolean
galley_intake_choose (GalleyIntake *self, guint index, GalleyRange range, GError **error)
{
  GalleyText *text;
  GalleyIntakeEntry *entry;

  g_return_val_if_fail (GALLEY_IS_INTAKE (self) && index < self->entries->len, FALSE);

  text = galley_document_get_text (self->document);
  if (range.start < range.end && galley_text_has_range (text, range))
    {
      entry = &g_array_index (self->entries, GalleyIntakeEntry, index);
      entry->chosen = galley_anchor_trim (text, range);
      entry->is_unwanted = FALSE;
      decide_fates (self);
      if (entry->chosen.start < entry->chosen.end)
        return TRUE;
    }

  g_set_error (error, GALLEY_STORE_ERROR, GALLEY_STORE_ERROR_CONFLICT,
               _ ("There are no words from %u to %u in the draft, which has %u characters"),
               range.start, range.end, galley_text_get_length (text));
  return FALSE;
}

/**
 * galley_intake_leave:
 *
 * Says that nothing is to become of an annotation.
 */
void
galley_intake_leave (GalleyIntake *self, guint index)
{
  g_return_if_fail (GALLEY_IS_INTAKE (self) && index < self->entries->len);

  g_array_index (self->entries, GalleyIntakeEntry, index).is_unwanted = TRUE;
  decide_fates (self);
}
