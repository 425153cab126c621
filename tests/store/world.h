/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model.h"
#include "store-testing.h"

/**
 * World:
 *
 * A library at which things happen at random, and the model of what it should hold. Each thing is
 * done to both, and whether it is possible has to be the same for both.
 */
typedef struct
{
  char *folder;
  char *path;
  const char *actor;
  GalleyDesk *desk;
  GHashTable *checks;  /* article id to GalleyCheck, open all the time */
  GPtrArray *articles; /* (element-type utf8), the ids of all that ever were; likewise the others */
  GPtrArray *claims;
  GPtrArray *evidence;
  GPtrArray *dismissals;
  GPtrArray *sources;
  GPtrArray *notes;
  GPtrArray *queries;
  Model *model;
} World;

void world_set_up (World *w, gconstpointer data);
void world_tear_down (World *w, gconstpointer data);
void world_open (World *w);
void world_close (World *w);

GalleyCheck *world_get_check (World *w, const char *article);
void world_import (World *w);
gboolean world_turn (World *w, gboolean is_undo, const char *article, const char *unit);
void world_do_something (World *w, gboolean with_purges);

/* What the things that happen are made of. */
const char *world_pick (GPtrArray *ids);
const char *world_pick_words (void);
GPtrArray *world_pick_claims (World *w, gboolean *out_possible);
GalleyOutcome *world_perform (World *w, GalleyAction *action, gboolean is_possible);
void world_set_record (World *w, const char *claim);
void world_do_record (World *w);
