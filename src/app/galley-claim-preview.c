/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-claim-preview.h"

#include "galley-claim-words.h"
#include "galley-quoted.h"
#include "galley-wrapping.h"

#include <glib/gi18n.h>
#include <string.h>

/* What is shown of a sentence before and behind the claim, and of a claim; in code points. */
#define MAX_CONTEXT 120
#define MAX_WORDS 600

/**
 * GalleyClaimPreview:
 *
 * How a sentence reads with a correction in it: words that go are struck out, words that come are
 * underlined. Not visible where nothing is corrected.
 */
struct _GalleyClaimPreview
{
  AdwBin parent_instance;

  char *before; /* of the sentence */
  char *words;  /* of the claim */
  char *after;  /* of the sentence */
  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (GalleyClaimPreview, galley_claim_preview, ADW_TYPE_BIN)

static void
galley_claim_preview_finalize (GObject *object)
{
  GalleyClaimPreview *self = GALLEY_CLAIM_PREVIEW (object);

  g_free (self->before);
  g_free (self->words);
  g_free (self->after);

  G_OBJECT_CLASS (galley_claim_preview_parent_class)->finalize (object);
}

static void
galley_claim_preview_class_init (GalleyClaimPreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = galley_claim_preview_finalize;
}

static void
galley_claim_preview_init (GalleyClaimPreview *self)
{
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->label, 0);
  galley_wrapping_set_up (self->label);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "claim-preview");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->label));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/* The sentence, or sentences, that the words stand in, which may reach further than the words. */
static GalleyRange
find_sentence (GalleyCheck *check, GalleyRange range)
{
  GalleyRange sentence = range, found;

  if (galley_check_find_sentence (check, range.start, &found))
    sentence.start = MIN (sentence.start, found.start);
  if (range.end > range.start && galley_check_find_sentence (check, range.end - 1, &found))
    sentence.end = MAX (sentence.end, found.end);

  return sentence;
}

static char *
get_words (GalleyCheck *check, guint start, guint end)
{
  return galley_claim_words_get_quote (check, (GalleyRange){ start, end });
}

/**
 * galley_claim_preview_set_words:
 * @check: an article
 * @range: words of it
 *
 * Says what is corrected. Shows nothing until it is told the correction.
 */
void
galley_claim_preview_set_words (GalleyClaimPreview *self, GalleyCheck *check, GalleyRange range)
{
  GalleyRange sentence;
  guint start, end;

  g_return_if_fail (GALLEY_IS_CLAIM_PREVIEW (self) && GALLEY_IS_CHECK (check));

  sentence = find_sentence (check, range);
  start = MAX (sentence.start, range.start - MIN (range.start, MAX_CONTEXT));
  end = MIN (sentence.end, range.end + MAX_CONTEXT);
  g_free (self->before);
  g_free (self->words);
  g_free (self->after);
  self->before = get_words (check, start, range.start);
  self->words = get_words (check, range.start, MIN (range.end, range.start + MAX_WORDS));
  self->after = get_words (check, range.end, end);
}

/* How many bytes of whole words, and the space behind them, both texts begin with. */
static gsize
count_common_start (const char *a, const char *b)
{
  gsize n = 0, words = 0;

  while (a[n] != '\0' && a[n] == b[n])
    {
      n++;
      if (a[n - 1] == ' ' || ((a[n] == '\0' || a[n] == ' ') && (b[n] == '\0' || b[n] == ' ')))
        words = n;
    }

  return words;
}

/* How many bytes of whole words both texts end with, besides @skip bytes at their start. */
static gsize
count_common_end (const char *a, const char *b, gsize skip)
{
  gsize a_bytes = strlen (a), b_bytes = strlen (b), n = 0, words = 0;

  while (n < MIN (a_bytes, b_bytes) - skip && a[a_bytes - n - 1] == b[b_bytes - n - 1])
    {
      n++;
      if (g_ascii_isspace (a[a_bytes - n]))
        words = n;
    }

  return words;
}

/* @tag is NULL for words that stay. */
static void
append_part (GString *markup, const char *tag, const char *text, gsize length_bytes)
{
  g_autofree char *escaped = g_markup_escape_text (text, length_bytes);

  if (length_bytes == 0)
    return;

  if (tag != NULL)
    g_string_append_printf (markup, "<span %s>%s</span>", tag, escaped);
  else
    g_string_append (markup, escaped);
}

static void
describe (GalleyClaimPreview *self, const char *correction)
{
  g_autofree char *sentence = g_strconcat (self->before, correction, self->after, NULL);
  /* Translators: for screen readers; a whole sentence is put in. */
  g_autofree char *label = g_strdup_printf (_ ("With the correction: %s"), sentence);
  g_autofree char *words = galley_quoted (self->words);
  g_autofree char *replacement = galley_quoted (correction);
  g_autofree char *description =
      *correction == '\0'
          /* Translators: for screen readers; words of the article are put in, in quotation marks.
           */
          ? g_strdup_printf (_ ("%s is deleted."), words)
          /* Translators: for screen readers; words of the article and what replaces them, both in
           * quotation marks. */
          : g_strdup_printf (_ ("%s is replaced by %s."), words, replacement);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->label), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

/**
 * galley_claim_preview_set_correction:
 * @correction: (nullable): what is to stand there instead; "" if the words are to go; %NULL if
 *   nothing is corrected
 */
void
galley_claim_preview_set_correction (GalleyClaimPreview *self, const char *correction)
{
  g_autoptr (GString) markup = NULL;
  gsize start, end;

  g_return_if_fail (GALLEY_IS_CLAIM_PREVIEW (self));

  gtk_widget_set_visible (GTK_WIDGET (self), correction != NULL && self->words != NULL);
  if (correction == NULL || self->words == NULL)
    return;

  markup = g_string_new (NULL);
  start = count_common_start (self->words, correction);
  end = count_common_end (self->words, correction, start);
  append_part (markup, /* tag= */ NULL, self->before, strlen (self->before));
  append_part (markup, /* tag= */ NULL, self->words, start);
  append_part (markup, "strikethrough='true' alpha='65%'", self->words + start,
               strlen (self->words) - start - end);
  if (strlen (self->words) > start + end && strlen (correction) > start + end)
    g_string_append_c (markup, ' ');
  append_part (markup, "underline='single' weight='bold'", correction + start,
               strlen (correction) - start - end);
  append_part (markup, /* tag= */ NULL, correction + strlen (correction) - end, end);
  append_part (markup, /* tag= */ NULL, self->after, strlen (self->after));
  gtk_label_set_markup (self->label, markup->str);
  describe (self, correction);
}
