/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-quote-context.h"

/*
 * A quote is found by its words if they stand only once in the text, with what is quoted before and
 * behind them. All claims begin with a little context. What they quote then is looked for all over
 * the text: by its first bytes, as many as are certain to be in it, since words are unique if a
 * part of them is. Claims for which these stand somewhere else, too, get twice the context, and so
 * on. Each round is one walk through the text with a hash that rolls along. Where the same words
 * are repeated over and over the rounds end at a limit, for the quotes would be as long as the
 * text; what is meant is told by the position then.
 */

#define MIN_CONTEXT_BYTES 32
#define MAX_CONTEXT_BYTES 1024

#define MULTIPLIER G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)
#define FILTER_BITS 18

typedef struct
{
  guint64 hash;
  guint claim;
  guint n_found; /* in the text; counted for the first probe of a hash only */
} Probe;

typedef struct
{
  const char *utf8;
  gsize n_bytes;
  gsize n_window; /* bytes that are compared in this round */
  GArray *probes; /* (element-type Probe), sorted by hash */
  guint32 *filter;
} Round;

static gboolean
is_jamo (GUnicodeBreakType type)
{
  return type == G_UNICODE_BREAK_HANGUL_L_JAMO || type == G_UNICODE_BREAK_HANGUL_V_JAMO ||
         type == G_UNICODE_BREAK_HANGUL_T_JAMO || type == G_UNICODE_BREAK_HANGUL_LV_SYLLABLE ||
         type == G_UNICODE_BREAK_HANGUL_LVT_SYLLABLE;
}

/* Whether @next belongs to the character before it. Rather says so once too often: the context may
 * be a bit longer. */
static gboolean
continues (gunichar before, gunichar next)
{
  const gunichar joiner = 0x200d, non_joiner = 0x200c;

  if (next < 0x80)
    return before == '\r' && next == '\n';
  if (g_unichar_ismark (next) || next == joiner || next == non_joiner || before == joiner)
    return TRUE;
  /* Skin tones, and the letters that flags are made of. */
  if ((next >= 0x1f3fb && next <= 0x1f3ff) || (next >= 0x1f1e6 && next <= 0x1f1ff))
    return TRUE;

  return is_jamo (g_unichar_break_type (next)) && is_jamo (g_unichar_break_type (before));
}

static gboolean
is_boundary (const Round *self, gsize at)
{
  const char *p = self->utf8 + at;

  if (at == 0 || at == self->n_bytes)
    return TRUE;
  if ((*p & 0xc0) == 0x80)
    return FALSE;

  return !continues (g_utf8_get_char (g_utf8_prev_char (p)), g_utf8_get_char (p));
}

/* Finds the context for this round, and returns whether it is less than the whole text. */
static gboolean
set_context (const Round *self, gsize start, gsize end, GalleyQuoteContext *context)
{
  gsize n_context = self->n_window / 2;

  if (self->n_bytes <= self->n_window)
    {
      *context = (GalleyQuoteContext){ 0, self->n_bytes };
      return FALSE;
    }

  context->start_bytes = MIN (start - MIN (start, n_context), self->n_bytes - self->n_window);
  while (!is_boundary (self, context->start_bytes))
    context->start_bytes--;
  context->end_bytes =
      MAX (MIN (end + n_context, self->n_bytes), context->start_bytes + self->n_window);
  while (!is_boundary (self, context->end_bytes))
    context->end_bytes++;

  return TRUE;
}

static guint64
hash_window (const Round *self, gsize at)
{
  guint64 hash = 0;

  for (gsize i = at; i < at + self->n_window; i++)
    hash = hash * MULTIPLIER + (guchar) self->utf8[i];

  return hash;
}

static guint
get_filter_bit (guint64 hash)
{
  return hash >> (64 - FILTER_BITS);
}

static int
compare_probes (gconstpointer a, gconstpointer b)
{
  const Probe *x = a, *y = b;

  if (x->hash != y->hash)
    return x->hash < y->hash ? -1 : 1;
  return x->claim < y->claim ? -1 : x->claim > y->claim;
}

/* Index of the first probe of that hash, or of where it would be. */
static guint
find_probe (const Round *self, guint64 hash)
{
  guint low = 0, high = self->probes->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->probes, Probe, middle).hash < hash)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static void
count_window (const Round *self, guint64 hash)
{
  guint at = find_probe (self, hash);

  if (at < self->probes->len && g_array_index (self->probes, Probe, at).hash == hash)
    g_array_index (self->probes, Probe, at).n_found++;
}

/* Looks for every window of the text among the probes. */
static void
walk (const Round *self)
{
  guint64 power = 1, hash = hash_window (self, 0);

  for (gsize i = 0; i < self->n_window; i++)
    power *= MULTIPLIER;

  for (gsize at = 0;; at++)
    {
      guint bit = get_filter_bit (hash);

      if (self->filter[bit / 32] & (1u << bit % 32))
        count_window (self, hash);
      if (at + self->n_window >= self->n_bytes)
        return;
      hash = hash * MULTIPLIER + (guchar) self->utf8[at + self->n_window] -
             power * (guchar) self->utf8[at];
    }
}

/* Gives the claims in @pending their context and keeps those in it that need more. */
static void
run_round (Round *self, GalleyText *text, GPtrArray *claims, GArray *contexts, GArray *pending)
{
  g_array_set_size (self->probes, 0);
  for (guint i = 0; i < pending->len; i++)
    {
      Probe probe = { .claim = g_array_index (pending, guint, i) };
      GalleyRange range = galley_claim_get_range (g_ptr_array_index (claims, probe.claim));
      GalleyQuoteContext *context = &g_array_index (contexts, GalleyQuoteContext, probe.claim);

      if (!set_context (self, galley_text_to_bytes (text, range.start),
                        galley_text_to_bytes (text, range.end), context))
        continue;
      probe.hash = hash_window (self, context->start_bytes);
      g_array_append_val (self->probes, probe);
    }
  g_array_set_size (pending, 0);
  if (self->probes->len == 0)
    return;

  g_array_sort (self->probes, compare_probes);
  self->filter = g_new0 (guint32, (1u << FILTER_BITS) / 32);
  for (guint i = 0; i < self->probes->len; i++)
    {
      guint bit = get_filter_bit (g_array_index (self->probes, Probe, i).hash);

      self->filter[bit / 32] |= 1u << bit % 32;
    }
  walk (self);
  g_free (self->filter);

  for (guint i = 0; i < self->probes->len; i++)
    {
      Probe *probe = &g_array_index (self->probes, Probe, i);

      if (i > 0 && probe[-1].hash == probe->hash)
        probe->n_found = probe[-1].n_found;
      if (probe->n_found > 1)
        g_array_append_val (pending, probe->claim);
    }
}

/**
 * galley_quote_context_find_all:
 * @text: a text
 * @claims: (element-type GalleyClaim): claims of it
 *
 * Never begins or ends within a character as readers see it. Linear in the text.
 *
 * Returns: (transfer full) (element-type GalleyQuoteContext): for each claim, what has to be quoted
 *   with it
 */
GArray *
galley_quote_context_find_all (GalleyText *text, GPtrArray *claims)
{
  GArray *contexts = g_array_new (FALSE, TRUE, sizeof (GalleyQuoteContext));
  g_autoptr (GArray) pending = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) probes = g_array_new (FALSE, FALSE, sizeof (Probe));
  Round round = { .probes = probes };

  round.utf8 = galley_text_peek_utf8 (text, &round.n_bytes);
  g_array_set_size (contexts, claims->len);
  for (guint i = 0; i < claims->len; i++)
    g_array_append_val (pending, i);
  for (gsize n = MIN_CONTEXT_BYTES; n <= MAX_CONTEXT_BYTES && pending->len > 0; n *= 2)
    {
      round.n_window = 2 * n;
      run_round (&round, text, claims, contexts, pending);
    }

  return contexts;
}
