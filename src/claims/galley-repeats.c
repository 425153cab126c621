/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "galley-repeats.h"

#include "galley-repeats-links.h"

/*
 * Mentions that say the same are one kind, however many there are of them. Kinds that tell of one
 * thing are linked; galley-repeats-links.c finds them. So the time goes with the number of mentions
 * and not with that of their pairs: the same words ten thousand times are one kind.
 *
 * Mentions that overlap, such as a claim within another, are no repeats of each other.
 */

#define NO_KIND G_MAXUINT

struct _GalleyRepeats
{
  GalleyMentionReader *reader;
  GPtrArray *mentions; /* (element-type GalleyMention), %NULL for what is none */
  guint *kinds;        /* of each mention */
  GPtrArray *members;  /* (element-type GArray(guint)): the mentions of each kind, ascending */
  GPtrArray *links;    /* (element-type GArray(guint)): the other kinds of each, ascending */
};

static void
mention_free (gpointer mention)
{
  if (mention != NULL)
    galley_mention_free (mention);
}

static void
read_mentions (GalleyRepeats *self, const GalleyRange *ranges, guint n_ranges)
{
  for (guint i = 0; i < n_ranges; i++)
    g_ptr_array_add (self->mentions, galley_mention_reader_read (self->reader, ranges[i]));
}

static void
find_kinds (GalleyRepeats *self)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  self->kinds = g_new (guint, self->mentions->len + 1);
  for (guint i = 0; i < self->mentions->len; i++)
    {
      const GalleyMention *mention = g_ptr_array_index (self->mentions, i);
      g_autofree char *key = NULL;
      gpointer kind;

      self->kinds[i] = NO_KIND;
      if (mention == NULL)
        continue;

      key = galley_mention_make_key (self->reader, mention);
      if (!g_hash_table_lookup_extended (known, key, NULL, &kind))
        {
          kind = GUINT_TO_POINTER (self->members->len);
          g_hash_table_insert (known, g_steal_pointer (&key), kind);
          g_ptr_array_add (self->members, g_array_new (FALSE, FALSE, sizeof (guint)));
        }
      self->kinds[i] = GPOINTER_TO_UINT (kind);
      g_array_append_val (g_ptr_array_index (self->members, self->kinds[i]), i);
    }
}

static GPtrArray *
find_links (GalleyRepeats *self)
{
  g_autoptr (GPtrArray) first = g_ptr_array_new ();

  for (guint i = 0; i < self->members->len; i++)
    {
      guint position = g_array_index ((GArray *) g_ptr_array_index (self->members, i), guint, 0);

      g_ptr_array_add (first, g_ptr_array_index (self->mentions, position));
    }

  return galley_repeats_find_links (self->reader, first);
}

/**
 * galley_repeats_new:
 * @document: an article
 * @ranges: (array length=n_ranges): words of it, by their start
 *
 * Finds which of @ranges tell of one thing. For a long article this belongs into a worker thread.
 *
 * Returns: (transfer full): what it tells more than once
 */
GalleyRepeats *
galley_repeats_new (GalleyDocument *document, const GalleyRange *ranges, guint n_ranges)
{
  GalleyRepeats *self = g_new0 (GalleyRepeats, 1);

  self->reader = galley_mention_reader_new (document);
  self->mentions = g_ptr_array_new_with_free_func (mention_free);
  self->members = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  read_mentions (self, ranges, n_ranges);
  find_kinds (self);
  self->links = find_links (self);

  return self;
}

void
galley_repeats_free (GalleyRepeats *self)
{
  g_ptr_array_unref (self->mentions);
  g_ptr_array_unref (self->members);
  g_ptr_array_unref (self->links);
  g_free (self->kinds);
  galley_mention_reader_free (self->reader);
  g_free (self);
}

static gboolean
are_apart (GalleyRepeats *self, guint first, guint second)
{
  const GalleyMention *a = g_ptr_array_index (self->mentions, first);
  const GalleyMention *b = g_ptr_array_index (self->mentions, second);

  return !galley_range_overlaps (a->range, b->range);
}

static void
add_apart (GalleyRepeats *self, guint position, guint kind, GArray *others)
{
  const GArray *members = g_ptr_array_index (self->members, kind);

  for (guint i = 0; i < members->len; i++)
    {
      guint other = g_array_index (members, guint, i);

      if (are_apart (self, position, other))
        g_array_append_val (others, other);
    }
}

static int
compare_positions (gconstpointer a, gconstpointer b)
{
  guint first = *(const guint *) a, second = *(const guint *) b;

  return first < second ? -1 : first > second;
}

/**
 * galley_repeats_list:
 * @position: of a mention
 *
 * Returns: (transfer full) (element-type guint): positions of the others that tell of the same,
 *   ascending
 */
GArray *
galley_repeats_list (GalleyRepeats *self, guint position)
{
  GArray *others = g_array_new (FALSE, FALSE, sizeof (guint));
  guint kind = self->kinds[position];
  const GArray *links;

  if (kind == NO_KIND)
    return others;

  links = g_ptr_array_index (self->links, kind);
  add_apart (self, position, kind, others);
  for (guint i = 0; i < links->len; i++)
    add_apart (self, position, g_array_index (links, guint, i), others);
  g_array_sort (others, compare_positions);

  return others;
}

static gboolean
has_apart (GalleyRepeats *self, guint position, guint kind)
{
  const GArray *members = g_ptr_array_index (self->members, kind);

  for (guint i = 0; i < members->len; i++)
    if (are_apart (self, position, g_array_index (members, guint, i)))
      return TRUE;

  return FALSE;
}

/**
 * galley_repeats_has_other:
 * @position: of a mention
 *
 * Returns: whether others tell of the same
 */
gboolean
galley_repeats_has_other (GalleyRepeats *self, guint position)
{
  guint kind = self->kinds[position];
  const GArray *links = kind != NO_KIND ? g_ptr_array_index (self->links, kind) : NULL;

  if (links == NULL)
    return FALSE;
  if (has_apart (self, position, kind))
    return TRUE;
  for (guint i = 0; i < links->len; i++)
    if (has_apart (self, position, g_array_index (links, guint, i)))
      return TRUE;

  return FALSE;
}

/**
 * galley_repeats_list_same:
 * @position: of a mention
 * @within: part of the article
 *
 * Returns: (transfer full) (element-type GalleyRange): the others that say the same and reach into
 *   @within, by their start
 */
GArray *
galley_repeats_list_same (GalleyRepeats *self, guint position, GalleyRange within)
{
  const GalleyMention *mention = g_ptr_array_index (self->mentions, position);
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (GalleyRange));
  const GArray *members;

  if (mention == NULL || mention->is_vague)
    return ranges;

  members = g_ptr_array_index (self->members, self->kinds[position]);
  for (guint i = 0; i < members->len; i++)
    {
      guint other = g_array_index (members, guint, i);
      GalleyRange range = ((GalleyMention *) g_ptr_array_index (self->mentions, other))->range;

      if (galley_range_overlaps (range, within) && are_apart (self, position, other))
        g_array_append_val (ranges, range);
    }

  return ranges;
}

/**
 * galley_repeats_count:
 * @position: of a mention
 *
 * Returns: how many others say the same
 */
guint
galley_repeats_count (GalleyRepeats *self, guint position)
{
  const GalleyMention *mention = g_ptr_array_index (self->mentions, position);
  const GArray *members;
  guint n = 0;

  if (mention == NULL || mention->is_vague)
    return 0;

  members = g_ptr_array_index (self->members, self->kinds[position]);
  for (guint i = 0; i < members->len; i++)
    n += are_apart (self, position, g_array_index (members, guint, i));

  return n;
}

/**
 * galley_repeats_compare:
 * @first: position of a mention that tells of the same as others
 * @second: position of one of them
 * @out_difference: (out): in what they differ
 */
void
galley_repeats_compare (GalleyRepeats *self,
                        guint first,
                        guint second,
                        GalleyMentionDifference *out_difference)
{
  const GalleyMention *own = g_ptr_array_index (self->mentions, first);

  if (self->kinds[first] == self->kinds[second])
    *out_difference = (GalleyMentionDifference){
      .changes = GALLEY_DIFFERENCE_NONE,
      .is_vague = own->is_vague,
      .first = own->pointer,
    };
  else
    galley_mention_compare (self->reader, own, g_ptr_array_index (self->mentions, second),
                            out_difference);
}

static guint
find_root (guint *groups, guint position)
{
  while (groups[position] != position)
    {
      groups[position] = groups[groups[position]];
      position = groups[position];
    }

  return position;
}

static void
join (guint *groups, guint a, guint b)
{
  guint first = find_root (groups, a), second = find_root (groups, b);

  groups[MAX (first, second)] = MIN (first, second);
}

/**
 * galley_repeats_group:
 *
 * Returns: (transfer full) (array): for each mention the position of the first that it is connected
 *   with, over however many others; its own if there is none before it
 */
guint *
galley_repeats_group (GalleyRepeats *self)
{
  guint *groups = g_new (guint, self->mentions->len + 1);

  for (guint i = 0; i < self->mentions->len; i++)
    groups[i] = i;
  for (guint i = 0; i < self->members->len; i++)
    {
      const GArray *members = g_ptr_array_index (self->members, i);
      const GArray *links = g_ptr_array_index (self->links, i);
      guint first = g_array_index (members, guint, 0);

      for (guint j = 1; j < members->len; j++)
        join (groups, first, g_array_index (members, guint, j));
      for (guint j = 0; j < links->len; j++)
        {
          const GArray *others = g_ptr_array_index (self->members, g_array_index (links, guint, j));

          join (groups, first, g_array_index (others, guint, 0));
        }
    }
  for (guint i = 0; i < self->mentions->len; i++)
    groups[i] = find_root (groups, i);

  return groups;
}
