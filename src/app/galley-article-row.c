/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-article-row.h"

#include "galley-row-words.h"
#include "galley-settings.h"
#include "galley-progress-strip.h"

#include <glib/gi18n.h>

/**
 * GalleyArticleRow:
 *
 * An article in the library's list: its title, how many claims it has, and how far they are.
 */
struct _GalleyArticleRow
{
  AdwBin parent_instance;

  GalleyArticle *article; /* (nullable) */

  GalleyRowWords *title;
  GtkInscription *subtitle;
  GtkWidget *archived_icon;
  GtkWidget *signed_icon;
  GalleyProgressStrip *strip;
};

G_DEFINE_FINAL_TYPE (GalleyArticleRow, galley_article_row, ADW_TYPE_BIN)

static void
galley_article_row_dispose (GObject *object)
{
  galley_article_row_set_article (GALLEY_ARTICLE_ROW (object), NULL);

  G_OBJECT_CLASS (galley_article_row_parent_class)->dispose (object);
}

/* The whole title, which the row may have cut. Asked for rather than set: with each tooltip that is
 * set GTK asks the display where the pointer is, and that for two hundred rows. */
static gboolean
query_tooltip_cb (GalleyArticleRow *self, int x, int y, gboolean is_keyboard, GtkTooltip *tooltip)
{
  if (self->article == NULL)
    return FALSE;

  gtk_tooltip_set_text (tooltip, galley_article_get_title (self->article));

  return TRUE;
}

static void
galley_article_row_class_init (GalleyArticleRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_article_row_dispose;

  g_type_ensure (GALLEY_TYPE_PROGRESS_STRIP);
  g_type_ensure (GALLEY_TYPE_ROW_WORDS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/galleydesk/Galley/article-row.ui");
  gtk_widget_class_bind_template_child (widget_class, GalleyArticleRow, title);
  gtk_widget_class_bind_template_child (widget_class, GalleyArticleRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, GalleyArticleRow, archived_icon);
  gtk_widget_class_bind_template_child (widget_class, GalleyArticleRow, signed_icon);
  gtk_widget_class_bind_template_child (widget_class, GalleyArticleRow, strip);
  gtk_widget_class_bind_template_callback (widget_class, query_tooltip_cb);
}

static void
galley_article_row_init (GalleyArticleRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * galley_article_row_new:
 *
 * Returns: (transfer floating): a row without an article
 */
GtkWidget *
galley_article_row_new (void)
{
  return g_object_new (GALLEY_TYPE_ARTICLE_ROW, NULL);
}

/* A list row is called by what its accessible label says, and that belongs to the row's parent,
 * which GTK makes. */
static void
name_list_item (GalleyArticleRow *self, const char *title, const char *subtitle)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  /* Translators: what a screen reader says of an article in the list: title, number of claims. */
  g_autofree char *name = g_strdup_printf (_ ("%s, %s"), title, subtitle);

  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    -1);
}

static void
changed_cb (GalleyArticleRow *self)
{
  guint n_claims = galley_article_get_n_claims (self->article);
  guint n_with_status[GALLEY_N_STATUSES];
  g_autofree char *own_name = galley_settings_get_checker_name ();
  gboolean is_blind = galley_article_is_read_by (self->article, own_name);
  g_autofree char *subtitle = NULL;
  g_autofree char *spoken = NULL;
  const char *title = galley_article_get_title (self->article);

  for (guint i = 0; i < GALLEY_N_STATUSES; i++)
    n_with_status[i] = is_blind ? 0 : galley_article_get_n_with_status (self->article, i);

  /* A second reader is not shown what the first one found. */
  subtitle = is_blind ? g_strdup (_ ("Second reading under way"))
             : n_claims == 0
                 ? g_strdup (_ ("No claims yet"))
                 : g_strdup_printf (ngettext ("%u claim", "%u claims", n_claims), n_claims);
  galley_row_words_set_text (self->title, title);
  gtk_inscription_set_text (self->subtitle, subtitle);
  gtk_widget_set_visible (self->archived_icon, galley_article_is_archived (self->article));
  gtk_widget_set_visible (self->signed_icon, galley_article_is_signed (self->article));
  galley_progress_strip_set_counts (self->strip, n_with_status);
  spoken = galley_article_is_signed (self->article)
               ? g_strdup_printf ("%s, %s", subtitle, _ ("Signed off"))
               : g_strdup (subtitle);
  name_list_item (self, title, spoken);
}

/**
 * galley_article_row_get_article:
 *
 * Returns: (transfer none) (nullable): the article that is shown
 */
GalleyArticle *
galley_article_row_get_article (GalleyArticleRow *self)
{
  g_return_val_if_fail (GALLEY_IS_ARTICLE_ROW (self), NULL);

  return self->article;
}

/**
 * galley_article_row_set_article:
 * @article: (nullable): the article to show and to follow
 */
void
galley_article_row_set_article (GalleyArticleRow *self, GalleyArticle *article)
{
  g_return_if_fail (GALLEY_IS_ARTICLE_ROW (self));

  if (self->article == article)
    return;

  if (self->article != NULL)
    g_signal_handlers_disconnect_by_data (self->article, self);
  g_set_object (&self->article, article);
  if (article != NULL)
    {
      g_signal_connect_swapped (article, "changed", G_CALLBACK (changed_cb), self);
      changed_cb (self);
    }
}
