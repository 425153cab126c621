/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-gate.h"

#include <glib/gi18n-lib.h>

static const char *const nicks[GALLEY_N_GATE_KINDS] = {
  [GALLEY_GATE_PENDING] = "pending",
  [GALLEY_GATE_RECORD] = "record",
  [GALLEY_GATE_DISAGREEMENT] = "disagreement",
  [GALLEY_GATE_QUERY] = "query",
  [GALLEY_GATE_TRAY] = "tray",
  [GALLEY_GATE_NEW_WORDS] = "new-words",
  [GALLEY_GATE_UNCOVERED] = "uncovered",
  [GALLEY_GATE_DISPUTED] = "disputed",
};

static const char *const labels[GALLEY_N_GATE_KINDS] = {
  [GALLEY_GATE_PENDING] = N_ ("Pending claim"),
  [GALLEY_GATE_RECORD] = N_ ("Incomplete record"),
  [GALLEY_GATE_DISAGREEMENT] = N_ ("Undecided disagreement"),
  [GALLEY_GATE_QUERY] = N_ ("Open query"),
  [GALLEY_GATE_TRAY] = N_ ("Claim without words"),
  [GALLEY_GATE_NEW_WORDS] = N_ ("New words that nobody has checked"),
  [GALLEY_GATE_UNCOVERED] = N_ ("Sentence without a claim"),
  [GALLEY_GATE_DISPUTED] = N_ ("Disputed words in the draft"),
};

/**
 * galley_gate_kind_to_nick:
 *
 * Returns: (transfer none): its name in files that other programs read
 */
const char *
galley_gate_kind_to_nick (GalleyGateKind kind)
{
  g_return_val_if_fail ((guint) kind < GALLEY_N_GATE_KINDS, NULL);

  return nicks[kind];
}

/**
 * galley_gate_kind_get_label:
 *
 * Returns: (transfer none): what one of them is, in a few words for people
 */
const char *
galley_gate_kind_get_label (GalleyGateKind kind)
{
  g_return_val_if_fail ((guint) kind < GALLEY_N_GATE_KINDS, NULL);

  return _ (labels[kind]);
}

/**
 * galley_gate_kind_count:
 * @n: how many there are
 *
 * Returns: (transfer full): their number in words for people
 */
char *
galley_gate_kind_count (GalleyGateKind kind, guint n)
{
  switch (kind)
    {
    case GALLEY_GATE_PENDING:
      return g_strdup_printf (ngettext ("%u pending claim", "%u pending claims", n), n);
    case GALLEY_GATE_RECORD:
      return g_strdup_printf (ngettext ("%u verdict with an incomplete record",
                                        "%u verdicts with incomplete records", n),
                              n);
    case GALLEY_GATE_DISAGREEMENT:
      return g_strdup_printf (
          ngettext ("%u undecided disagreement", "%u undecided disagreements", n), n);
    case GALLEY_GATE_QUERY:
      return g_strdup_printf (ngettext ("%u open query", "%u open queries", n), n);
    case GALLEY_GATE_TRAY:
      return g_strdup_printf (ngettext ("%u claim without words", "%u claims without words", n), n);
    case GALLEY_GATE_NEW_WORDS:
      return g_strdup_printf (
          ngettext ("%u unchecked new sentence", "%u unchecked new sentences", n), n);
    case GALLEY_GATE_UNCOVERED:
      return g_strdup_printf (
          ngettext ("%u sentence without a claim", "%u sentences without a claim", n), n);
    case GALLEY_GATE_DISPUTED:
    default:
      return g_strdup_printf (
          ngettext ("%u disputed claim in the draft", "%u disputed claims in the draft", n), n);
    }
}
