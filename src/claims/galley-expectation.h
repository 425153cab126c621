/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GalleyExpected:
 * @GALLEY_EXPECTED_WORDS: the words that a claim stands on
 * @GALLEY_EXPECTED_STATUS: nick of its status
 * @GALLEY_EXPECTED_FORMER: nick of the status that was given on former words
 *
 * What of a claim, or of what a second reader found of one, a person has seen: its words, its
 * status, or something that somebody may have written there.
 */
typedef enum
{
  GALLEY_EXPECTED_WORDS,
  GALLEY_EXPECTED_STATUS,
  GALLEY_EXPECTED_REASON,
  GALLEY_EXPECTED_NOTE,
  GALLEY_EXPECTED_CORRECTION,
  GALLEY_EXPECTED_CATEGORY,
  GALLEY_EXPECTED_SPEAKER,
  GALLEY_EXPECTED_SENTENCE,
  GALLEY_EXPECTED_ASSIGNEE,
  GALLEY_EXPECTED_FORMER,
  GALLEY_N_EXPECTED,
} GalleyExpected;

/**
 * GalleyExpectation:
 * @values: what is expected, of what is; %NULL for nothing
 * @is_expected: whether anything is
 *
 * What is expected of one claim, or of what a second reader found of one.
 */
typedef struct
{
  char *values[GALLEY_N_EXPECTED];
  gboolean is_expected[GALLEY_N_EXPECTED];
} GalleyExpectation;

gboolean galley_expected_from_field (const char *field, GalleyExpected *out_expected);

GalleyExpectation *galley_expectation_new (void) G_GNUC_WARN_UNUSED_RESULT;
void galley_expectation_free (GalleyExpectation *self);
void galley_expectation_set (GalleyExpectation *self, GalleyExpected expected, const char *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GalleyExpectation, galley_expectation_free)

G_END_DECLS
