/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sign-off-testing.h"

#include "merge-testing.h"
#include "redraft-testing.h"

#include <string.h>

static const char *const people[SIGN_OFFS_N_COPIES] = { "Ana", "Ben", "Zoë" };

void
sign_offs_set_up (SignOffs *f, gconstpointer text)
{
  f->folder = testing_make_folder ();
  f->claims = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < SIGN_OFFS_N_COPIES; i++)
    {
      GError *error = NULL;

      f->paths[i] = g_strdup_printf ("%s/%u.galleydb", f->folder, i);
      f->desks[i] = galley_desk_open (f->paths[i], people[i], NULL, &error);
      g_assert_no_error (error);
    }
  f->article = redraft_import (f->desks[0], text);
}

void
sign_offs_tear_down (SignOffs *f, gconstpointer text)
{
  for (guint i = 0; i < SIGN_OFFS_N_COPIES; i++)
    {
      g_assert_finalize_object (f->desks[i]);
      testing_assert_sound (f->paths[i]);
      g_free (f->paths[i]);
    }
  g_free (f->article);
  g_ptr_array_unref (f->claims);
  testing_remove_folder (f->folder);
}

/* Returns: (transfer none): the id of the claim that @words are now */
const char *
sign_offs_mark (SignOffs *f, guint copy, const char *words, GalleyStatus status)
{
  g_autoptr (GalleyCheck) check = redraft_load (f->desks[copy], f->article);
  char *id = g_strdup (testing_mark_words (f->desks[copy], check, words, status));

  g_ptr_array_add (f->claims, id);
  return id;
}

/* How far the journal of a copy has come, as whoever is shown an article is told. */
char *
sign_offs_get_moment (SignOffs *f, guint copy)
{
  return testing_get_text (f->paths[copy],
                           "SELECT id || ' ' || chain FROM event ORDER BY id DESC LIMIT 1");
}

void
sign_offs_sign (SignOffs *f, guint copy, GalleyRole role, const char *name, const char *exception)
{
  g_autofree char *seen = sign_offs_get_moment (f, copy);

  testing_perform (f->desks[copy], galley_verb_sign_off (f->article, role, name, exception, seen));
}

/* One copy takes in an article of another, or all of it if that is NULL. */
void
sign_offs_hand_over (SignOffs *f, guint from, guint to, const char *article_id)
{
  g_autoptr (GBytes) package = merge_export (f->desks[from], article_id);
  g_autoptr (GalleyMergeResult) result = merge_import (f->desks[to], package);

  g_assert_cmpuint (result->n_new, <=, result->n_events);
}

GPtrArray *
sign_offs_list (SignOffs *f, guint copy)
{
  GError *error = NULL;
  GPtrArray *sign_offs = galley_desk_list_sign_offs (f->desks[copy], f->article, &error);

  g_assert_no_error (error);
  return sign_offs;
}

/* Performs @action (transfer full), which has to fail in these words. */
void
sign_offs_try (SignOffs *f, guint copy, GalleyAction *action, int code, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GalleyOutcome) outcome = testing_try (f->desks[copy], action, &error);

  g_assert_null (outcome);
  g_assert_error (error, GALLEY_STORE_ERROR, code);
  g_assert_cmpstr (error->message, ==, message);
}

void
sign_offs_assert_changes (SignOffs *f, guint copy, guint position, guint n_changes)
{
  g_autoptr (GPtrArray) sign_offs = sign_offs_list (f, copy);

  g_assert_cmpuint (sign_offs->len, >, position);
  g_assert_cmpuint (((GalleySignOff *) g_ptr_array_index (sign_offs, position))->n_changes, ==,
                    n_changes);
}

void
sign_offs_assert_status (SignOffs *f, guint copy, const char *claim_id, GalleyStatus status)
{
  g_autoptr (GalleyClaim) claim = merge_find_claim (f->desks[copy], f->article, claim_id);

  g_assert_nonnull (claim);
  g_assert_cmpint (galley_claim_get_status (claim), ==, status);
}

/* @words stand in none of the library's files. */
void
sign_offs_assert_nowhere (SignOffs *f, guint copy, const char *words)
{
  static const char *const suffixes[] = { "", "-wal" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *path = g_strconcat (f->paths[copy], suffixes[i], NULL);
      g_autoptr (GBytes) bytes = testing_read_file (path);
      gsize size;
      const char *data = g_bytes_get_data (bytes, &size);

      for (gsize at = 0; at + strlen (words) <= size; at++)
        g_assert_false (memcmp (data + at, words, strlen (words)) == 0);
    }
}
