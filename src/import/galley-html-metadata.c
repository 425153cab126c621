/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-html-metadata.h"

#include "galley-html-address.h"
#include "galley-html-byline.h"
#include "galley-html-date.h"
#include "galley-html-json-ld.h"
#include "galley-html-name.h"
#include "galley-html-shown.h"
#include "galley-html-title.h"
#include "galley-html-words.h"

#include <string.h>

/* A page states the same thing in several places. The first in the order of trust is believed, and
 * within one place the first name of this table: JSON-LD, then Open Graph, then other meta tags,
 * then what is to be seen. A value that is none (an address where a name belongs, a date that can
 * be read in two ways) is passed over. */

#define MAX_BYLINE_WEIGHT 100
#define MAX_VALUE_BYTES 1000
#define MAX_TITLES 12
#define MIN_SHARED_WEIGHT 20 /* of a title that two places state */

static const struct
{
  const char *name; /* of the meta tag's property, name or itemprop, in lower case */
  GalleyMetadataField field;
} tags[] = {
  { "og:title", GALLEY_METADATA_TITLE },
  { "og:site_name", GALLEY_METADATA_PUBLICATION },
  { "dc.publisher", GALLEY_METADATA_PUBLICATION },
  { "dcterms.publisher", GALLEY_METADATA_PUBLICATION },
  { "og:url", GALLEY_METADATA_SOURCE_ADDRESS },
  { "article:published_time", GALLEY_METADATA_DATE },
  { "og:article:published_time", GALLEY_METADATA_DATE },
  { "og:published_time", GALLEY_METADATA_DATE },
  { "article:author", GALLEY_METADATA_BYLINE },
  { "og:article:author", GALLEY_METADATA_BYLINE },
  { "article:author_name", GALLEY_METADATA_BYLINE },
  { "dc:title", GALLEY_METADATA_TITLE },
  { "dc.title", GALLEY_METADATA_TITLE },
  { "dcterms.title", GALLEY_METADATA_TITLE },
  { "twitter:title", GALLEY_METADATA_TITLE },
  { "parsely-title", GALLEY_METADATA_TITLE },
  { "weibo:article:title", GALLEY_METADATA_TITLE },
  { "headline", GALLEY_METADATA_TITLE },
  { "title", GALLEY_METADATA_TITLE },
  { "dc:creator", GALLEY_METADATA_BYLINE },
  { "dc.creator", GALLEY_METADATA_BYLINE },
  { "dcterms.creator", GALLEY_METADATA_BYLINE },
  { "author", GALLEY_METADATA_BYLINE },
  { "byl", GALLEY_METADATA_BYLINE },
  { "parsely-author", GALLEY_METADATA_BYLINE },
  { "sailthru.author", GALLEY_METADATA_BYLINE },
  { "weibo:article:creator", GALLEY_METADATA_BYLINE },
  { "datepublished", GALLEY_METADATA_DATE },
  { "parsely-pub-date", GALLEY_METADATA_DATE },
  { "sailthru.date", GALLEY_METADATA_DATE },
  { "dc.date.issued", GALLEY_METADATA_DATE },
  { "dcterms.issued", GALLEY_METADATA_DATE },
  { "dc.date", GALLEY_METADATA_DATE },
  { "dcterms.date", GALLEY_METADATA_DATE },
  { "publishdate", GALLEY_METADATA_DATE },
  { "publish-date", GALLEY_METADATA_DATE },
  { "pubdate", GALLEY_METADATA_DATE },
  { "ptime", GALLEY_METADATA_DATE },
  { "article.published", GALLEY_METADATA_DATE },
  { "date", GALLEY_METADATA_DATE },
};

static char *
normalize_language (const char *language)
{
  char *tag = g_strdelimit (g_strdup (language), "_", '-');
  gsize n = strspn (tag, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

  if (n < 2 || n > 3 || (tag[n] != '\0' && tag[n] != '-') ||
      strspn (tag + n, "-abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") !=
          strlen (tag + n))
    g_clear_pointer (&tag, g_free);

  return tag;
}

/**
 * galley_html_metadata_add_title:
 * @title: (nullable): what the article is called in one place
 */
void
galley_html_metadata_add_title (GalleyHtmlMetadata *self, const char *title)
{
  if (title != NULL && *title != '\0' && strlen (title) <= MAX_VALUE_BYTES &&
      self->other_titles->len < MAX_TITLES)
    g_ptr_array_add (self->other_titles, galley_html_squeeze (title));
}

/* Some write an entity where the data are no markup ("Council&#8217;s"). */
static char *
decode (const char *value)
{
  const char *sign = strchr (value, '&');
  guint64 n_steps = 0;
  g_autoptr (GalleyHtmlTree) tree = sign != NULL && strchr (sign, ';') != NULL
                                        ? galley_html_tree_new (value, strlen (value), "", &n_steps,
                                                                /* cancellable= */ NULL, NULL)
                                        : NULL;

  return tree != NULL ? galley_html_tree_dup_words (tree, 0) : galley_html_squeeze (value);
}

/**
 * galley_html_metadata_offer:
 * @self: (inout): what is known so far
 * @field: what is stated
 * @value: (nullable): what it is said to be
 *
 * Takes @value, if it is one and nothing is known of @field yet.
 */
void
galley_html_metadata_offer (GalleyHtmlMetadata *self, GalleyMetadataField field, const char *value)
{
  g_autofree char *line = NULL;

  if (value == NULL || self->values[field] != NULL || strlen (value) > MAX_VALUE_BYTES)
    return;

  line = field == GALLEY_METADATA_SOURCE_ADDRESS ? galley_html_squeeze (value) : decode (value);
  switch (field)
    {
    case GALLEY_METADATA_DATE:
      self->values[field] = galley_html_date_normalize (line);
      break;
    case GALLEY_METADATA_LANGUAGE:
      self->values[field] = normalize_language (line);
      break;
    case GALLEY_METADATA_BYLINE:
      self->values[field] = galley_html_byline_normalize (line);
      break;
    case GALLEY_METADATA_SOURCE_ADDRESS:
      if (galley_html_address_is_web (line))
        self->values[field] = g_steal_pointer (&line);
      break;
    default:
      if (*line != '\0')
        self->values[field] = g_steal_pointer (&line);
      break;
    }
}

/* Reads the articles that scripts describe whose headline is in @bar, or all if that is NULL. */
static gboolean
read_scripts (const GalleyHtmlTree *tree,
              const char *bar,
              gboolean may_resemble,
              GalleyHtmlMetadata *self)
{
  gboolean is_read = FALSE;

  for (guint i = 0; i + 1 < tree->n_nodes; i++)
    {
      const char *type;

      if (tree->nodes[i].tag != GUMBO_TAG_SCRIPT || tree->nodes[i + 1].text == NULL)
        continue;
      type = galley_html_tree_get_attribute (tree, i, "type");
      if (type != NULL && g_ascii_strncasecmp (type, "application/ld+json", 19) == 0)
        is_read |= galley_html_json_ld_read (tree->nodes[i + 1].text, bar, may_resemble, self);
    }

  return is_read;
}

/* Whether the title bar has the title in it that is stated for the sharing of links: two places
 * that agree, which a script does not outweigh that says nothing of it. */
static gboolean
is_shared_title (const GalleyHtmlTree *tree, const char *bar)
{
  g_autofree char *folded_bar = galley_html_fold (bar);

  for (guint i = 0; i < tree->n_nodes; i++)
    {
      const char *property = tree->nodes[i].tag == GUMBO_TAG_META
                                 ? galley_html_tree_get_attribute (tree, i, "property")
                                 : NULL;
      const char *content = property != NULL && g_ascii_strcasecmp (property, "og:title") == 0
                                ? galley_html_tree_get_attribute (tree, i, "content")
                                : NULL;
      g_autofree char *folded = content != NULL ? galley_html_fold (content) : NULL;

      if (folded != NULL && galley_html_weigh (folded) >= MIN_SHARED_WEIGHT)
        return strstr (folded_bar, folded) != NULL;
    }

  return FALSE;
}

/* Scripts may describe other articles, too, each its own. */
static void
read_json_ld (const GalleyHtmlTree *tree, GalleyHtmlMetadata *self)
{
  g_autofree char *bar = galley_html_title_read_bar (tree);

  if (bar == NULL || !read_scripts (tree, bar, /* may_resemble= */ FALSE, self))
    read_scripts (tree, bar != NULL && is_shared_title (tree, bar) ? bar : NULL,
                  /* may_resemble= */ TRUE, self);
}

/* Whether one of the words of @names, which is a list parted by spaces, is @name. */
static gboolean
has_name (const char *names, const char *name)
{
  gsize name_bytes = strlen (name);

  for (const char *p = names; p != NULL && *p != '\0';)
    {
      gsize n;

      p += strspn (p, " \t\r\n");
      n = strcspn (p, " \t\r\n");
      if (n == name_bytes && g_ascii_strncasecmp (p, name, n) == 0)
        return TRUE;
      p += n;
    }

  return FALSE;
}

/* Notes what a meta tag says for a row of the table: the first has it, but authors may have a tag
 * each. */
static void
note_value (GString **value, GalleyMetadataField field, const char *content)
{
  if (*value == NULL)
    *value = g_string_new (content);
  else if (field == GALLEY_METADATA_BYLINE && strstr ((*value)->str, content) == NULL &&
           !galley_html_address_is_web ((*value)->str) && !galley_html_address_is_web (content) &&
           galley_html_weigh ((*value)->str) + galley_html_weigh (content) < MAX_BYLINE_WEIGHT)
    g_string_append_printf (*value, ", %s", content);
}

static void
read_meta_tags (const GalleyHtmlTree *tree, GalleyHtmlMetadata *self)
{
  static const char *const attributes[] = { "property", "name", "itemprop" };
  GString *values[G_N_ELEMENTS (tags)] = { NULL };

  for (guint i = 0; i < tree->n_nodes; i++)
    {
      const char *content;

      if (tree->nodes[i].tag != GUMBO_TAG_META)
        continue;
      content = galley_html_tree_get_attribute (tree, i, "content");
      if (content == NULL || *content == '\0')
        continue;
      for (guint k = 0; k < G_N_ELEMENTS (attributes); k++)
        {
          const char *names = galley_html_tree_get_attribute (tree, i, attributes[k]);

          for (guint n = 0; names != NULL && n < G_N_ELEMENTS (tags); n++)
            if (has_name (names, tags[n].name))
              note_value (&values[n], tags[n].field, content);
        }
    }

  for (guint n = 0; n < G_N_ELEMENTS (tags); n++)
    {
      if (values[n] == NULL)
        continue;
      galley_html_metadata_offer (self, tags[n].field, values[n]->str);
      if (tags[n].field == GALLEY_METADATA_TITLE)
        galley_html_metadata_add_title (self, values[n]->str);
      g_string_free (values[n], TRUE);
    }
}

static void
read_canonical (const GalleyHtmlTree *tree, GalleyHtmlMetadata *self)
{
  for (guint i = 0; i < tree->n_nodes; i++)
    if (tree->nodes[i].tag == GUMBO_TAG_LINK &&
        has_name (galley_html_tree_get_attribute (tree, i, "rel"), "canonical"))
      galley_html_metadata_offer (self, GALLEY_METADATA_SOURCE_ADDRESS,
                                  galley_html_tree_get_attribute (tree, i, "href"));
}

static void
read_description (const GalleyHtmlTree *tree, GalleyHtmlMetadata *self)
{
  for (guint i = 0; i < tree->n_nodes && self->description == NULL; i++)
    {
      const char *content;

      if (tree->nodes[i].tag != GUMBO_TAG_META)
        continue;
      content = galley_html_tree_get_attribute (tree, i, "content");
      if (content != NULL &&
          (has_name (galley_html_tree_get_attribute (tree, i, "property"), "og:description") ||
           has_name (galley_html_tree_get_attribute (tree, i, "name"), "description")))
        self->description = galley_html_fold (content);
    }
}

/* Programs that save documents as pages state it of the body. A setting of the sharing of links is
 * often left as it came, so it is asked last. */
static void
read_language (const GalleyHtmlTree *tree, GalleyHtmlMetadata *self)
{
  guint body = galley_html_tree_find (tree, 0, GUMBO_TAG_BODY);

  galley_html_metadata_offer (self, GALLEY_METADATA_LANGUAGE,
                              galley_html_tree_get_attribute (tree, 0, "lang"));
  galley_html_metadata_offer (self, GALLEY_METADATA_LANGUAGE,
                              galley_html_tree_get_attribute (tree, 0, "xml:lang"));
  galley_html_metadata_offer (self, GALLEY_METADATA_LANGUAGE,
                              galley_html_tree_get_attribute (tree, body, "lang"));
  for (guint i = 0; i < tree->n_nodes; i++)
    if (tree->nodes[i].tag == GUMBO_TAG_META &&
        (has_name (galley_html_tree_get_attribute (tree, i, "property"), "og:locale") ||
         has_name (galley_html_tree_get_attribute (tree, i, "http-equiv"), "content-language")))
      galley_html_metadata_offer (self, GALLEY_METADATA_LANGUAGE,
                                  galley_html_tree_get_attribute (tree, i, "content"));
}

/* Reads who wrote the article from what is to be seen, too, where only the publication is stated to
 * have, and cuts its name off those of people. */
static void
settle_byline (const GalleyHtmlTree *tree,
               const GalleyHtmlFeatures *features,
               GalleyHtmlMetadata *self)
{
  char **byline = &self->values[GALLEY_METADATA_BYLINE];
  const char *publication = self->values[GALLEY_METADATA_PUBLICATION];
  g_autofree char *house = NULL;
  char *names;

  if (publication != NULL && *byline != NULL && galley_html_name_agrees (publication, *byline))
    house = g_steal_pointer (byline);
  galley_html_shown_read (tree, features, self);
  if (*byline == NULL)
    *byline = g_steal_pointer (&house);
  if (*byline == NULL || publication == NULL)
    return;

  names = galley_html_byline_cut_name (*byline, publication);
  g_free (*byline);
  *byline = names;
}

/**
 * galley_html_metadata_new:
 * @tree: a page
 * @features: what is known of its nodes
 * @address: (nullable): where the page was found, if the file says so
 *
 * Returns: (transfer full): what the page states of its article
 */
GalleyHtmlMetadata *
galley_html_metadata_new (const GalleyHtmlTree *tree,
                          const GalleyHtmlFeatures *features,
                          const char *address)
{
  GalleyHtmlMetadata *self = g_new0 (GalleyHtmlMetadata, 1);

  self->other_titles = g_ptr_array_new_with_free_func (g_free);
  read_canonical (tree, self);
  read_json_ld (tree, self);
  read_meta_tags (tree, self);
  read_language (tree, self);
  read_description (tree, self);
  galley_html_shown_read_marked (tree, features, self);
  galley_html_metadata_offer (self, GALLEY_METADATA_SOURCE_ADDRESS, address);
  galley_html_title_settle (tree, features, self);
  settle_byline (tree, features, self);

  return self;
}

void
galley_html_metadata_free (GalleyHtmlMetadata *self)
{
  for (guint i = 0; i < GALLEY_N_METADATA_FIELDS; i++)
    g_free (self->values[i]);
  g_ptr_array_unref (self->other_titles);
  g_free (self->name);
  g_free (self->description);
  g_free (self->body);
  g_free (self);
}
