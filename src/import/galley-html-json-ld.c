/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-html-json-ld.h"

#include "galley-html-address.h"
#include "galley-html-words.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* JSON-LD of schema.org: an object of a type that is a kind of article, alone, in an array, or in
 * the "@graph" of another. Of several, as on a page of teasers, the one is the page's that has its
 * address. */

#define MAX_NESTING 64 /* the parser is recursive */
#define MAX_NAMES 20

static const char *const article_types[] = {
  "AdvertiserContentArticle",
  "AnalysisNewsArticle",
  "Article",
  "AskPublicNewsArticle",
  "BackgroundNewsArticle",
  "BlogPosting",
  "LiveBlogPosting",
  "MedicalScholarlyArticle",
  "NewsArticle",
  "OpinionNewsArticle",
  "Report",
  "ReportageNewsArticle",
  "ReviewNewsArticle",
  "ScholarlyArticle",
  "SocialMediaPosting",
  "TechArticle",
  NULL,
};

/* How deep brackets are nested outside strings. */
static guint
measure_nesting (const char *json)
{
  guint depth = 0, max_depth = 0;
  gboolean in_string = FALSE;

  for (const char *p = json; *p != '\0'; p++)
    {
      if (in_string && *p == '\\' && p[1] != '\0')
        p++;
      else if (*p == '"')
        in_string = !in_string;
      else if (!in_string && (*p == '{' || *p == '['))
        max_depth = MAX (max_depth, ++depth);
      else if (!in_string && (*p == '}' || *p == ']') && depth > 0)
        depth--;
    }

  return max_depth;
}

static const char *
peek_string (JsonNode *node)
{
  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node) &&
      json_array_get_length (json_node_get_array (node)) > 0)
    node = json_array_get_element (json_node_get_array (node), 0);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
                 json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

static const char *
peek_member (JsonObject *object, const char *name)
{
  return peek_string (json_object_get_member (object, name));
}

static gboolean
is_article (JsonObject *object)
{
  JsonNode *type = json_object_get_member (object, "@type");
  const char *name = peek_string (type);

  if (type != NULL && JSON_NODE_HOLDS_ARRAY (type))
    {
      JsonArray *names = json_node_get_array (type);

      for (guint i = 0; i < json_array_get_length (names); i++)
        {
          name = peek_string (json_array_get_element (names, i));
          if (name != NULL && g_strv_contains (article_types, name))
            return TRUE;
        }
      return FALSE;
    }
  if (name == NULL)
    return FALSE;

  /* Some write the type as an address. */
  if (strrchr (name, '/') != NULL)
    name = strrchr (name, '/') + 1;
  return g_strv_contains (article_types, name);
}

/* Puts all objects that may be an article into @articles, breadth first, and those that others
 * refer to, such as persons, into @named by their "@id". */
static void
collect (JsonNode *root, GPtrArray *articles, GHashTable *named)
{
  static const char *const holders[] = { "@graph", "mainEntity", "mainEntityOfPage" };
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();

  g_ptr_array_add (nodes, root);
  for (guint i = 0; i < nodes->len; i++)
    {
      JsonNode *node = nodes->pdata[i];
      JsonObject *object;

      if (JSON_NODE_HOLDS_ARRAY (node))
        {
          JsonArray *array = json_node_get_array (node);

          for (guint k = 0; k < json_array_get_length (array); k++)
            g_ptr_array_add (nodes, json_array_get_element (array, k));
        }
      if (!JSON_NODE_HOLDS_OBJECT (node))
        continue;

      object = json_node_get_object (node);
      if (peek_member (object, "@id") != NULL)
        g_hash_table_insert (named, (gpointer) peek_member (object, "@id"), object);
      if (is_article (object))
        {
          g_ptr_array_add (articles, object);
          continue;
        }
      for (guint k = 0; k < G_N_ELEMENTS (holders); k++)
        if (json_object_has_member (object, holders[k]))
          g_ptr_array_add (nodes, json_object_get_member (object, holders[k]));
    }
}

/* The name of a person or a body: of an object, here or where that is described, or by itself. */
static const char *
peek_name (JsonNode *node, GHashTable *named)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *name = object != NULL ? peek_member (object, "name") : peek_string (node);
  const char *id = object != NULL ? peek_member (object, "@id") : NULL;

  if (name == NULL && id != NULL)
    object = g_hash_table_lookup (named, id);
  return name != NULL || object == NULL ? name : peek_member (object, "name");
}

/* The names of people or bodies. */
static void
append_names (GString *names, JsonNode *node, GHashTable *named)
{
  JsonArray *array =
      node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  guint n = array != NULL ? MIN (json_array_get_length (array), MAX_NAMES) : node != NULL;

  for (guint i = 0; i < n; i++)
    {
      JsonNode *element = array != NULL ? json_array_get_element (array, i) : node;
      const char *name = peek_name (element, named);

      if (name == NULL || *name == '\0' || galley_html_address_is_web (name))
        continue;
      if (names->len > 0)
        g_string_append (names, ", ");
      g_string_append (names, name);
    }
}

static void
offer_names (GalleyHtmlMetadata *metadata,
             GalleyMetadataField field,
             JsonNode *node,
             GHashTable *named)
{
  g_autoptr (GString) names = g_string_new (NULL);

  append_names (names, node, named);
  galley_html_metadata_offer (metadata, field, names->str);
}

/* The address of the page that an article is the main thing of. */
static const char *
peek_page (JsonObject *object)
{
  JsonNode *page = json_object_get_member (object, "mainEntityOfPage");

  return page != NULL && JSON_NODE_HOLDS_OBJECT (page)
             ? peek_member (json_node_get_object (page), "@id")
             : peek_string (page);
}

/* The only one of several articles that has the address of the page, or NULL. */
static JsonObject *
find_own (GPtrArray *articles, const char *address)
{
  JsonObject *own = NULL;

  for (guint i = 0; address != NULL && i < articles->len; i++)
    {
      const char *page = peek_page (articles->pdata[i]);
      const char *url = peek_member (articles->pdata[i], "url");

      if (g_strcmp0 (page, address) != 0 && g_strcmp0 (url, address) != 0)
        continue;
      if (own != NULL)
        return NULL;
      own = articles->pdata[i];
    }

  return own;
}

static void
read_article (JsonObject *object, GHashTable *named, GalleyHtmlMetadata *metadata)
{
  galley_html_metadata_offer (metadata, GALLEY_METADATA_TITLE, peek_member (object, "headline"));
  galley_html_metadata_offer (metadata, GALLEY_METADATA_TITLE, peek_member (object, "name"));
  if (metadata->name == NULL && peek_member (object, "name") != NULL)
    metadata->name = galley_html_squeeze (peek_member (object, "name"));
  if (metadata->body == NULL)
    metadata->body = g_strdup (peek_member (object, "articleBody"));
  galley_html_metadata_offer (metadata, GALLEY_METADATA_DATE,
                              peek_member (object, "datePublished"));
  galley_html_metadata_offer (metadata, GALLEY_METADATA_LANGUAGE,
                              peek_member (object, "inLanguage"));
  galley_html_metadata_offer (metadata, GALLEY_METADATA_SOURCE_ADDRESS,
                              peek_member (object, "url"));
  galley_html_metadata_offer (metadata, GALLEY_METADATA_SOURCE_ADDRESS, peek_page (object));
  offer_names (metadata, GALLEY_METADATA_BYLINE, json_object_get_member (object, "author"), named);
  offer_names (metadata, GALLEY_METADATA_PUBLICATION, json_object_get_member (object, "publisher"),
               named);
}

/* Some wrap it into a comment or CDATA, as scripts once were. */
static char *
strip_wrapping (const char *json)
{
  const char *start = strstr (json, "<![CDATA["), *end = json + strlen (json);

  start = start != NULL ? start + strlen ("<![CDATA[") : json;
  if (start != json && g_strrstr (start, "]]>") != NULL)
    end = g_strrstr (start, "]]>");
  while (start < end && *start != '{' && *start != '[')
    start++;
  while (end > start && end[-1] != '}' && end[-1] != ']')
    end--;

  return g_strndup (start, end - start);
}

/* Leaves out the commas after the last member of something, which JSON does not allow and scripts
 * do. */
static void
drop_last_commas (char *json)
{
  char *out = json, *comma = NULL; /* the last, if only white space came after it */
  gboolean is_in_string = FALSE;

  for (const char *p = json; *p != '\0'; p++)
    {
      if (is_in_string && *p == '\\' && p[1] != '\0')
        *out++ = *p++;
      else if (*p == '"')
        is_in_string = !is_in_string;
      else if (!is_in_string && (*p == '}' || *p == ']') && comma != NULL)
        *comma = ' ';

      if (is_in_string || !g_ascii_isspace (*p))
        comma = *p == ',' && !is_in_string ? out : NULL;
      *out++ = *p;
    }
  *out = '\0';
}

/* Whether the headline is in the text of the title bar, whole but for where either is cut off, or
 * says the same in other words. */
static gboolean
is_in_bar (JsonObject *article, const char *bar, gboolean may_resemble)
{
  const char *headline = peek_member (article, "headline");
  g_autofree char *folded = headline != NULL ? galley_html_fold (headline) : NULL;
  g_autofree char *folded_bar = galley_html_fold (bar);

  return folded != NULL && *folded != '\0' && *folded_bar != '\0' &&
         (strstr (folded_bar, folded) != NULL || g_str_has_prefix (folded, folded_bar) ||
          (may_resemble && galley_html_resemble (folded, folded_bar)));
}

/**
 * galley_html_json_ld_read:
 * @json: what stands in a script of the type application/ld+json
 * @bar: (nullable): what the title bar says, if the headline has to be in it
 * @may_resemble: whether it may say the same in other words
 * @metadata: (inout): where what it states goes, unless something is there already
 *
 * Reads the metadata of the article that @json describes, if it is one.
 *
 * Returns: whether it is
 */
gboolean
galley_html_json_ld_read (const char *json,
                          const char *bar,
                          gboolean may_resemble,
                          GalleyHtmlMetadata *metadata)
{
  g_autofree char *stripped = strip_wrapping (json);
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (GPtrArray) articles = NULL;
  g_autoptr (GHashTable) named = NULL;
  JsonObject *article;

  if (measure_nesting (stripped) > MAX_NESTING)
    return FALSE;

  drop_last_commas (stripped);
  parser = json_parser_new_immutable ();
  if (!json_parser_load_from_data (parser, stripped, -1, NULL) ||
      json_parser_get_root (parser) == NULL)
    return FALSE;

  articles = g_ptr_array_new ();
  named = g_hash_table_new (g_str_hash, g_str_equal);
  collect (json_parser_get_root (parser), articles, named);
  article = articles->len == 1
                ? articles->pdata[0]
                : find_own (articles, metadata->values[GALLEY_METADATA_SOURCE_ADDRESS]);
  if (article == NULL || (bar != NULL && !is_in_bar (article, bar, may_resemble)))
    return FALSE;

  read_article (article, named, metadata);
  return TRUE;
}
