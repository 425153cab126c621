/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-claim-row.h"

#include "galley-badge.h"
#include "galley-claim-suggestion.h"
#include "galley-claim-words.h"
#include "galley-names.h"
#include "galley-novelty.h"
#include "galley-row-words.h"
#include "galley-twins.h"

#include <glib/gi18n.h>

/* A longer quote is cut before it is laid out; two lines never show more. In code points. */
#define MAX_QUOTE 300

/**
 * GalleyClaimRow:
 *
 * One claim, or one suggestion, in a list. Follows the claim while it is shown; its name for
 * assistive technology goes to the widget that holds it, because that is what lists move among.
 */
struct _GalleyClaimRow
{
  AdwBin parent_instance;

  GalleyCheck *check; /* nullable */
  GalleyClaim *claim; /* nullable */
  gulong claim_id;
  gulong twins_id;
  guint n_repeats; /* how many others say the same, as far as is known */

  /* from the template */
  GalleyBadge *badge;
  GalleyRowWords *quote;
  GtkInscription *details;
  GtkBox *box;
  GtkWidget *star; /* (nullable) made when it is needed first */
  GtkWidget *high; /* likewise */
};

G_DEFINE_FINAL_TYPE (GalleyClaimRow, galley_claim_row, ADW_TYPE_BIN)

static void
galley_claim_row_dispose (GObject *object)
{
  galley_claim_row_clear (GALLEY_CLAIM_ROW (object));
  /* The template would take the child away behind the bin's back. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_CLAIM_ROW);

  G_OBJECT_CLASS (galley_claim_row_parent_class)->dispose (object);
}

static void
galley_claim_row_class_init (GalleyClaimRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_claim_row_dispose;

  g_type_ensure (GALLEY_TYPE_BADGE);
  g_type_ensure (GALLEY_TYPE_ROW_WORDS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/galleydesk/Galley/claim-row.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimRow, badge);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimRow, quote);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimRow, details);
  gtk_widget_class_bind_template_child (widget_class, GalleyClaimRow, box);
}

static void
galley_claim_row_init (GalleyClaimRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * galley_claim_row_new:
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
galley_claim_row_new (void)
{
  return g_object_new (GALLEY_TYPE_CLAIM_ROW, NULL);
}

/* Most rows have no signs, and a row is made two hundred times before the list is shown. */
static void
show_sign (GalleyClaimRow *self, GtkWidget **sign, const char *icon_name, gboolean is_shown)
{
  if (*sign == NULL && is_shown)
    {
      *sign = gtk_image_new_from_icon_name (icon_name);
      gtk_widget_set_valign (*sign, GTK_ALIGN_START);
      gtk_widget_add_css_class (*sign, "dim-label");
      gtk_box_append (self->box, *sign);
    }
  if (*sign != NULL)
    gtk_widget_set_visible (*sign, is_shown);
}

static void
show_signs (GalleyClaimRow *self, gboolean is_high, gboolean is_starred)
{
  show_sign (self, &self->high, "emblem-important-symbolic", is_high);
  show_sign (self, &self->star, "starred-symbolic", is_starred);
}

static void
show (GalleyClaimRow *self, const char *status, GalleyRange range, GString *details)
{
  GtkWidget *holder = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *quote = NULL;
  /* Translators: a status and a claim's words, for screen readers. */
  g_autofree char *name = NULL;

  range.end = MIN (range.end, range.start + MAX_QUOTE);
  quote = galley_claim_words_get_quote (self->check, range);
  name = g_strdup_printf (_ ("%s: %s"), status, quote);
  galley_row_words_set_text (self->quote, quote);
  gtk_inscription_set_text (self->details, details->str);
  if (holder != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (holder), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    -1);
}

static void
add_detail (GString *details, const char *detail)
{
  if (detail == NULL || *detail == '\0')
    return;

  if (details->len > 0)
    g_string_append (details, " · ");
  g_string_append (details, detail);
}

static void
add_section (GalleyClaimRow *self, GString *details, guint offset)
{
  GalleyDocument *document = galley_check_get_document (self->check);
  gint block = galley_document_find_block (document, offset);
  gint section = block >= 0 ? galley_document_find_section (document, block) : -1;
  guint n_blocks;
  const GalleyBlock *blocks = galley_document_get_blocks (document, &n_blocks);
  g_autofree char *heading = NULL;

  if (section < 0 || section == block)
    return;

  heading = galley_claim_words_get_quote (self->check, blocks[section].range);
  add_detail (details, heading);
}

static guint
count_repeats (GalleyClaimRow *self)
{
  GalleyTwins *twins = galley_check_get_twins (self->check);

  return twins != NULL ? galley_twins_count (twins, self->claim) : 0;
}

/* How often the article says the same; NULL if it does so once, as far as is known. */
static char *
describe_repeats (GalleyClaimRow *self)
{
  if (self->n_repeats == 0)
    return NULL;

  /* Translators: how often an article says the same, as in "said 3×". */
  return g_strdup_printf (_ ("said %u×"), self->n_repeats + 1);
}

/* The status, and what the signs say, for screen readers. */
static char *
name_state (GalleyClaim *claim, const char *repeats)
{
  g_autoptr (GString) state = g_string_new (galley_claim_words_get_state (claim));

  if (galley_claim_get_priority (claim) == GALLEY_PRIORITY_HIGH)
    g_string_append_printf (state, ", %s", _ ("high priority"));
  if (galley_claim_is_starred (claim))
    g_string_append_printf (state, ", %s", _ ("legal star"));
  if (repeats != NULL)
    g_string_append_printf (state, ", %s", repeats);

  return g_string_free (g_steal_pointer (&state), FALSE);
}

static void
update (GalleyClaimRow *self)
{
  g_autofree char *repeats = describe_repeats (self);
  g_autofree char *state = name_state (self->claim, repeats);
  g_autoptr (GString) details = g_string_new (NULL);
  GalleyRange range = galley_claim_get_range (self->claim);
  GPtrArray *evidence = galley_claim_get_evidence (self->claim);
  const char *correction = galley_claim_get_correction (self->claim);
  const char *name = galley_claim_get_assignee (self->claim);
  g_autofree char *assignee = name != NULL ? galley_names_shorten (name) : NULL;

  galley_badge_set_claim (self->badge, self->claim);
  add_detail (details, galley_reason_get_label (galley_claim_get_reason (self->claim)));
  if (correction != NULL)
    add_detail (details, *correction != '\0' ? _ ("With correction") : _ ("To be struck"));
  if (evidence != NULL)
    {
      g_autofree char *count = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u source", "%u sources", evidence->len), evidence->len);

      add_detail (details, count);
    }
  add_detail (details, repeats);
  add_detail (details, assignee);
  add_section (self, details, range.start);
  if (details->len == 0)
    add_detail (details, galley_claim_words_get_state (self->claim));
  show_signs (self, galley_claim_get_priority (self->claim) == GALLEY_PRIORITY_HIGH,
              galley_claim_is_starred (self->claim));
  show (self, state, range, details);
}

/* Most rows have nothing to show for it. */
static void
twins_changed_cb (GalleyClaimRow *self)
{
  guint n_repeats = count_repeats (self);

  if (self->n_repeats == n_repeats)
    return;

  self->n_repeats = n_repeats;
  update (self);
}

/**
 * galley_claim_row_set_claim:
 * @check: the article
 * @claim: a claim of it
 *
 * Shows @claim, and what becomes of it.
 */
void
galley_claim_row_set_claim (GalleyClaimRow *self, GalleyCheck *check, GalleyClaim *claim)
{
  g_return_if_fail (GALLEY_IS_CLAIM_ROW (self));
  g_return_if_fail (GALLEY_IS_CHECK (check) && GALLEY_IS_CLAIM (claim));

  galley_claim_row_clear (self);
  self->check = g_object_ref (check);
  self->claim = g_object_ref (claim);
  self->claim_id = g_signal_connect_swapped (claim, "notify", G_CALLBACK (update), self);
  self->twins_id =
      g_signal_connect_swapped (check, "twins-changed", G_CALLBACK (twins_changed_cb), self);
  self->n_repeats = count_repeats (self);
  update (self);
}

/**
 * galley_claim_row_set_suggestion:
 * @check: the article
 * @range: words of it that are only suggested
 *
 * Shows a suggestion.
 */
void
galley_claim_row_set_suggestion (GalleyClaimRow *self, GalleyCheck *check, GalleyRange range)
{
  g_autoptr (GString) details = g_string_new (NULL);
  gboolean is_new;

  g_return_if_fail (GALLEY_IS_CLAIM_ROW (self) && GALLEY_IS_CHECK (check));

  galley_claim_row_clear (self);
  self->check = g_object_ref (check);
  galley_badge_set_suggestion (self->badge);
  show_signs (self, /* is_high= */ FALSE, /* is_starred= */ FALSE);
  add_section (self, details, range.start);
  is_new = galley_novelty_is_new (check, range);
  if (is_new)
    add_detail (details, _ ("New in this draft"));
  if (details->len == 0)
    add_detail (details, _ ("Unmarked"));
  show (self, is_new ? _ ("Unmarked, new in this draft") : _ ("Unmarked"), range, details);
}

/**
 * galley_claim_row_set_item:
 * @check: the article
 * @item: a #GalleyClaim or #GalleyClaimSuggestion of it
 *
 * Shows either; of a suggestion that is a claim now, the claim.
 */
void
galley_claim_row_set_item (GalleyClaimRow *self, GalleyCheck *check, gpointer item)
{
  GalleyClaim *claim =
      GALLEY_IS_CLAIM (item) ? item : galley_claim_suggestion_find_claim (item, check);

  if (claim != NULL)
    galley_claim_row_set_claim (self, check, claim);
  else
    galley_claim_row_set_suggestion (self, check, galley_claim_suggestion_get_range (item));
}

/**
 * galley_claim_row_clear:
 *
 * Forgets what is shown.
 */
void
galley_claim_row_clear (GalleyClaimRow *self)
{
  g_return_if_fail (GALLEY_IS_CLAIM_ROW (self));

  if (self->claim != NULL)
    g_clear_signal_handler (&self->claim_id, self->claim);
  if (self->twins_id != 0)
    g_clear_signal_handler (&self->twins_id, self->check);
  g_clear_object (&self->claim);
  g_clear_object (&self->check);
}

/**
 * galley_claim_row_setup_cb:
 *
 * For lists: makes a row.
 */
void
galley_claim_row_setup_cb (gpointer unused, GtkListItem *item)
{
  gtk_list_item_set_child (item, galley_claim_row_new ());
}

/**
 * galley_claim_row_unbind_cb:
 *
 * For lists: the row has nothing to show any more.
 */
void
galley_claim_row_unbind_cb (gpointer unused, GtkListItem *item)
{
  galley_claim_row_clear (GALLEY_CLAIM_ROW (gtk_list_item_get_child (item)));
}
