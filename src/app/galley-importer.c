/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-importer.h"

#include "galley-import.h"

#include <glib/gi18n.h>

/**
 * GalleyImporter:
 *
 * Takes files and pasted text into the library, one after the other, and tells what came of them
 * when the last one is done. More may be added while it works. Nothing happens on the main loop.
 */
struct _GalleyImporter
{
  GObject parent_instance;

  GalleyDesk *desk;
  GQueue waiting;          /* (element-type Input); the head is the one at work */
  GPtrArray *results;      /* (element-type GalleyImported) */
  GalleyImported *current; /* what comes of the one at work */
  GCancellable *cancellable;
  guint n_total;
};

/* Something to import. */
typedef struct
{
  GFile *file;   /* or, if NULL, */
  GBytes *bytes; /* pasted text */
  gboolean even_if_known;
} Input;

enum
{
  CHANGED,
  FINISHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GalleyImporter, galley_importer, G_TYPE_OBJECT)

static void
input_free (Input *input)
{
  g_clear_object (&input->file);
  g_clear_pointer (&input->bytes, g_bytes_unref);
  g_free (input);
}

static void
imported_free (GalleyImported *imported)
{
  g_free (imported->name);
  g_clear_object (&imported->file);
  g_free (imported->article_id);
  g_strfreev (imported->notices);
  g_clear_error (&imported->error);
  g_free (imported);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyImported, imported_free)

static void
galley_importer_finalize (GObject *object)
{
  GalleyImporter *self = GALLEY_IMPORTER (object);

  g_queue_clear_full (&self->waiting, (GDestroyNotify) input_free);
  g_ptr_array_unref (self->results);
  g_clear_pointer (&self->current, imported_free);
  g_object_unref (self->cancellable);
  g_object_unref (self->desk);

  G_OBJECT_CLASS (galley_importer_parent_class)->finalize (object);
}

static void
galley_importer_class_init (GalleyImporterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = galley_importer_finalize;

  /**
   * GalleyImporter::changed:
   *
   * An input was added or is done.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  /**
   * GalleyImporter::finished:
   * @results: (element-type GalleyImported): what came of each input, in their order; inputs that
   *   were cancelled are not among them
   *
   * All inputs are done, or the rest was cancelled.
   */
  signals[FINISHED] = g_signal_new ("finished", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
}

static GPtrArray *
results_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) imported_free);
}

static void
galley_importer_init (GalleyImporter *self)
{
  g_queue_init (&self->waiting);
  self->results = results_new ();
  self->cancellable = g_cancellable_new ();
}

/**
 * galley_importer_new:
 * @desk: where articles go
 *
 * Returns: (transfer full): an importer with nothing to do
 */
GalleyImporter *
galley_importer_new (GalleyDesk *desk)
{
  GalleyImporter *self = g_object_new (GALLEY_TYPE_IMPORTER, NULL);

  self->desk = g_object_ref (desk);

  return self;
}

static void start_next (GalleyImporter *self);

static void
finish (GalleyImporter *self)
{
  g_autoptr (GPtrArray) results = g_steal_pointer (&self->results);

  self->results = results_new ();
  self->n_total = 0;
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_signal_emit (self, signals[CHANGED], 0);
  g_signal_emit (self, signals[FINISHED], 0, results);
}

/* Takes over @imported as what came of the input at work. */
static void
end_input (GalleyImporter *self, GalleyImported *imported)
{
  gboolean is_cancelled = g_error_matches (imported->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  input_free (g_queue_pop_head (&self->waiting));
  if (is_cancelled)
    imported_free (imported);
  else
    g_ptr_array_add (self->results, imported);

  if (g_cancellable_is_cancelled (self->cancellable))
    g_queue_clear_full (&self->waiting, (GDestroyNotify) input_free);
  if (g_queue_is_empty (&self->waiting))
    {
      finish (self);
      return;
    }

  g_signal_emit (self, signals[CHANGED], 0);
  start_next (self);
}

/* What the worker thread is asked: it gets objects of its own. */
typedef struct
{
  GalleyDesk *desk;
  GFile *file;
  GBytes *bytes;
  gboolean even_if_known;
  GalleyDocument *document; /* the answer */
  char *known_id;           /* the answer: the article that the same bytes became before */
} Reading;

static void
reading_free (Reading *reading)
{
  g_object_unref (reading->desk);
  g_clear_object (&reading->file);
  g_clear_pointer (&reading->bytes, g_bytes_unref);
  g_clear_object (&reading->document);
  g_free (reading->known_id);
  g_free (reading);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Reading *reading = task_data;
  g_autoptr (GError) error = NULL;

  reading->document = reading->file != NULL
                          ? galley_import_file (reading->file, cancellable, &error)
                          : galley_import_bytes (reading->bytes, /* name= */ "pasted.txt", &error);
  if (reading->document != NULL && !reading->even_if_known)
    galley_desk_find_original (reading->desk,
                               galley_document_get_original_sha256 (reading->document),
                               &reading->known_id, &error);

  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, TRUE);
}

static void
stored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyImporter) self = user_data;
  g_autoptr (GalleyImported) imported = g_steal_pointer (&self->current);
  g_autoptr (GalleyOutcome) outcome =
      galley_desk_import_finish (self->desk, result, &imported->error);

  if (outcome != NULL)
    imported->article_id = g_strdup (outcome->article_id);
  end_input (self, g_steal_pointer (&imported));
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GalleyImporter *self = GALLEY_IMPORTER (source);
  Reading *reading = g_task_get_task_data (G_TASK (result));
  g_autoptr (GalleyImported) imported = g_steal_pointer (&self->current);

  if (!g_task_propagate_boolean (G_TASK (result), &imported->error))
    {
      end_input (self, g_steal_pointer (&imported));
      return;
    }

  imported->notices = g_strdupv ((GStrv) galley_document_get_notices (reading->document));
  if (reading->known_id != NULL)
    {
      imported->article_id = g_steal_pointer (&reading->known_id);
      imported->was_known = TRUE;
      end_input (self, g_steal_pointer (&imported));
      return;
    }

  self->current = g_steal_pointer (&imported);
  galley_desk_import_async (self->desk, reading->document, self->cancellable, stored_cb,
                            g_object_ref (self));
}

static void
start_next (GalleyImporter *self)
{
  Input *input = g_queue_peek_head (&self->waiting);
  Reading *reading = g_new0 (Reading, 1);
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, read_cb, /* user_data= */ NULL);

  self->current = g_new0 (GalleyImported, 1);
  g_set_object (&self->current->file, input->file);
  self->current->name =
      input->file != NULL ? g_file_get_basename (input->file) : g_strdup (_ ("Pasted Text"));

  reading->desk = g_object_ref (self->desk);
  g_set_object (&reading->file, input->file);
  reading->bytes = input->bytes != NULL ? g_bytes_ref (input->bytes) : NULL;
  reading->even_if_known = input->even_if_known;
  g_task_set_task_data (task, reading, (GDestroyNotify) reading_free);
  g_task_run_in_thread (task, read_in_thread);
}

static void
add (GalleyImporter *self, Input *input)
{
  gboolean is_idle = g_queue_is_empty (&self->waiting);

  g_queue_push_tail (&self->waiting, input);
  self->n_total++;
  g_signal_emit (self, signals[CHANGED], 0);
  if (is_idle)
    start_next (self);
}

/**
 * galley_importer_add_file:
 * @file: an article
 * @even_if_known: whether to make another article of it if it was imported before
 */
void
galley_importer_add_file (GalleyImporter *self, GFile *file, gboolean even_if_known)
{
  Input *input;

  g_return_if_fail (GALLEY_IS_IMPORTER (self) && G_IS_FILE (file));

  input = g_new0 (Input, 1);
  input->file = g_object_ref (file);
  input->even_if_known = even_if_known;
  add (self, input);
}

/**
 * galley_importer_add_text:
 * @text: an article that was pasted or dropped
 */
void
galley_importer_add_text (GalleyImporter *self, const char *text)
{
  Input *input;

  g_return_if_fail (GALLEY_IS_IMPORTER (self) && text != NULL);

  input = g_new0 (Input, 1);
  input->bytes = g_bytes_new (text, strlen (text));
  add (self, input);
}

/**
 * galley_importer_cancel:
 *
 * Leaves the rest. What was imported already stays.
 */
void
galley_importer_cancel (GalleyImporter *self)
{
  g_return_if_fail (GALLEY_IS_IMPORTER (self));

  g_cancellable_cancel (self->cancellable);
}

/**
 * galley_importer_get_n_total:
 *
 * Returns: how many inputs there are, those included that are done; 0 when there is nothing to do
 */
guint
galley_importer_get_n_total (GalleyImporter *self)
{
  g_return_val_if_fail (GALLEY_IS_IMPORTER (self), 0);

  return self->n_total;
}

/**
 * galley_importer_get_n_done:
 *
 * Returns: how many of them are done
 */
guint
galley_importer_get_n_done (GalleyImporter *self)
{
  g_return_val_if_fail (GALLEY_IS_IMPORTER (self), 0);

  return self->n_total - g_queue_get_length (&self->waiting);
}
