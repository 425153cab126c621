/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-requirements.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_COUNT 99

/* The settings of a library. Names are in journals on disk: frozen. */
typedef enum
{
  TRUTH, /* "yes" or "no" */
  COUNT, /* 0 to 99 */
  LIST,  /* one a line */
  WORDS, /* as they are */
} Type;

#define FIELD(field) G_STRUCT_OFFSET (GalleyRequirements, field)

static const struct
{
  const char *name;
  Type type;
  gsize offset;
  guint initial;
} known[] = {
  { "disputed.reason", TRUTH, FIELD (wants_reason), TRUE },
  { "disputed.correction-or-note", TRUTH, FIELD (wants_correction), TRUE },
  { "pending.reason", TRUTH, FIELD (wants_pending_reason), FALSE },
  { "confirmed.evidence", COUNT, FIELD (n_evidence), 1 },
  { "confirmed.independent", COUNT, FIELD (n_independent), 0 },
  { "confirmed.independent-starred", COUNT, FIELD (n_independent_starred), 2 },
  { "reasons.pending", LIST, FIELD (reasons[GALLEY_STATUS_PENDING]), 0 },
  { "reasons.disputed", LIST, FIELD (reasons[GALLEY_STATUS_DISPUTED]), 0 },
  { "categories", LIST, FIELD (categories), 0 },
  { "note.templates", LIST, FIELD (templates), 0 },
  { "publisher.name", WORDS, FIELD (publisher_name), 0 },
  { "publisher.address", WORDS, FIELD (publisher_address), 0 },
};

static gboolean
parse_count (const char *value, guint *out_count)
{
  guint64 count;

  if (!g_ascii_string_to_unsigned (value, 10, 0, MAX_COUNT, &count, NULL))
    return FALSE;

  *out_count = count;
  return TRUE;
}

/* Words, one a line, without blank lines and repeats. */
static GStrv
parse_list (const char *value)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  g_auto (GStrv) lines = g_strsplit (value != NULL ? value : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_strstrip (lines[i]);
      if (*lines[i] != '\0' &&
          !g_ptr_array_find_with_equal_func (list, lines[i], g_str_equal, NULL))
        g_ptr_array_add (list, g_strdup (lines[i]));
    }
  g_ptr_array_add (list, NULL);

  return (GStrv) g_ptr_array_free (g_steal_pointer (&list), FALSE);
}

/**
 * galley_requirements_new:
 * @settings: (nullable) (element-type utf8 utf8): what the library's settings are, by name; values
 *   that this version does not understand count as not there
 *
 * Returns: (transfer full): the requirements
 */
GalleyRequirements *
galley_requirements_new (GHashTable *settings)
{
  GalleyRequirements *self = g_new0 (GalleyRequirements, 1);

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      const char *value = settings != NULL ? g_hash_table_lookup (settings, known[i].name) : NULL;
      gpointer field = G_STRUCT_MEMBER_P (self, known[i].offset);

      switch (known[i].type)
        {
        case TRUTH:
          *(gboolean *) field =
              value != NULL ? g_str_equal (value, "yes") : (gboolean) known[i].initial;
          break;
        case COUNT:
          *(guint *) field = known[i].initial;
          if (value != NULL)
            parse_count (value, field);
          break;
        case WORDS:
          *(char **) field = g_strdup (value);
          break;
        case LIST:
        default:
          *(GStrv *) field = parse_list (value);
          break;
        }
    }

  return self;
}

void
galley_requirements_free (GalleyRequirements *self)
{
  for (guint i = 0; i < GALLEY_N_STATUSES; i++)
    g_strfreev (self->reasons[i]);
  g_strfreev (self->categories);
  g_strfreev (self->templates);
  g_free (self->publisher_name);
  g_free (self->publisher_address);
  g_free (self);
}

/**
 * galley_requirements_peek_name:
 * @index: from 0
 *
 * Returns: (transfer none) (nullable): the name of a setting; %NULL behind the last
 */
const char *
galley_requirements_peek_name (guint index)
{
  return index < G_N_ELEMENTS (known) ? known[index].name : NULL;
}

/**
 * galley_requirements_dup_value:
 * @settings: (element-type utf8 utf8): the settings of a library that were changed, by name
 * @name: name of a setting
 *
 * Returns: (transfer full): the value of the setting, or what Galley begins with
 */
char *
galley_requirements_dup_value (GHashTable *settings, const char *name)
{
  const char *value = g_hash_table_lookup (settings, name);

  for (guint i = 0; value == NULL && i < G_N_ELEMENTS (known); i++)
    if (g_str_equal (name, known[i].name))
      return known[i].type == TRUTH   ? g_strdup (known[i].initial ? "yes" : "no")
             : known[i].type == COUNT ? g_strdup_printf ("%u", known[i].initial)
                                      : g_strdup ("");

  return g_strdup (value != NULL ? value : "");
}

/**
 * galley_requirements_check_setting:
 * @name: name of a setting
 * @value: (nullable): a value for it, or %NULL for what Galley begins with
 *
 * Returns: (transfer full) (nullable): what is wrong with them, as a sentence; %NULL if nothing is
 */
char *
galley_requirements_check_setting (const char *name, const char *value)
{
  guint count;

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      if (!g_str_equal (name, known[i].name))
        continue;
      if (value == NULL)
        return NULL;
      if (known[i].type == TRUTH && !g_str_equal (value, "yes") && !g_str_equal (value, "no"))
        return g_strdup_printf (_ ("“%s” is either “yes” or “no”"), name);
      if (known[i].type == COUNT && !parse_count (value, &count))
        return g_strdup_printf (_ ("“%s” is a number from 0 to %d"), name, MAX_COUNT);
      return NULL;
    }

  return g_strdup_printf (_ ("There is no setting “%s”"), name);
}

static gboolean
has_words (const char *words)
{
  return words != NULL && words[strspn (words, " \t\n")] != '\0';
}

/* Where there is none yet, none is said to be wanted more. */
static char *
describe_supporting (guint n_wanted, guint n_there)
{
  guint n = n_wanted - n_there;

  return g_strdup_printf (
      n_there > 0
          ? ngettext ("%u more source that supports it", "%u more sources that support it", n)
          : ngettext ("a source that supports it", "%u sources that support it", n),
      n);
}

static char *
describe_independent (guint n_wanted, guint n_there)
{
  guint n = n_wanted - n_there;

  return g_strdup_printf (
      n_there > 0 ? ngettext ("%u more independent source", "%u more independent sources", n)
                  : ngettext ("an independent source", "%u independent sources", n),
      n);
}

static void
list_missing_evidence (const GalleyRequirements *self, GalleyClaim *claim, GPtrArray *missing)
{
  GalleyIndependence counts = galley_evidence_count_independent (galley_claim_get_evidence (claim));
  guint wanted = self->n_independent;

  if (galley_claim_is_starred (claim))
    wanted = MAX (wanted, self->n_independent_starred);
  if (counts.n_supporting < self->n_evidence)
    g_ptr_array_add (missing, describe_supporting (self->n_evidence, counts.n_supporting));
  if (counts.n_independent < wanted)
    g_ptr_array_add (missing, describe_independent (wanted, counts.n_independent));
}

/* Whether readers would be given its sentence with the verdict. */
static gboolean
is_for_readers (GalleyClaim *claim)
{
  return galley_claim_get_status (claim) == GALLEY_STATUS_CONFIRMED ||
         galley_claim_is_publishable (claim);
}

/**
 * galley_requirements_list_missing:
 * @claim: a claim
 *
 * Returns: (transfer full) (element-type utf8): what the desk wants of @claim that is not there
 *   yet, each in a few words for people, translated; empty if nothing is missing
 */
GPtrArray *
galley_requirements_list_missing (const GalleyRequirements *self, GalleyClaim *claim)
{
  GPtrArray *missing = g_ptr_array_new_with_free_func (g_free);
  gboolean has_reason = has_words (galley_claim_get_reason (claim));

  switch (galley_claim_get_status (claim))
    {
    case GALLEY_STATUS_DISPUTED:
      if (self->wants_reason && !has_reason)
        g_ptr_array_add (missing, g_strdup (_ ("a reason")));
      /* An empty correction proposes to strike the words. */
      if (self->wants_correction && galley_claim_get_correction (claim) == NULL &&
          !has_words (galley_claim_get_note (claim)) && galley_claim_get_notes (claim) == NULL)
        g_ptr_array_add (missing, g_strdup (_ ("a correction or a note")));
      break;
    case GALLEY_STATUS_CONFIRMED:
      list_missing_evidence (self, claim, missing);
      break;
    case GALLEY_STATUS_PENDING:
    default:
      if (self->wants_pending_reason && !has_reason)
        g_ptr_array_add (missing, g_strdup (_ ("a reason")));
      break;
    }

  if (galley_claim_has_new_sentence (claim) && is_for_readers (claim))
    /* Translators: as in "Missing: a reason, a verdict on …". Somebody has put the claim in one
     * sentence after it was judged. */
    g_ptr_array_add (
        missing, g_strdup (_ ("a verdict on the claim in one sentence, which was written later")));

  return missing;
}
