/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "following-fixture.h"

/*
 * Somebody works in a window at random, while another program works on the same library, with new
 * drafts and signatures, and hardly ever waits for anything to be saved. Whenever both rest, the
 * window shows what the library keeps, and no verdict stands on words that nobody gave it to, in
 * the window as they were shown there at that moment.
 */
typedef struct
{
  WindowFixture window;
  GalleyDesk *other;
  GalleyDesk *colleague; /* (nullable) at another library, see random-colleague.h */
  guint n_packages;
  GRand *rand;
  GHashTable *decided; /* set of “status: words”, as somebody saw them who gave it */
} RandomWork;

typedef void (*RandomWorkTest) (RandomWork *f, gconstpointer data);

void random_work_set_up (RandomWork *f, gconstpointer data);
void random_work_tear_down (RandomWork *f, gconstpointer data);
char *random_work_make_text (RandomWork *f) G_GNUC_WARN_UNUSED_RESULT;
GalleyCheck *random_work_load (RandomWork *f);
GalleyCheck *random_work_load_at (RandomWork *f, GalleyDesk *desk);
void random_work_go_on (RandomWork *f);
guint random_work_pick (RandomWork *f, guint n);
GalleyRange random_work_pick_range (RandomWork *f, GalleyCheck *check);
GalleyClaim *random_work_pick_claim (RandomWork *f, GalleyCheck *check);
void random_work_note (RandomWork *f, GalleyCheck *check, GalleyRange range, GalleyStatus status);
void random_work_note_words (RandomWork *f, const char *words, GalleyStatus status);
gboolean random_work_can_undo (RandomWork *f);
void random_work_act (RandomWork *f, const char *name);
void random_work_at (RandomWork *f, GalleyDesk *desk);
void random_work_elsewhere (RandomWork *f);
void random_work_judge_elsewhere (RandomWork *f, const char *claim_id);
void random_work_try_again (RandomWork *f, GtkWidget *window, const char *action);
void random_work_settle (RandomWork *f);
int random_work_main (int argc, char **argv, const char *path, RandomWorkTest test);
