/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "galley-expectation.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define GALLEY_TYPE_ACTION (galley_action_get_type ())

/**
 * GalleyChange:
 * @kind: kind of event, such as "claim.status"; the kinds are listed where the journal is
 *   implemented
 * @article_id: (nullable): the article that it concerns; %NULL where the subject tells
 * @subject_id: the claim, source, dismissal, … that it is about
 * @body: what is to be true afterwards, a JSON object by the names of the event's body
 *
 * One change that an action asks for. Fields are read-only.
 */
typedef struct
{
  char *kind;
  char *article_id;
  char *subject_id;
  char *body;
} GalleyChange;

/**
 * GalleyAction:
 * @verb: what the person did, such as "set-status": a frozen nick, see galley_verb_get_label()
 * @changes: (element-type GalleyChange): at least one
 * @blobs: (element-type GBytes): what the changes name by SHA-256
 * @expected_text: (nullable): SHA-256 of the text that offsets were chosen in; the action fails if
 *   the article has another draft by then
 * @expected_moment: (nullable): how far the library's journal had come when what whoever does it
 * was shown was read; the action fails if something else is known to have been done about the
 * article
 * @expectations: (nullable) (element-type utf8 GalleyExpectation): what is expected to be written
 * of claims, by their id; the action fails if something else is by then
 * @judged: (nullable): a set of the ids of claims that the person judges anew, as
 *   galley_action_judge() says
 *
 * What a person did in one step, as the changes that it asks for: all of them happen or none, and
 * they are undone together. The library turns each into an event of its journal.
 */
typedef struct
{
  gatomicrefcount ref_count;
  char *verb;
  GPtrArray *changes;
  GPtrArray *blobs;
  char *expected_text;
  char *expected_moment;
  GHashTable *expectations;
  GHashTable *judged;
} GalleyAction;

GType galley_action_get_type (void);
GalleyAction *galley_action_new (const char *verb) G_GNUC_WARN_UNUSED_RESULT;
GalleyAction *galley_action_ref (GalleyAction *self);
void galley_action_unref (GalleyAction *self);

void galley_action_add (GalleyAction *self,
                        const char *kind,
                        const char *article_id,
                        const char *subject_id,
                        const char *body);
void galley_action_replace_body (GalleyAction *self, const GalleyChange *change, const char *body);
void galley_action_add_blob (GalleyAction *self, GBytes *blob);
void galley_action_expect_text (GalleyAction *self, const char *sha256);
void galley_action_expect_moment (GalleyAction *self, const char *moment);
void galley_action_expect_value (GalleyAction *self,
                                 const char *claim_id,
                                 const char *field,
                                 const char *value);
gboolean galley_action_find_expected (GalleyAction *self,
                                      const char *claim_id,
                                      const char *field,
                                      const char **out_value);
void galley_action_expect_status (GalleyAction *self, const char *claim_id, const char *status);
void galley_action_judge (GalleyAction *self, const char *claim_id);
gboolean galley_action_judges (GalleyAction *self, const char *claim_id);
void galley_action_expect_words (GalleyAction *self, const char *claim_id, const char *words);
void galley_action_expect_as (GalleyAction *self, const GalleyAction *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyAction, galley_action_unref)

G_END_DECLS
