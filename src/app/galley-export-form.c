/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-export-form.h"

#include "galley-export-memory.h"
#include "galley-session-choice.h"

#include <glib/gi18n.h>

/**
 * GalleyExportForm:
 *
 * What of the reviewed version goes out, in which form, and with which options; or what is printed.
 * What goes out is a layout, or a format that has a form of its own.
 *
 * It offers what the tables of the export module list, and begins with what went out last.
 */
struct _GalleyExportForm
{
  AdwBin parent_instance;

  gboolean is_for_print; /* only layouts, and no format */
  gboolean has_package;  /* which is made of no report */
  GArray *choices;       /* (element-type Choice) what goes out */
  GPtrArray *formats;    /* (element-type GalleyExportFormat) that have the chosen layout */

  const GalleyExportFormat *format; /* the chosen one; for print, what has the same pages */

  AdwComboRow *purpose_row;
  AdwComboRow *format_row;
  GalleySessionChoice *session_choice;
  GtkWidget *options_group;
  GtkWidget *boilerplate_row;
  GtkSwitch *boilerplate_switch;
  GtkWidget *bom_row;
  GtkSwitch *bom_switch;
  GtkWidget *confidential_row;
  GtkSwitch *confidential_switch;
  AdwComboRow *paper_row;
};

/* Something that can go out: a layout, or a format without layouts. */
typedef struct
{
  const GalleyExportFormat *format; /* (nullable) */
  GalleyLayout layout;              /* of no meaning if there is a format */
} Choice;

/* In the order of the row for paper. */
static const struct
{
  GalleyPaper paper;
  const char *option; /* remembered, frozen */
} papers[] = {
  { GALLEY_PAPER_OF_LOCALE, "paper" },
  { GALLEY_PAPER_A4, "a4" },
  { GALLEY_PAPER_LETTER, "letter" },
};

#define BOILERPLATE "boilerplate"
#define BOM "bom"

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GalleyExportForm, galley_export_form, ADW_TYPE_BIN)

static const char *
get_nick (const Choice *choice)
{
  return choice->format != NULL ? choice->format->nick : galley_layout_to_nick (choice->layout);
}

static const char *
get_label (const Choice *choice)
{
  return choice->format != NULL ? choice->format->label : galley_layout_get_label (choice->layout);
}

static const char *
get_purpose (const Choice *choice)
{
  return choice->format != NULL ? choice->format->purpose
                                : galley_layout_get_purpose (choice->layout);
}

static const Choice *
get_choice (GalleyExportForm *self)
{
  guint selected = adw_combo_row_get_selected (self->purpose_row);

  return &g_array_index (self->choices, Choice, selected < self->choices->len ? selected : 0);
}

/* The names that options are remembered under; NULL is the layout of a format that has none. */
static const char *
get_layout_nick (GalleyExportForm *self)
{
  const Choice *choice = get_choice (self);

  return choice->format == NULL ? galley_layout_to_nick (choice->layout) : NULL;
}

static const char *
get_format_nick (GalleyExportForm *self)
{
  return self->is_for_print ? GALLEY_EXPORT_MEMORY_PRINT : self->format->nick;
}

static gboolean
was_on (GalleyExportForm *self, const char *option)
{
  return galley_export_memory_has_option (get_layout_nick (self), get_format_nick (self), option);
}

/* Options are those that were on when something last went out so. That sources were named is never
 * remembered: it would happen again without anybody's wanting it. */
static void
show_options (GalleyExportForm *self)
{
  guint switches = galley_export_get_switches (self->format, get_choice (self)->layout);
  guint paper = 0;

  if (self->is_for_print)
    switches &= ~(guint) GALLEY_EXPORT_PAPER;
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    paper = was_on (self, papers[i].option) ? i : paper;

  gtk_widget_set_visible (self->boilerplate_row, (switches & GALLEY_EXPORT_BOILERPLATE) != 0);
  gtk_widget_set_visible (self->bom_row, (switches & GALLEY_EXPORT_BOM) != 0);
  gtk_widget_set_visible (self->confidential_row, (switches & GALLEY_EXPORT_CONFIDENTIAL) != 0);
  gtk_widget_set_visible (GTK_WIDGET (self->paper_row), (switches & GALLEY_EXPORT_PAPER) != 0);
  gtk_widget_set_visible (self->options_group, switches != 0);
  gtk_switch_set_active (self->boilerplate_switch,
                         (switches & GALLEY_EXPORT_BOILERPLATE) != 0 && was_on (self, BOILERPLATE));
  gtk_switch_set_active (self->bom_switch,
                         (switches & GALLEY_EXPORT_BOM) != 0 && was_on (self, BOM));
  gtk_switch_set_active (self->confidential_switch, FALSE);
  adw_combo_row_set_selected (self->paper_row, paper);
}

static GtkWidget *
add_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (/* str= */ NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 60);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

/* What can be chosen says what it is for, in the list as in the row. */
static void
item_set_up_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_hexpand (words, TRUE);
  add_label (words, /* css_class= */ NULL);
  gtk_widget_add_css_class (add_label (words, "caption"), "dim-label");
  gtk_box_append (GTK_BOX (row), words);
  gtk_box_append (GTK_BOX (row), gtk_image_new_from_icon_name ("object-select-symbolic"));
  gtk_list_item_set_child (item, row);
}

/* The whole name of what is chosen, however long the sentence beside it is. */
static void
chosen_set_up_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (/* str= */ NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_list_item_set_child (item, label);
}

static void
chosen_bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static void
bind_item (AdwComboRow *combo, GtkListItem *item, const char *label, const char *purpose)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *row = gtk_widget_get_parent (box);
  GtkWidget *first = gtk_widget_get_first_child (gtk_widget_get_first_child (box));
  gboolean is_chosen = gtk_list_item_get_position (item) == adw_combo_row_get_selected (combo);

  gtk_label_set_label (GTK_LABEL (first), label);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (first)), purpose);
  gtk_widget_set_opacity (gtk_widget_get_last_child (box), is_chosen ? 1 : 0);
  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, purpose, -1);
}

static void
purpose_bind_cb (GalleyExportForm *self, GtkListItem *item)
{
  const Choice *choice = &g_array_index (self->choices, Choice, gtk_list_item_get_position (item));

  bind_item (self->purpose_row, item, get_label (choice), get_purpose (choice));
}

static void
format_bind_cb (GalleyExportForm *self, GtkListItem *item)
{
  const GalleyExportFormat *format =
      g_ptr_array_index (self->formats, gtk_list_item_get_position (item));

  bind_item (self->format_row, item, format->label, format->purpose);
}

typedef void (*BindFunc) (GalleyExportForm *self, GtkListItem *item);

/* Another list each time that something else is chosen, so that its check mark moves. */
static void
describe_items (GalleyExportForm *self, AdwComboRow *row, BindFunc bind_cb)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (item_set_up_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  adw_combo_row_set_list_factory (row, factory);
}

/* Says what is chosen, and what it is for, to those who see the row and those who hear of it. */
static void
describe_row (AdwComboRow *row, const char *label, const char *purpose)
{
  /* Translators: what a screen reader says of a choice: its name, what it is for. */
  g_autofree char *spoken = g_strdup_printf (_ ("%s: %s"), label, purpose);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), purpose);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, spoken,
                                  -1);
}

static void
set_format (GalleyExportForm *self, const GalleyExportFormat *format)
{
  self->format = format;
  describe_row (self->format_row, format->label, format->purpose);
  describe_items (self, self->purpose_row, purpose_bind_cb);
  describe_items (self, self->format_row, format_bind_cb);
  show_options (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
format_selected_cb (GalleyExportForm *self)
{
  guint selected = adw_combo_row_get_selected (self->format_row);

  if (get_choice (self)->format == NULL && selected < self->formats->len)
    set_format (self, g_ptr_array_index (self->formats, selected));
}

/* Offers the formats that have the chosen layout; at first the one that it went out in last. */
static void
offer_formats (GalleyExportForm *self, GalleyLayout layout)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (/* strings= */ NULL);
  g_autofree char *last = galley_export_memory_get_format (galley_layout_to_nick (layout));
  guint selected = 0;

  g_ptr_array_set_size (self->formats, 0);
  for (guint i = 0; i < galley_export_get_n_formats (); i++)
    {
      const GalleyExportFormat *format = galley_export_get_format (i);

      if (!galley_export_has_layout (format, layout))
        continue;
      if (g_str_equal (format->nick, last))
        selected = self->formats->len;
      g_ptr_array_add (self->formats, (gpointer) format);
      gtk_string_list_append (labels, format->label);
    }

  g_signal_handlers_block_by_func (self->format_row, format_selected_cb, self);
  adw_combo_row_set_model (self->format_row, G_LIST_MODEL (labels));
  adw_combo_row_set_selected (self->format_row, selected);
  g_signal_handlers_unblock_by_func (self->format_row, format_selected_cb, self);
  set_format (self, g_ptr_array_index (self->formats, selected));
}

static void
purpose_selected_cb (GalleyExportForm *self)
{
  const Choice *choice = get_choice (self);

  describe_row (self->purpose_row, get_label (choice), get_purpose (choice));
  gtk_widget_set_visible (GTK_WIDGET (self->format_row),
                          choice->format == NULL && !self->is_for_print);
  galley_session_choice_set_wanted (
      self->session_choice, choice->format == NULL && choice->layout == GALLEY_LAYOUT_MINUTES);
  if (self->is_for_print)
    set_format (self, galley_export_find_format ("pdf"));
  else if (choice->format == NULL)
    offer_formats (self, choice->layout);
  else
    set_format (self, choice->format);
}

/* Every layout, then every format that has a form of its own. */
static void
add_choices (GalleyExportForm *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (/* strings= */ NULL);
  g_autofree char *last = galley_export_memory_get_choice (self->is_for_print);
  guint selected = 0;

  g_array_set_size (self->choices, 0);
  for (GalleyLayout layout = 0; layout < GALLEY_N_LAYOUTS; layout++)
    g_array_append_val (self->choices, ((Choice){ .layout = layout }));
  for (guint i = 0; !self->is_for_print && i < galley_export_get_n_formats (); i++)
    if (galley_export_get_format (i)->layouts == 0)
      g_array_append_val (self->choices, ((Choice){ .format = galley_export_get_format (i) }));
  if (self->has_package)
    g_array_append_val (self->choices, ((Choice){ .format = galley_export_get_package () }));

  for (guint i = 0; i < self->choices->len; i++)
    {
      const Choice *choice = &g_array_index (self->choices, Choice, i);

      gtk_string_list_append (labels, get_label (choice));
      selected = g_str_equal (get_nick (choice), last) ? i : selected;
    }
  g_signal_handlers_block_by_func (self->purpose_row, purpose_selected_cb, self);
  adw_combo_row_set_model (self->purpose_row, G_LIST_MODEL (labels));
  adw_combo_row_set_selected (self->purpose_row, selected);
  g_signal_handlers_unblock_by_func (self->purpose_row, purpose_selected_cb, self);
  purpose_selected_cb (self);
}

static void
show_choice (AdwComboRow *row)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (chosen_set_up_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (chosen_bind_cb), NULL);
  adw_combo_row_set_factory (row, factory);
}

static void
galley_export_form_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GALLEY_TYPE_EXPORT_FORM);

  G_OBJECT_CLASS (galley_export_form_parent_class)->dispose (object);
}

static void
galley_export_form_finalize (GObject *object)
{
  GalleyExportForm *self = GALLEY_EXPORT_FORM (object);

  g_array_unref (self->choices);
  g_ptr_array_unref (self->formats);

  G_OBJECT_CLASS (galley_export_form_parent_class)->finalize (object);
}

static void
galley_export_form_class_init (GalleyExportFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = galley_export_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = galley_export_form_finalize;

  /**
   * GalleyExportForm::changed:
   *
   * Something else is chosen.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (GALLEY_TYPE_SESSION_CHOICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/galleydesk/Galley/export-form.ui");
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, GalleyExportForm, child)
  BIND (purpose_row);
  BIND (format_row);
  BIND (session_choice);
  BIND (options_group);
  BIND (boilerplate_row);
  BIND (boilerplate_switch);
  BIND (bom_row);
  BIND (bom_switch);
  BIND (confidential_row);
  BIND (confidential_switch);
  BIND (paper_row);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, purpose_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_selected_cb);
}

static void
galley_export_form_init (GalleyExportForm *self)
{
  self->choices = g_array_new (FALSE, FALSE, sizeof (Choice));
  self->formats = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  show_choice (self->purpose_row);
  show_choice (self->format_row);
  add_choices (self);
}

/**
 * galley_export_form_new_for_print:
 *
 * Returns: (transfer floating): a form that asks what is printed
 */
GtkWidget *
galley_export_form_new_for_print (void)
{
  GalleyExportForm *self = g_object_new (GALLEY_TYPE_EXPORT_FORM, NULL);

  self->is_for_print = TRUE;
  add_choices (self);

  return GTK_WIDGET (self);
}

/**
 * galley_export_form_offer_package:
 *
 * Offers the review package, too, which goes out by galley_desk_write_package_async().
 */
void
galley_export_form_offer_package (GalleyExportForm *self)
{
  g_return_if_fail (GALLEY_IS_EXPORT_FORM (self));

  self->has_package = TRUE;
  add_choices (self);
}

/**
 * galley_export_form_get_format:
 *
 * Returns: (transfer none): the chosen format
 */
const GalleyExportFormat *
galley_export_form_get_format (GalleyExportForm *self)
{
  g_return_val_if_fail (GALLEY_IS_EXPORT_FORM (self), NULL);

  return self->format;
}

/**
 * galley_export_form_has_layout:
 * @out_layout: (out) (optional): the chosen layout; untouched if there is none
 *
 * Returns: whether what is chosen is a layout
 */
gboolean
galley_export_form_has_layout (GalleyExportForm *self, GalleyLayout *out_layout)
{
  const Choice *choice;

  g_return_val_if_fail (GALLEY_IS_EXPORT_FORM (self), FALSE);

  choice = get_choice (self);
  if (choice->format == NULL && out_layout != NULL)
    *out_layout = choice->layout;

  return choice->format == NULL;
}

/**
 * galley_export_form_get_options:
 * @out_options: (out caller-allocates): what is chosen; who publishes is not known here
 */
void
galley_export_form_get_options (GalleyExportForm *self, GalleyReportOptions *out_options)
{
  guint paper;

  g_return_if_fail (GALLEY_IS_EXPORT_FORM (self));

  paper = adw_combo_row_get_selected (self->paper_row);
  *out_options = (GalleyReportOptions){
    .layout = GALLEY_LAYOUT_ANNOTATED,
    .paper = papers[paper < G_N_ELEMENTS (papers) ? paper : 0].paper,
    .include_boilerplate = gtk_switch_get_active (self->boilerplate_switch),
    .csv_bom = gtk_switch_get_active (self->bom_switch),
    .show_confidential = gtk_switch_get_active (self->confidential_switch),
  };
  galley_export_form_has_layout (self, &out_options->layout);
}

/**
 * galley_export_form_load_sessions:
 * @desk: where the article is from
 * @article_id: UUID of the one article that goes out
 * @session_id: (nullable): UUID of the session to choose at first; %NULL for the last one
 *
 * Offers the review sessions of the article, for minutes.
 */
void
galley_export_form_load_sessions (GalleyExportForm *self,
                                  GalleyDesk *desk,
                                  const char *article_id,
                                  const char *session_id)
{
  g_return_if_fail (GALLEY_IS_EXPORT_FORM (self));

  galley_session_choice_load (self->session_choice, desk, article_id, session_id);
}

/**
 * galley_export_form_get_session_id:
 *
 * Returns: (nullable): UUID of the review session whose minutes are wanted; %NULL for the last one
 */
const char *
galley_export_form_get_session_id (GalleyExportForm *self)
{
  g_return_val_if_fail (GALLEY_IS_EXPORT_FORM (self), NULL);

  return galley_session_choice_get_id (self->session_choice);
}

/**
 * galley_export_form_choose:
 * @nick: of a layout, or of a format that has none
 * @format: (nullable): nick of a format that has the layout
 *
 * Chooses what goes out, as a person would.
 */
void
galley_export_form_choose (GalleyExportForm *self, const char *nick, const char *format)
{
  g_return_if_fail (GALLEY_IS_EXPORT_FORM (self));

  for (guint i = 0; i < self->choices->len; i++)
    if (g_str_equal (get_nick (&g_array_index (self->choices, Choice, i)), nick))
      adw_combo_row_set_selected (self->purpose_row, i);
  for (guint i = 0; format != NULL && i < self->formats->len; i++)
    if (g_ptr_array_index (self->formats, i) == galley_export_find_format (format))
      adw_combo_row_set_selected (self->format_row, i);
}

/**
 * galley_export_form_remember:
 *
 * It went out so: next time the form begins with that.
 */
void
galley_export_form_remember (GalleyExportForm *self)
{
  guint paper;
  const char *options[4] = { NULL };
  guint n = 0;

  g_return_if_fail (GALLEY_IS_EXPORT_FORM (self));

  paper = adw_combo_row_get_selected (self->paper_row);
  if (gtk_switch_get_active (self->boilerplate_switch))
    options[n++] = BOILERPLATE;
  if (gtk_switch_get_active (self->bom_switch))
    options[n++] = BOM;
  if (paper > 0 && paper < G_N_ELEMENTS (papers))
    options[n++] = papers[paper].option;
  galley_export_memory_keep (get_layout_nick (self), get_format_nick (self), options);
}
