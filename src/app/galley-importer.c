/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-importer.h"

#include "galley-desk-package.h"
#include "galley-fetch.h"
#include "galley-folder.h"
#include "galley-import.h"

#include <glib/gi18n.h>

/**
 * GalleyImporter:
 *
 * Takes files, folders, web addresses and what was pasted into the library, one after the other,
 * and tells what came of them when the last one is done. More may be added while it works. Nothing
 * happens on the main loop.
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

/* Something to import: what is not NULL of the first three. */
typedef struct
{
  GFile *file; /* or folder */
  char *address;
  GBytes *bytes;      /* pasted */
  gboolean is_markup; /* whether @bytes are */
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
  g_free (input->address);
  g_free (input);
}

static void
galley_importer_finalize (GObject *object)
{
  GalleyImporter *self = GALLEY_IMPORTER (object);

  g_queue_clear_full (&self->waiting, (GDestroyNotify) input_free);
  g_ptr_array_unref (self->results);
  g_clear_object (&self->current);
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
  return g_ptr_array_new_with_free_func (g_object_unref);
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

static void go_on (GalleyImporter *self);

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
    g_object_unref (imported);
  else
    g_ptr_array_add (self->results, imported);

  go_on (self);
}

/* What the worker thread is asked: it gets objects of its own. */
typedef struct
{
  GalleyDesk *desk;
  Input *input;
  GPtrArray *children;      /* the answer for a folder: (element-type GFile) */
  GBytes *package;          /* the answer for a review package */
  GalleyDocument *document; /* the answer for anything else */
  char *known_id;           /* the answer: the article that the same bytes became before */
} Reading;

static void
reading_free (Reading *reading)
{
  g_object_unref (reading->desk);
  input_free (reading->input);
  g_clear_pointer (&reading->children, g_ptr_array_unref);
  g_clear_pointer (&reading->package, g_bytes_unref);
  g_clear_object (&reading->document);
  g_free (reading->known_id);
  g_free (reading);
}

static Input *
input_copy (const Input *input)
{
  Input *copy = g_new0 (Input, 1);

  g_set_object (&copy->file, input->file);
  copy->address = g_strdup (input->address);
  copy->bytes = input->bytes != NULL ? g_bytes_ref (input->bytes) : NULL;
  copy->is_markup = input->is_markup;
  copy->even_if_known = input->even_if_known;

  return copy;
}

static GalleyDocument *
read_address (const char *address, GCancellable *cancellable, GError **error)
{
  g_autoptr (GalleyFetched) fetched =
      galley_fetch (address, /* limits= */ NULL, cancellable, error);

  return fetched != NULL ? galley_import_fetched (fetched, error) : NULL;
}

static GalleyDocument *
read_input (const Input *input, GCancellable *cancellable, GError **error)
{
  if (input->file != NULL)
    return galley_import_file (input->file, cancellable, error);
  if (input->address != NULL)
    return read_address (input->address, cancellable, error);
  if (input->is_markup)
    return galley_import_fragment (input->bytes, error);
  return galley_import_bytes (input->bytes, /* name= */ "pasted.txt", error);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Reading *reading = task_data;
  g_autoptr (GError) error = NULL;

  if (reading->input->file != NULL && galley_folder_is_one (reading->input->file, cancellable))
    reading->children = galley_folder_list (reading->input->file, cancellable, &error);
  else if (reading->input->file != NULL)
    reading->package = galley_desk_read_package (reading->input->file, cancellable, &error);
  if (reading->children == NULL && reading->package == NULL && error == NULL)
    reading->document = read_input (reading->input, cancellable, &error);
  if (reading->document != NULL && !reading->input->even_if_known)
    galley_desk_find_original (reading->desk,
                               galley_document_get_original_sha256 (reading->document),
                               &reading->known_id, &error);

  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, TRUE);
}

/* Puts what is in the folder at work in its place. */
static void
open_folder (GalleyImporter *self, GPtrArray *children)
{
  g_autoptr (GalleyImported) folder = g_steal_pointer (&self->current);

  input_free (g_queue_pop_head (&self->waiting));
  self->n_total += children->len - 1;
  for (guint i = children->len; i-- > 0;)
    {
      Input *input = g_new0 (Input, 1);

      input->file = g_object_ref (g_ptr_array_index (children, i));
      g_queue_push_head (&self->waiting, input);
    }
  go_on (self);
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

/* The first of these articles that is in the library; nullable: all may be removed. */
static const char *
find_there (GalleyImporter *self, GPtrArray *article_ids)
{
  for (guint i = 0; i < article_ids->len; i++)
    if (galley_desk_find_article (self->desk, g_ptr_array_index (article_ids, i)) != NULL)
      return g_ptr_array_index (article_ids, i);

  return NULL;
}

static void
merged_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GalleyImporter) self = user_data;
  g_autoptr (GalleyImported) imported = g_steal_pointer (&self->current);
  g_autoptr (GalleyMergeResult) merged =
      galley_desk_merge_package_finish (self->desk, result, &imported->error);

  if (merged != NULL)
    {
      g_autoptr (GPtrArray) sentences = galley_merge_result_describe (merged);
      const char *id = find_there (self, merged->articles);

      imported->article_id = g_strdup (id != NULL ? id : find_there (self, merged->held));
      g_ptr_array_add (sentences, NULL);
      imported->notices = g_strdupv ((char **) sentences->pdata);
      imported->media_type = g_strdup ("application/x-galley-package");
    }
  end_input (self, g_steal_pointer (&imported));
}

/* What the reader had to say, and where the web led to. */
static GStrv
list_notices (GalleyDocument *document)
{
  const GalleyRetrieval *retrieval = galley_document_get_retrieval (document);
  g_autoptr (GStrvBuilder) notices = g_strv_builder_new ();
  guint n_addresses = retrieval != NULL ? g_strv_length (retrieval->addresses) : 0;

  if (n_addresses > 1)
    {
      g_autofree char *notice =
          g_strdup_printf (_ ("The address led to “%s”"), retrieval->addresses[n_addresses - 1]);

      g_strv_builder_add (notices, notice);
    }
  g_strv_builder_addv (notices, (const char **) galley_document_get_notices (document));

  return g_strv_builder_end (notices);
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
  if (reading->children != NULL)
    {
      open_folder (self, reading->children);
      return;
    }
  if (reading->package != NULL)
    {
      self->current = g_steal_pointer (&imported);
      galley_desk_merge_package_async (self->desk, reading->package, self->cancellable, merged_cb,
                                       g_object_ref (self));
      return;
    }

  imported->media_type = g_strdup (galley_document_get_media_type (reading->document));
  imported->sha256 = g_strdup (galley_document_get_original_sha256 (reading->document));
  imported->notices = list_notices (reading->document);
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

static GalleyImported *
make_imported (const Input *input)
{
  g_autofree char *uri = input->file != NULL ? g_file_get_uri (input->file) : NULL;
  g_autofree char *basename = input->file != NULL ? g_file_get_basename (input->file) : NULL;
  g_autofree char *name = basename != NULL ? g_filename_display_name (basename) : NULL;

  if (input->address != NULL)
    return galley_imported_new (input->address, input->address);
  return galley_imported_new (name != NULL ? name : _ ("Pasted Text"), uri);
}

static void
start_next (GalleyImporter *self)
{
  Input *input = g_queue_peek_head (&self->waiting);
  Reading *reading = g_new0 (Reading, 1);
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, read_cb, /* user_data= */ NULL);

  self->current = make_imported (input);
  reading->desk = g_object_ref (self->desk);
  reading->input = input_copy (input);
  g_task_set_task_data (task, reading, (GDestroyNotify) reading_free);
  g_task_run_in_thread (task, read_in_thread);
}

/* The head of the queue is done: the next one, if there is one and nobody has cancelled. */
static void
go_on (GalleyImporter *self)
{
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
 * @file: an article, or a folder with articles in it and in its folders
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
 * galley_importer_add_address:
 * @address: where an article is on the web; a person has asked for it
 * @even_if_known: whether to make another article of it if the same was imported before
 */
void
galley_importer_add_address (GalleyImporter *self, const char *address, gboolean even_if_known)
{
  Input *input;

  g_return_if_fail (GALLEY_IS_IMPORTER (self) && address != NULL);

  input = g_new0 (Input, 1);
  input->address = g_strdup (address);
  input->even_if_known = even_if_known;
  add (self, input);
}

/**
 * galley_importer_add_text:
 * @text: an article that was pasted or dropped, or its address
 */
void
galley_importer_add_text (GalleyImporter *self, const char *text)
{
  g_autofree char *stripped = NULL;
  Input *input;

  g_return_if_fail (GALLEY_IS_IMPORTER (self) && text != NULL);

  stripped = g_strstrip (g_strdup (text));
  if (galley_fetch_is_address (stripped))
    {
      galley_importer_add_address (self, stripped, /* even_if_known= */ FALSE);
      return;
    }

  input = g_new0 (Input, 1);
  input->bytes = g_bytes_new (text, strlen (text));
  add (self, input);
}

/**
 * galley_importer_add_markup:
 * @html: an article that was copied where it has headings, lists and links
 */
void
galley_importer_add_markup (GalleyImporter *self, GBytes *html)
{
  Input *input;

  g_return_if_fail (GALLEY_IS_IMPORTER (self) && html != NULL);

  input = g_new0 (Input, 1);
  input->bytes = g_bytes_ref (html);
  input->is_markup = TRUE;
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
