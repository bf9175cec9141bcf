import type { Tx } from '../history/write.ts';
import { type NamedType, recordTypes } from '../values/record-types.ts';

/** The most records with one name that are returned. */
export const maxMatches = 20;

/** A name to look up among the names of the records of a type. */
export interface WantedName {
  type: NamedType;
  name: string;
}

/** A record that has the name. */
export interface ExactMatch {
  key: string;
  /** Its name, as it is spelled in the ledger. */
  name: string;
  /** Whether it has the name as a weak name only, which does not identify it. */
  weak: boolean;
  withdrawn: boolean;
}

/** What was found for a name: equal names have the same `exact`. */
export interface FoundName {
  exact: string;
  matches: ExactMatch[];
}

/** `$1` has the types of the names, `$2` the names. Only whole names count, not their parts. */
const exactNames = `
  select name_exact(wanted.name) as exact, coalesce(found.matches, '[]') as matches
  from unnest($1::text[], $2::text[]) with ordinality as wanted(type, name, n)
  left join lateral (
    select json_agg(match) as matches from (
      select k.owner_id as key, min(n.text) as name, bool_and(k.weak) as weak,
        coalesce(s.withdrawn_at, f.withdrawn_at, l.withdrawn_at) is not null as withdrawn
      from name_key k
      join name n on n.id = k.name_id
      left join source s on s.id = n.source_id
      left join faction f on f.id = n.faction_id
      left join location l on l.id = n.location_id
      where k.exact collate "C" = name_exact(wanted.name) collate "C"
        and k.type = wanted.type and k.form = 0
      group by k.owner_id, s.id, f.id, l.id
      order by withdrawn, weak, key limit ${maxMatches}
    ) match
  ) found on true
  order by wanted.n`;

/**
 * Looks names up, all in one query. A name is the same up to case, width, accents and punctuation
 * (`exact.rules.ts`). Records that are not withdrawn come first.
 */
export const findExactNames = (
  { manager }: Tx,
  wanted: readonly WantedName[],
): Promise<FoundName[]> =>
  manager.query(exactNames, [
    wanted.map(({ type }) => recordTypes[type].enum),
    wanted.map(({ name }) => name),
  ]);
