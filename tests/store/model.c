/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model.h"

#include "galley-store-error.h"

/* One value that a step replaced. */
typedef struct
{
  char *kind;
  char *id;
  char *field; /* (nullable) */
  char *old;   /* (nullable) there was none before */
  char *new;
} Change;

/* A step, as the person sees it. */
typedef struct
{
  char *unit;
  char *article;
  gboolean is_done;
  guint done_at;      /* when it was first done */
  guint last_at;      /* when it was last done, undone or redone */
  GPtrArray *changes; /* (element-type Change), what doing it changed */
  GPtrArray *last;    /* likewise, what was changed by the last that happened to it */
} Step;

struct _Model
{
  GHashTable *values; /* key to value */
  GPtrArray *steps;   /* (element-type Step) */
  Step *current;      /* not owned */
  guint time;
};

static void
change_free (gpointer data)
{
  Change *change = data;

  g_free (change->kind);
  g_free (change->id);
  g_free (change->field);
  g_free (change->old);
  g_free (change->new);
  g_free (change);
}

static void
step_free (gpointer data)
{
  Step *step = data;

  g_free (step->unit);
  g_free (step->article);
  g_ptr_array_unref (step->changes);
  g_ptr_array_unref (step->last);
  g_free (step);
}

Model *
model_new (void)
{
  Model *self = g_new0 (Model, 1);

  self->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->steps = g_ptr_array_new_with_free_func (step_free);
  return self;
}

void
model_free (Model *self)
{
  g_hash_table_unref (self->values);
  g_ptr_array_unref (self->steps);
  g_free (self);
}

static char *
make_key (const char *kind, const char *id, const char *field)
{
  return g_strjoin ("/", kind, id, field, NULL);
}

/* Returns: (nullable): the value of a key */
const char *
model_get (Model *self, const char *kind, const char *id, const char *field)
{
  g_autofree char *key = make_key (kind, id, field);

  return g_hash_table_lookup (self->values, key);
}

/* Whether a thing is there, and all that it stands on. */
gboolean
model_has (Model *self, const char *kind, const char *id)
{
  const char *article = model_get (self, kind, id, "article");
  const char *claim = model_get (self, kind, id, "claim");

  return g_strcmp0 (model_get (self, kind, id, NULL), "1") == 0 &&
         (article == NULL || model_has (self, "article", article)) &&
         (claim == NULL || model_has (self, "claim", claim));
}

static void
apply (Model *self,
       GPtrArray *changes,
       const char *kind,
       const char *id,
       const char *field,
       const char *value)
{
  Change *change = g_new0 (Change, 1);
  char *key = make_key (kind, id, field);

  change->kind = g_strdup (kind);
  change->id = g_strdup (id);
  change->field = g_strdup (field);
  change->old = g_strdup (g_hash_table_lookup (self->values, key));
  change->new = g_strdup (value);
  g_ptr_array_add (changes, change);
  g_hash_table_insert (self->values, key, g_strdup (value));
}

void
model_begin (Model *self, const char *article)
{
  Step *step = g_new0 (Step, 1);

  step->article = g_strdup (article);
  step->is_done = TRUE;
  step->done_at = step->last_at = ++self->time;
  step->changes = g_ptr_array_new_with_free_func (change_free);
  self->current = step;
}

void
model_set (Model *self, const char *kind, const char *id, const char *field, const char *value)
{
  apply (self, self->current->changes, kind, id, field, value != NULL ? value : "-");
}

void
model_end (Model *self, const char *unit)
{
  self->current->unit = g_strdup (unit);
  self->current->last = g_ptr_array_ref (self->current->changes);
  g_ptr_array_add (self->steps, g_steal_pointer (&self->current));
}

/* Returns: (transfer full) (nullable): any step's unit */
char *
model_pick_unit (Model *self)
{
  if (self->steps->len == 0)
    return NULL;

  return g_strdup (
      ((Step *) g_ptr_array_index (self->steps, g_test_rand_int_range (0, self->steps->len)))
          ->unit);
}

static gboolean
is_creation (const Change *change, const char *kind)
{
  return change->field == NULL && g_str_equal (change->kind, kind) &&
         g_str_equal (change->new, "1");
}

/* Whether what @mine changed is what @its change needs. */
static gboolean
is_ground (Model *self, const Change *mine, const Change *its)
{
  if (g_str_equal (mine->id, its->id))
    return TRUE;

  return is_creation (mine, "claim") &&
         g_strcmp0 (model_get (self, its->kind, its->id, "claim"), mine->id) == 0;
}

/* Whether @later stands on what @step did. */
static gboolean
is_built_on (Model *self, Step *step, Step *later)
{
  for (guint i = 0; i < step->last->len; i++)
    {
      const Change *mine = g_ptr_array_index (step->last, i);

      if (is_creation (mine, "article") && g_strcmp0 (later->article, mine->id) == 0 &&
          later->done_at > step->done_at)
        return TRUE;
      for (guint j = 0; j < later->changes->len; j++)
        if (later->last_at > step->last_at &&
            is_ground (self, mine, g_ptr_array_index (later->changes, j)))
          return TRUE;
    }

  return FALSE;
}

/* Whether a source is used by evidence or a query that nobody took out. */
gboolean
model_is_used (Model *self, const char *source)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, self->values);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      g_auto (GStrv) parts = g_strsplit (key, "/", -1);

      if (g_strcmp0 (parts[2], "source") == 0 && g_str_equal (value, source) &&
          g_strcmp0 (model_get (self, parts[0], parts[1], NULL), "1") == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_possible (Model *self, const Change *change)
{
  const char *article = model_get (self, change->kind, change->id, "article");
  const char *claim = model_get (self, change->kind, change->id, "claim");
  const char *source = model_get (self, change->kind, change->id, "source");

  if ((article != NULL && !model_has (self, "article", article)) ||
      (claim != NULL && !model_has (self, "claim", claim)))
    return FALSE;
  if (change->field != NULL)
    return model_has (self, change->kind, change->id);

  /* Evidence only comes back to a source that is there. */
  return source == NULL || g_strcmp0 (change->old, "1") != 0 || model_has (self, "source", source);
}

/* Puts back what @changes replaced, last one first. Returns what that changed, or %NULL if it can't
 * be done and was not. */
static GPtrArray *
reverse (Model *self, GPtrArray *changes)
{
  g_autoptr (GPtrArray) reversed = g_ptr_array_new_with_free_func (change_free);

  for (guint i = changes->len; i-- > 0;)
    {
      const Change *change = g_ptr_array_index (changes, i);

      if (change->old == NULL && change->field != NULL)
        continue; /* what a thing was made of stays known */
      if (is_creation (change, "source") && model_is_used (self, change->id))
        continue;
      if (!is_possible (self, change))
        {
          g_autoptr (GPtrArray) rest = reverse (self, reversed);

          g_assert_nonnull (rest);
          return NULL;
        }
      apply (self, reversed, change->kind, change->id, change->field,
             change->old != NULL ? change->old : "0");
    }

  return g_steal_pointer (&reversed);
}

static int
turn (Model *self, Step *step, gboolean is_done)
{
  GPtrArray *changes = reverse (self, step->last);

  if (changes == NULL)
    return GALLEY_STORE_ERROR_NOT_FOUND;
  if (changes->len == 0)
    {
      g_ptr_array_unref (changes);
      return GALLEY_STORE_ERROR_CONFLICT;
    }

  g_ptr_array_unref (step->last);
  step->last = changes;
  step->is_done = is_done;
  step->last_at = ++self->time;
  return MODEL_SUCCEEDS;
}

static gboolean
concerns (Step *step, const char *article)
{
  return article == NULL || g_strcmp0 (step->article, article) == 0;
}

/* Undoes the last step in @article (%NULL: of all), or the one of @unit. Returns what to expect. */
int
model_undo (Model *self, const char *article, const char *unit)
{
  Step *step = NULL;

  for (guint i = 0; i < self->steps->len; i++)
    {
      Step *candidate = g_ptr_array_index (self->steps, i);

      if (candidate->is_done &&
          (unit != NULL ? g_str_equal (candidate->unit, unit) : concerns (candidate, article)))
        step = candidate;
    }
  if (step == NULL)
    return unit != NULL ? GALLEY_STORE_ERROR_CONFLICT : GALLEY_STORE_ERROR_NOT_FOUND;

  for (guint i = 0; i < self->steps->len; i++)
    {
      Step *other = g_ptr_array_index (self->steps, i);

      if (other != step && other->is_done && is_built_on (self, step, other))
        return GALLEY_STORE_ERROR_CONFLICT;
    }

  return turn (self, step, /* is_done= */ FALSE);
}

/* Does again what was undone last, if nothing new was done since. Returns what to expect. */
int
model_redo (Model *self, const char *article)
{
  Step *step = NULL;
  guint last_done_at = 0;

  for (guint i = 0; i < self->steps->len; i++)
    {
      Step *candidate = g_ptr_array_index (self->steps, i);

      if (!concerns (candidate, article))
        continue;
      last_done_at = MAX (last_done_at, candidate->done_at);
      if (!candidate->is_done && (step == NULL || candidate->last_at > step->last_at))
        step = candidate;
    }
  if (step == NULL || step->last_at < last_done_at)
    return GALLEY_STORE_ERROR_NOT_FOUND;

  return turn (self, step, /* is_done= */ TRUE);
}

/* The article of a claim, dismissal or evidence. */
static const char *
find_article (Model *self, const char *kind, const char *id)
{
  const char *claim = model_get (self, kind, id, "claim");

  if (g_str_equal (kind, "article"))
    return id;
  return claim != NULL ? model_get (self, "claim", claim, "article")
                       : model_get (self, kind, id, "article");
}

/* The sources by whether anything outside @article uses them; those that nothing uses are not in
 * it. */
static GHashTable *
find_users (Model *self, const char *article)
{
  GHashTable *sources = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, self->values);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      g_auto (GStrv) parts = g_strsplit (key, "/", -1);

      if (g_strcmp0 (parts[2], "source") != 0)
        continue;
      if (!g_str_equal (find_article (self, parts[0], parts[1]), article))
        g_hash_table_insert (sources, g_strdup (value), GINT_TO_POINTER (TRUE));
      else if (!g_hash_table_contains (sources, value))
        g_hash_table_insert (sources, g_strdup (value), GINT_TO_POINTER (FALSE));
    }

  return sources;
}

/* The sources of a step of the log that concerned more than one. */
static void
keep_common (Step *step, GHashTable *sources)
{
  const Change *first = g_ptr_array_index (step->changes, 0);
  gboolean is_common = FALSE;

  for (guint i = 0; step->article == NULL && i < step->changes->len; i++)
    is_common |= !g_str_equal (((Change *) g_ptr_array_index (step->changes, i))->id, first->id);
  for (guint i = 0; is_common && i < step->changes->len; i++)
    g_hash_table_insert (sources, g_strdup (((Change *) g_ptr_array_index (step->changes, i))->id),
                         GINT_TO_POINTER (TRUE));
}

/* Whether a step was about nothing but a source that is gone. */
static gboolean
is_of_source (Model *self, Step *step)
{
  const Change *change = g_ptr_array_index (step->changes, 0);

  return step->article == NULL && model_get (self, "source", change->id, NULL) == NULL;
}

/* Forgets an article with all that is in it, and the sources that nothing else uses. */
void
model_purge (Model *self, const char *article)
{
  g_autoptr (GHashTable) sources = find_users (self, article);
  g_autoptr (GPtrArray) doomed = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer key, value;

  for (guint i = 0; i < self->steps->len; i++)
    keep_common (g_ptr_array_index (self->steps, i), sources);
  g_hash_table_iter_init (&iter, self->values);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      g_auto (GStrv) parts = g_strsplit (key, "/", -1);

      if (g_strcmp0 (find_article (self, parts[0], parts[1]), article) == 0 ||
          (g_str_equal (parts[0], "source") &&
           g_hash_table_lookup_extended (sources, parts[1], NULL, &value) &&
           !GPOINTER_TO_INT (value)))
        g_ptr_array_add (doomed, g_strdup (key));
    }
  for (guint i = 0; i < doomed->len; i++)
    g_hash_table_remove (self->values, g_ptr_array_index (doomed, i));

  for (guint i = self->steps->len; i-- > 0;)
    if (concerns (g_ptr_array_index (self->steps, i), article) ||
        is_of_source (self, g_ptr_array_index (self->steps, i)))
      g_ptr_array_remove_index (self->steps, i);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char **) a, *(const char **) b);
}

/* Returns: (transfer full): what is there, a field a line, sorted */
char *
model_describe (Model *self)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, self->values);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      g_auto (GStrv) parts = g_strsplit (key, "/", -1);

      if (parts[2] != NULL && model_has (self, parts[0], parts[1]))
        g_ptr_array_add (lines, g_strdup_printf ("%s %s", (char *) key, (char *) value));
    }
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("\n", (char **) lines->pdata);
}
