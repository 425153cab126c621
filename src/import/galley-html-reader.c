/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-html-address.h"
#include "galley-html-blocks.h"
#include "galley-html-body.h"
#include "galley-html-contents.h"
#include "galley-html-encoding.h"
#include "galley-html-page.h"
#include "galley-html-positions.h"
#include "galley-html-signs.h"
#include "galley-html-stated.h"
#include "galley-html-xml.h"
#include "galley-limits.h"

#include <glib/gi18n-lib.h>

#define MIN_ARTICLE_WEIGHT 70 /* of the shortest that is one */
#define MIN_ARTICLE_PROSE 2   /* paragraphs on a page that has one */

/* Figures that the heading shows raised are so in a title that says the same. */
static void
raise_title (const GalleyHtmlTree *tree, GalleyHtmlMetadata *metadata)
{
  char **title = &metadata->values[GALLEY_METADATA_TITLE];
  g_autofree char *words = galley_html_tree_dup_words (tree, metadata->heading);

  if (metadata->heading == 0 || g_strcmp0 (words, *title) != 0)
    return;

  g_free (*title);
  *title = galley_html_positions_dup_words (tree, metadata->heading);
}

static void
set_metadata (const GalleyHtmlMetadata *metadata, GalleyDocumentBuilder *builder)
{
  for (guint i = 0; i < GALLEY_N_METADATA_FIELDS; i++)
    if (metadata->values[i] != NULL)
      galley_document_builder_set_metadata (builder, i, metadata->values[i]);
}

/* The address that links are relative to. */
static char *
find_base (const GalleyHtmlTree *tree, const char *address)
{
  guint element = galley_html_tree_find (tree, 0, GUMBO_TAG_BASE);
  const char *href = element != 0 ? galley_html_tree_get_attribute (tree, element, "href") : NULL;

  if (href == NULL)
    return g_strdup (address);
  return address != NULL ? galley_html_address_join (address, href) : g_strdup (href);
}

/* Makes text of links as long as paragraphs, as where one was never ended. */
static guint
untie_text (GalleyHtmlTree *tree, const GalleyHtmlFeatures *features)
{
  guint n = 0;

  for (guint i = 1; i < tree->n_nodes; i++)
    if (tree->nodes[i].tag == GUMBO_TAG_A && features[i].length >= MIN_ARTICLE_WEIGHT)
      {
        tree->nodes[i].tag = GUMBO_TAG_SPAN;
        n++;
      }

  return n;
}

/* What is known of the nodes of a page. One whose sentences a script is to write, but which has
 * them for readers without scripts, too, is read as those see it. */
static GalleyHtmlFeatures *
look_at_page (GalleyHtmlTree *tree)
{
  GalleyHtmlFeatures *features = galley_html_features_new (tree);

  if (features[0].n_prose == 0 && galley_html_tree_unfold (tree, GUMBO_TAG_NOSCRIPT) > 0)
    {
      g_free (features);
      features = galley_html_features_new (tree);
    }
  if (features[0].n_prose == 0 && untie_text (tree, features) > 0)
    {
      g_free (features);
      features = galley_html_features_new (tree);
    }

  return features;
}

/* Whether anything but a line was found. */
static gboolean
has_article (const GalleyHtmlTree *tree, const GalleyHtmlFeatures *features, const guint8 *parts)
{
  guint weight = 0;

  for (guint i = 0; i < tree->n_nodes; i++)
    if (tree->nodes[i].text != NULL &&
        (parts[i] == GALLEY_HTML_PART_BODY || parts[i] == GALLEY_HTML_PART_LEAD))
      weight += features[i].length;

  return weight >= MIN_ARTICLE_WEIGHT;
}

/* Finds the article, by what elements are called only as long as that leaves one: a gallery may be
 * all that a page has to tell. */
static guint8 *
find_parts (const GalleyHtmlTree *tree,
            GalleyHtmlFeatures *features,
            const GalleyHtmlMetadata *metadata)
{
  g_autofree guint8 *parts = galley_html_body_find (tree, features, metadata);

  if (features[0].n_prose < MIN_ARTICLE_PROSE || has_article (tree, features, parts))
    return g_steal_pointer (&parts);

  galley_html_features_forget_asides (features, tree);
  return galley_html_body_find (tree, features, metadata);
}

/* What a page of frames shows is other pages, which no file of it holds. */
static void
tell_frames (const GalleyHtmlTree *tree, GalleyDocumentBuilder *builder)
{
  if (galley_html_tree_find (tree, 0, GUMBO_TAG_FRAMESET) != 0)
    galley_document_builder_add_notice (
        builder, _ ("The page shows other pages in frames, which are not part of it"));
}

/* What is read as the rest of an article is not always to be seen. */
static void
tell_hidden (const GalleyHtmlTree *tree,
             const GalleyHtmlFeatures *features,
             const guint8 *parts,
             GalleyDocumentBuilder *builder)
{
  for (guint i = 1; i < tree->n_nodes; i++)
    if (features[i].is_hidden && features[i].n_prose > 0 && parts[i] == GALLEY_HTML_PART_BODY)
      {
        galley_document_builder_add_notice (builder, _ ("A part of the article is not shown on the "
                                                        "page until somebody asks or pays for it"));
        return;
      }
}

static void
write_page (GalleyHtmlTree *tree, const char *address, GalleyDocumentBuilder *builder)
{
  g_autofree GalleyHtmlFeatures *features = look_at_page (tree);
  g_autoptr (GalleyHtmlMetadata) metadata = galley_html_metadata_new (tree, features, address);
  g_autofree guint8 *parts = NULL;
  g_autofree char *base = find_base (
      tree, address != NULL ? address : metadata->values[GALLEY_METADATA_SOURCE_ADDRESS]);
  g_autoptr (GalleyFlow) flow = galley_flow_new (builder);
  gboolean is_stated;
  GalleyHtmlSetting setting = { .base = base };

  galley_html_features_trust (features, tree, metadata->heading);
  galley_html_contents_trust (tree, features);
  parts = find_parts (tree, features, metadata);
  raise_title (tree, metadata);
  set_metadata (metadata, builder);
  if (metadata->heading == 0 && metadata->values[GALLEY_METADATA_TITLE] != NULL)
    {
      galley_flow_add_text (flow, metadata->values[GALLEY_METADATA_TITLE], -1);
      galley_flow_end_block (flow, GALLEY_BLOCK_TITLE, 0);
    }
  is_stated = galley_html_stated_settle (tree, features, metadata, parts);
  tell_hidden (tree, features, parts, builder);
  setting.parts = parts;
  galley_html_blocks_write (tree, 0, &setting, flow);
  if (is_stated)
    {
      galley_html_stated_write (metadata->body, base, flow);
      galley_document_builder_add_notice (
          builder,
          _ ("The page does not show the whole article; its text is taken from what the page "
             "states for machines"));
    }
}

static gboolean
decode (GalleyInput *input, GBytes *page, const char *charset, GError **error)
{
  if (g_bytes_get_size (page) > GALLEY_HTML_MAX_BYTES)
    {
      g_set_error (error, GALLEY_IMPORT_ERROR, GALLEY_IMPORT_ERROR_TOO_LARGE,
                   _ ("“%s” is larger than %u MB, the most that Galley reads of a web page"),
                   input->label, (guint) (GALLEY_HTML_MAX_BYTES / (1024 * 1024)));
      return FALSE;
    }
  if (!galley_html_encoding_decode (page, charset, &input->decoded))
    {
      g_set_error (error, GALLEY_IMPORT_ERROR, GALLEY_IMPORT_ERROR_DAMAGED,
                   _ ("“%s” begins like a web page, but what follows is no text"), input->label);
      return FALSE;
    }

  return TRUE;
}

/**
 * galley_html_page_read:
 * @input: what is read; its decoded text is filled in
 * @page: the bytes of the page, which may be a part of the input
 * @charset: (nullable): its encoding, as stated beside it
 * @address: (nullable): its address, as stated beside it
 * @media_type: of the input
 * @error: (out) (optional): a #GalleyImportError
 *
 * Makes a document of a page.
 *
 * Returns: (transfer full): the document, or %NULL
 */
GalleyDocument *
galley_html_page_read (GalleyInput *input,
                       GBytes *page,
                       const char *charset,
                       const char *address,
                       const char *media_type,
                       GError **error)
{
  g_autoptr (GalleyDocumentBuilder) builder = NULL;
  g_autoptr (GalleyHtmlTree) tree = NULL;
  GString *html;
  guint64 n_steps = 0;

  if (!decode (input, page, charset, error))
    return NULL;

  html = galley_html_xml_rewrite (page, &input->decoded, input->cancellable);
  tree = galley_html_tree_new (html != NULL ? html->str : input->decoded.utf8,
                               html != NULL ? html->len : input->decoded.length_bytes, input->label,
                               &n_steps, input->cancellable, error);
  if (html != NULL)
    g_string_free (html, TRUE);
  if (tree == NULL)
    return NULL;

  builder = galley_document_builder_new ();
  galley_input_add_notices (input, builder);
  tell_frames (tree, builder);
  write_page (tree, address, builder);
  return galley_document_builder_finish (builder, input->bytes, media_type);
}

/**
 * galley_html_fragment_read:
 * @input: markup that a person chose, as of the clipboard; its decoded text is filled in
 * @error: (out) (optional): a #GalleyImportError
 *
 * Makes a document of all of it: nothing is looked for and left out.
 *
 * Returns: (transfer full): the document, or %NULL
 */
GalleyDocument *
galley_html_fragment_read (GalleyInput *input, GError **error)
{
  g_autoptr (GalleyDocumentBuilder) builder = NULL;
  g_autoptr (GalleyFlow) flow = NULL;

  /* Clipboards hold UTF-8 where the markup says nothing else. */
  if (!decode (input, input->bytes, "UTF-8", error))
    return NULL;

  builder = galley_document_builder_new ();
  galley_input_add_notices (input, builder);
  flow = galley_flow_new (builder);
  if (!galley_html_blocks_read (input->decoded.utf8, input->decoded.length_bytes, input->label,
                                /* base= */ NULL, flow, input->cancellable, error))
    return NULL;

  return galley_document_builder_finish (builder, input->bytes, "text/html");
}

static gboolean
recognise (const GalleyInput *input)
{
  return galley_html_signs_are_there (input->bytes);
}

static GalleyDocument *
read_html (GalleyInput *input, GError **error)
{
  return galley_html_page_read (input, input->bytes, input->charset, input->address, "text/html",
                                error);
}

const GalleyReader galley_html_reader = {
  .media_type = "text/html",
  .recognise = recognise,
  .read = read_html,
};
