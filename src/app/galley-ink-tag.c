/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-ink-tag.h"

/**
 * GalleyInkTag:
 *
 * A tag that gives words a colour, and tells it to a screen reader.
 *
 * GTK 4.8 asks a tag for its “foreground” then, which is a name to be written and not to be read,
 * and takes what it did not get for a colour: the program ends as soon as a screen reader asks how
 * such words look. Here it can be read, and is that colour.
 */
struct _GalleyInkTag
{
  GtkTextTag parent_instance;
};

enum
{
  PROP_FOREGROUND = 1
};

G_DEFINE_FINAL_TYPE (GalleyInkTag, galley_ink_tag, GTK_TYPE_TEXT_TAG)

static void
galley_ink_tag_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_FOREGROUND:
      g_object_get_property (object, "foreground-rgba", value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
galley_ink_tag_class_init (GalleyInkTagClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = galley_ink_tag_get_property;

  g_object_class_install_property (G_OBJECT_CLASS (klass), PROP_FOREGROUND,
                                   g_param_spec_boxed ("foreground", NULL, NULL, GDK_TYPE_RGBA,
                                                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
galley_ink_tag_init (GalleyInkTag *self)
{
}

/**
 * galley_ink_tag_add:
 * @buffer: words
 *
 * Adds a tag to @buffer that looks like nothing yet. Its colour is to be set as "foreground-rgba".
 *
 * Returns: (transfer none): the tag, which comes after all others
 */
GtkTextTag *
galley_ink_tag_add (GtkTextBuffer *buffer)
{
  g_autoptr (GtkTextTag) tag = g_object_new (GALLEY_TYPE_INK_TAG, NULL);

  gtk_text_tag_table_add (gtk_text_buffer_get_tag_table (buffer), tag);
  return tag;
}
