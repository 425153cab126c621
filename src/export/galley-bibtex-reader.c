/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-bibliography-private.h"
#include "galley-bibtex-names.h"
#include "galley-bibtex-types.h"
#include "galley-reference-dates.h"
#include "galley-tex.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Fields are those of BibTeX's standard styles and of biblatex's manual, section 2.2. */

/* A parent may have a parent; entries that are each other's parents end here. */
#define MAX_PARENTS 4

/* A long text of a parent that many have in common would be there once for each of them. */
#define MAX_INHERITED_BYTES (16 * 1024 * 1024)

static const GalleyReferenceType read_types[] = {
  { GALLEY_SOURCE_PRIOR_COVERAGE, "suppperiodical", NULL },
  { GALLEY_SOURCE_PAPER, "periodical", NULL },
  { GALLEY_SOURCE_PAPER, "inproceedings", NULL },
  { GALLEY_SOURCE_PAPER, "conference", NULL },
  { GALLEY_SOURCE_PAPER, "thesis", NULL },
  { GALLEY_SOURCE_PAPER, "phdthesis", NULL },
  { GALLEY_SOURCE_PAPER, "mastersthesis", NULL },
  { GALLEY_SOURCE_PAPER, "unpublished", NULL },
  { GALLEY_SOURCE_PAPER, "review", NULL },
  { GALLEY_SOURCE_BOOK, "mvbook", NULL },
  { GALLEY_SOURCE_BOOK, "inbook", NULL },
  { GALLEY_SOURCE_BOOK, "bookinbook", NULL },
  { GALLEY_SOURCE_BOOK, "suppbook", NULL },
  { GALLEY_SOURCE_BOOK, "booklet", NULL },
  { GALLEY_SOURCE_BOOK, "collection", NULL },
  { GALLEY_SOURCE_BOOK, "mvcollection", NULL },
  { GALLEY_SOURCE_BOOK, "incollection", NULL },
  { GALLEY_SOURCE_BOOK, "suppcollection", NULL },
  { GALLEY_SOURCE_BOOK, "proceedings", NULL },
  { GALLEY_SOURCE_BOOK, "mvproceedings", NULL },
  { GALLEY_SOURCE_BOOK, "reference", NULL },
  { GALLEY_SOURCE_BOOK, "mvreference", NULL },
  { GALLEY_SOURCE_BOOK, "inreference", NULL },
  { GALLEY_SOURCE_WEB_PAGE, "electronic", NULL },
  { GALLEY_SOURCE_WEB_PAGE, "www", NULL },
  { GALLEY_SOURCE_DOCUMENT, "techreport", NULL },
  { GALLEY_SOURCE_DOCUMENT, "manual", NULL },
  { GALLEY_SOURCE_DOCUMENT, "patent", NULL },
  { GALLEY_SOURCE_DOCUMENT, "letter", NULL },
  { GALLEY_SOURCE_DOCUMENT, "legislation", NULL },
  { GALLEY_SOURCE_DOCUMENT, "legal", NULL },
  { GALLEY_SOURCE_DOCUMENT, "jurisdiction", NULL },
  { GALLEY_SOURCE_DOCUMENT, "standard", NULL },
  { GALLEY_SOURCE_RECORDING, "audio", NULL },
  { GALLEY_SOURCE_RECORDING, "movie", NULL },
  { GALLEY_SOURCE_RECORDING, "music", NULL },
  { GALLEY_SOURCE_RECORDING, "performance", NULL },
  { GALLEY_SOURCE_UNSPECIFIED, NULL, NULL },
};

const GalleyReferenceTypes galley_bibtex_types = {
  .written = {
    [GALLEY_SOURCE_UNSPECIFIED] = { GALLEY_SOURCE_UNSPECIFIED, "misc", NULL },
    [GALLEY_SOURCE_PERSON] = { GALLEY_SOURCE_PERSON, "misc", "Interview" },
    [GALLEY_SOURCE_RECORDING] = { GALLEY_SOURCE_RECORDING, "video", NULL },
    [GALLEY_SOURCE_TRANSCRIPT] = { GALLEY_SOURCE_TRANSCRIPT, "misc", "Transcript" },
    [GALLEY_SOURCE_DOCUMENT] = { GALLEY_SOURCE_DOCUMENT, "report", NULL },
    [GALLEY_SOURCE_DATA] = { GALLEY_SOURCE_DATA, "dataset", NULL },
    [GALLEY_SOURCE_WEB_PAGE] = { GALLEY_SOURCE_WEB_PAGE, "online", NULL },
    [GALLEY_SOURCE_BOOK] = { GALLEY_SOURCE_BOOK, "book", NULL },
    [GALLEY_SOURCE_PAPER] = { GALLEY_SOURCE_PAPER, "article", NULL },
    [GALLEY_SOURCE_PRESS_RELEASE] = { GALLEY_SOURCE_PRESS_RELEASE, "misc", "Press release" },
    [GALLEY_SOURCE_PRIOR_COVERAGE] = { GALLEY_SOURCE_PRIOR_COVERAGE, "article", GALLEY_BIBTEX_NEWSPAPER },
  },
  .read = read_types,
};

/* What an entry that is a part does not take from the whole: what tells of one entry alone. */
static const char *const own_fields[] = { "title",
                                          "subtitle",
                                          "shorttitle",
                                          "url",
                                          "doi",
                                          "note",
                                          "type",
                                          "eprint",
                                          "howpublished",
                                          "author",
                                          GALLEY_BIBTEX_SHELF_MARK,
                                          NULL };

static const GalleyBibtexEntry *
find_parent (GalleyBibtexScope *scope, const GalleyBibtexEntry *entry)
{
  const char *key = g_hash_table_lookup (entry->fields, "crossref");
  g_autofree char *stripped = key != NULL ? g_strstrip (g_strdup (key)) : NULL;

  return stripped != NULL && scope != NULL ? g_hash_table_lookup (scope->entries, stripped) : NULL;
}

/* Returns (nullable) a field of @entry, or of what it is a part of. */
static const char *
peek_field (GalleyBibtexScope *scope, const GalleyBibtexEntry *entry, const char *name)
{
  gboolean is_own = g_strv_contains (own_fields, name);
  const GalleyBibtexEntry *owner = entry;

  for (guint i = 0; owner != NULL && i <= MAX_PARENTS; i++)
    {
      const char *tex = g_hash_table_lookup (owner->fields, name);

      if (tex == NULL && owner != entry && g_str_equal (name, "booktitle"))
        tex = g_hash_table_lookup (owner->fields, "title");
      if (tex != NULL && owner != entry)
        scope->inherited_bytes += strlen (tex);
      if (tex != NULL || is_own)
        return tex;
      owner = find_parent (scope, owner);
    }

  return NULL;
}

/* Returns (nullable) the words of the first of @names that has some. */
static char *
read_first (GalleyBibtexScope *scope, const GalleyBibtexEntry *entry, const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *tex = peek_field (scope, entry, names[i]);
      g_autofree char *words = tex != NULL ? galley_tex_read (tex) : NULL;

      if (words != NULL && words[strspn (words, " \n")] != '\0')
        return g_steal_pointer (&words);
    }

  return NULL;
}

#define READ_FIRST(...) read_first (scope, entry, (const char *const[]){ __VA_ARGS__, NULL })

static void
read_title (GalleyReference *reference, GalleyBibtexScope *scope, const GalleyBibtexEntry *entry)
{
  g_autofree char *title = READ_FIRST ("title");
  g_autofree char *subtitle = READ_FIRST ("subtitle");
  g_autofree char *other = READ_FIRST ("booktitle", "maintitle", "shorttitle");
  g_autofree char *joined =
      title != NULL && subtitle != NULL ? g_strconcat (title, ": ", subtitle, NULL) : NULL;

  galley_reference_set_text (reference, GALLEY_SOURCE_TITLE, joined != NULL ? joined : title);
  galley_reference_set_text (reference, GALLEY_SOURCE_TITLE, other);
}

static void
read_authors (GalleyReference *reference, GalleyBibtexScope *scope, const GalleyBibtexEntry *entry)
{
  static const char *const fields[] = { "author", "editor", "bookauthor", "holder" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *tex = peek_field (scope, entry, fields[i]);
      g_autofree char *line = tex != NULL ? galley_bibtex_names_read (tex) : NULL;

      galley_reference_set_text (reference, GALLEY_SOURCE_AUTHOR, line);
    }
}

/* The day may stand with the month: `month = jul # "~4"`. */
static void
read_month (const char *month, const char *day, GalleyPartialDate *date)
{
  const char *letters =
      month + strcspn (month, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
  const char *digits = month + strcspn (month, "0123456789");

  date->month = galley_month_find (*letters != '\0' ? letters : digits);
  if (day != NULL)
    date->day = g_ascii_strtoull (day, NULL, 10);
  else if (*letters != '\0' && *digits != '\0')
    date->day = g_ascii_strtoull (digits, NULL, 10);
  if (!galley_partial_date_is_valid (date))
    date->day = 0;
}

static void
read_date (GalleyReference *reference, GalleyBibtexScope *scope, const GalleyBibtexEntry *entry)
{
  g_autofree char *stated = READ_FIRST ("date");
  g_autofree char *year = READ_FIRST ("year");
  g_autofree char *month = READ_FIRST ("month");
  g_autofree char *day = READ_FIRST ("day");
  g_autofree char *squeezed = galley_reference_squeeze (stated != NULL ? stated : year);
  g_autofree char *formatted = NULL;
  GalleyPartialDate date;

  if (galley_partial_date_parse (squeezed, &date))
    {
      if (stated == NULL && month != NULL && date.month == 0)
        read_month (month, day, &date);
      formatted = galley_partial_date_format (&date);
    }
  else if (stated == NULL && year != NULL && month != NULL)
    formatted = g_strconcat (month, " ", year, NULL);

  galley_reference_set_text (reference, GALLEY_SOURCE_PUBLISHED,
                             formatted != NULL ? formatted : squeezed);
}

/* Returns (nullable) the address that an archive of preprints gives an identifier. */
static char *
read_eprint (GalleyBibtexScope *scope, const GalleyBibtexEntry *entry)
{
  g_autofree char *eprint = READ_FIRST ("eprint");
  g_autofree char *archive = READ_FIRST ("eprinttype", "archiveprefix");
  static const char *const archives[][2] = {
    { "arxiv", "https://arxiv.org/abs/" },
    { "pubmed", "https://pubmed.ncbi.nlm.nih.gov/" },
    { "pmid", "https://pubmed.ncbi.nlm.nih.gov/" },
    { "jstor", "https://www.jstor.org/stable/" },
    { "hdl", "https://hdl.handle.net/" },
  };

  for (guint i = 0; eprint != NULL && archive != NULL && i < G_N_ELEMENTS (archives); i++)
    if (g_ascii_strcasecmp (archive, archives[i][0]) == 0)
      return g_strconcat (archives[i][1], eprint, NULL);

  return NULL;
}

static void
read_place (GalleyReference *reference, GalleyBibtexScope *scope, const GalleyBibtexEntry *entry)
{
  const char *url = peek_field (scope, entry, "url");
  g_autofree char *address = url != NULL ? galley_tex_read_address (url) : NULL;
  g_autofree char *doi = READ_FIRST ("doi");
  g_autofree char *eprint = read_eprint (scope, entry);
  g_autofree char *shelf_mark = READ_FIRST (GALLEY_BIBTEX_SHELF_MARK);
  g_autofree char *how = READ_FIRST ("howpublished");
  const char *in_how = how != NULL ? strstr (how, "http") : NULL;
  g_autofree char *found = in_how != NULL ? g_strndup (in_how, strcspn (in_how, " \n>")) : NULL;

  galley_reference_set_place (reference, address, doi);
  galley_reference_set_text (reference, GALLEY_SOURCE_ADDRESS, eprint);
  if (galley_reference_is_web_address (found))
    galley_reference_set_text (reference, GALLEY_SOURCE_ADDRESS, found);
  else
    galley_reference_set_text (reference, GALLEY_SOURCE_PUBLISHER, how);
  galley_reference_set_text (reference, GALLEY_SOURCE_ADDRESS, shelf_mark);
}

static void
read_kind (GalleyReference *reference, GalleyBibtexScope *scope, const GalleyBibtexEntry *entry)
{
  g_autofree char *subtype = READ_FIRST (GALLEY_BIBTEX_SUBTYPE);
  g_autofree char *type = READ_FIRST ("type");

  reference->kind = galley_reference_types_find (&galley_bibtex_types, entry->type, type);
  if (g_str_equal (entry->type, "article") && subtype != NULL &&
      (g_ascii_strcasecmp (subtype, GALLEY_BIBTEX_NEWSPAPER) == 0 ||
       g_ascii_strcasecmp (subtype, "magazine") == 0))
    reference->kind = GALLEY_SOURCE_PRIOR_COVERAGE;
}

/**
 * galley_bibtex_read_fields:
 * @scope: (nullable): the entries of the file
 * @entry: one of them
 *
 * Takes what an entry says, but for its note.
 */
void
galley_bibtex_read_fields (GalleyReference *reference,
                           GalleyBibtexScope *scope,
                           const GalleyBibtexEntry *entry)
{
  g_autofree char *publisher = NULL;

  read_kind (reference, scope, entry);
  read_title (reference, scope, entry);
  read_authors (reference, scope, entry);
  read_date (reference, scope, entry);
  publisher = READ_FIRST ("journaltitle", "journal", "booktitle", "maintitle", "publisher",
                          "institution", "school", "organization");
  galley_reference_set_text (reference, GALLEY_SOURCE_PUBLISHER, publisher);
  read_place (reference, scope, entry);
}

static gboolean
is_reference (const GalleyBibtexEntry *entry)
{
  return !g_str_equal (entry->type, "set") && !g_str_equal (entry->type, "xdata");
}

/* Returns (nullable) what an entry is, if it says anything. */
static GalleyReference *
read_entry (GalleyBibtexScope *scope, const GalleyBibtexEntry *entry)
{
  g_autoptr (GalleyReference) reference = galley_reference_new ();
  g_autofree char *note = READ_FIRST ("note");

  galley_bibtex_read_fields (reference, scope, entry);
  galley_reference_read_note (reference, note);

  return galley_bibliography_finish (reference, entry->key) ? g_steal_pointer (&reference) : NULL;
}

static GHashTable *
index_by_key (GPtrArray *parsed)
{
  GHashTable *entries = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < parsed->len; i++)
    {
      GalleyBibtexEntry *entry = g_ptr_array_index (parsed, i);

      if (!g_hash_table_contains (entries, entry->key))
        g_hash_table_insert (entries, entry->key, entry);
    }

  return entries;
}

/**
 * galley_bibtex_read:
 * @utf8: a BibTeX file
 *
 * Returns: (transfer full) (element-type GalleyReference): its references, or %NULL
 */
GPtrArray *
galley_bibtex_read (const char *utf8, GError **error)
{
  g_autoptr (GPtrArray) parsed = galley_bibtex_parse (utf8, error);
  g_autoptr (GHashTable) entries = NULL;
  g_autoptr (GPtrArray) references = NULL;
  GalleyBibtexScope scope = { NULL };

  if (parsed == NULL)
    return NULL;

  entries = index_by_key (parsed);
  scope.entries = entries;
  references = g_ptr_array_new_with_free_func ((GDestroyNotify) galley_reference_free);
  for (guint i = 0; i < parsed->len; i++)
    {
      const GalleyBibtexEntry *entry = g_ptr_array_index (parsed, i);
      GalleyReference *reference = is_reference (entry) ? read_entry (&scope, entry) : NULL;

      if (reference != NULL)
        g_ptr_array_add (references, reference);
      if (scope.inherited_bytes > MAX_INHERITED_BYTES)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       _ ("What the entries of the bibliography take from others is more than "
                          "%d MB"),
                       MAX_INHERITED_BYTES / (1024 * 1024));
          return NULL;
        }
    }

  return g_steal_pointer (&references);
}

/**
 * galley_bibtex_recognise:
 *
 * Returns: whether there is a line that begins an entry
 */
gboolean
galley_bibtex_recognise (const char *utf8)
{
  const char *p = utf8;

  while ((p = strchr (p, '@')) != NULL)
    {
      const char *line = p;

      while (line > utf8 && (line[-1] == ' ' || line[-1] == '\t'))
        line--;
      p++;
      p += strspn (p, " \t");
      if (line > utf8 && line[-1] != '\n' && line[-1] != '\r')
        continue;
      if (g_ascii_isalpha (*p))
        {
          p += strspn (p, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
          p += strspn (p, " \t");
          if (*p == '{' || *p == '(')
            return TRUE;
        }
    }

  return FALSE;
}
