import type pg from 'pg';
import { idOf } from '../values/ids.ts';
import { NameFinder } from './name-finder.ts';
import { readPseudonyms } from './pseudonym.ts';

/** A source whose identity an export withholds. */
export interface MaskedSource {
  /** The name that is exported in place of its own. */
  pseudonym: string;
  /** The id of the record of that name. */
  nameId: string;
}

/** The sources whose identity an export withholds, by id, and all names that they have or had. */
export interface MaskedSources {
  byId: ReadonlyMap<string, MaskedSource>;
  names: NameFinder;
  /** The ids of reports that are by one of them, see {@link reportsOfMasked}. */
  reportIds: ReadonlySet<string>;
}

/**
 * SQL: the condition that exports withhold the identity of a source. One that came redacted from
 * another ledger stays so.
 */
export const isMasked = (source: string): string =>
  `(${source}.protection <> 'PUBLIC' or ${source}.redacted)`;

/** Nothing is withheld: for an export with identities. */
export const nothingMasked: MaskedSources = {
  byId: new Map(),
  names: new NameFinder([]),
  reportIds: new Set(),
};

/**
 * Reads which sources are protected. Withdrawn sources are protected too. A source that came
 * redacted from another ledger has the pseudonym that it came with. A source whose name contains
 * the name of a protected one is probably the same with its role, as files spell it: "Ana Example,
 * mayor of Odra". So its identity is withheld, too.
 */
export async function readMaskedSources(client: pg.ClientBase): Promise<MaskedSources> {
  const { rows: declared } = await client.query<MaskedRow>(selectMasked);
  if (declared.length === 0) return nothingMasked;
  const { rows: names } = await client.query<NameRow>(namesOfMasked);
  const sources = [...declared, ...(await readNamesakes(client, declared, names))];
  const pseudonyms = await readPseudonyms(client);
  const byId = new Map(
    sources.map(({ id, name, name_key, redacted }) => [
      idOf('Source', id),
      {
        pseudonym: redacted ? name : pseudonyms.of(id),
        nameId: idOf('Name', redacted ? name_key : pseudonyms.nameKey(id)),
      },
    ]),
  );
  const ownPseudonyms = new Set([...byId.values()].map(({ pseudonym }) => pseudonym.toLowerCase()));
  const { rows: reports } = await client.query<{ id: string }>(reportsOfMasked, [
    sources.map(({ id }) => id),
  ]);
  return {
    byId,
    names: new NameFinder(
      names
        .filter(({ text }) => !ownPseudonyms.has(text.toLowerCase()))
        .map(({ text, id }) => [text, byId.get(idOf('Source', id))!.pseudonym]),
    ),
    reportIds: new Set(reports.map(({ id }) => idOf('Report', id))),
  };
}

interface MaskedRow {
  id: string;
  name: string;
  /** The key of its first name. */
  name_key: string;
  redacted: boolean;
}

interface NameRow {
  id: string;
  text: string;
}

/** The other sources whose names contain one of these names, if it has two words or more. */
async function readNamesakes(
  client: pg.ClientBase,
  declared: readonly MaskedRow[],
  names: readonly NameRow[],
): Promise<MaskedRow[]> {
  const pseudonyms = new Set(declared.flatMap(({ redacted, name }) => (redacted ? [name] : [])));
  const finder = new NameFinder(
    names
      .filter(({ text }) => /[\p{L}\p{N}][^\p{L}\p{N}]+[\p{L}\p{N}]/u.test(text))
      .filter(({ text }) => !pseudonyms.has(text))
      .map(({ text }) => [text, '']),
  );
  if (finder.isEmpty) return [];
  const { rows } = await client.query<NameRow & { name: string; name_key: string }>(namesOfOthers);
  const found = rows.filter(({ text }) => finder.isIn(text));
  return [...new Map(found.map((row) => [row.id, { ...row, redacted: false }])).values()];
}

const namesOfOthers = `
  select s.id, s.name, n.id as name_key, n.text
  from name n join source s on s.id = n.source_id
  where not ${isMasked('s')} order by s.id, n.position`;

const selectMasked = `
  select s.id, s.name, s.redacted,
    (select n.id from name n where n.source_id = s.id order by n.position limit 1) as name_key
  from source s where ${isMasked('s')} order by s.id`;

/**
 * Former names too: a raw row or a text may still have them. And the names that files called it by:
 * imports write the name of a data set as the file spells it.
 */
const namesOfMasked = `
  select s.id, n.text from name n join source s on s.id = n.source_id where ${isMasked('s')}
  union
  select s.id, n.text from name_history n join source s on s.id = n.source_id where ${isMasked('s')}
  union
  select s.id, m.value from import_match m join source s on s.id = m.record_id
  where m.system = 'source-name' and ${isMasked('s')}
  order by 1, 2`;

/**
 * The reports that one of some sources published or wrote. Where a report names no publisher, it
 * may be the source's own post: the report in which it spoke, or the one that we heard it from.
 * Parameter: the ids of the sources.
 */
const reportsOfMasked = `
  with spoken as (
    select k.* from speaker k where k.source_id = any ($1)
  )
  select r.id from report r where r.publisher_id = any ($1)
  union
  select a.report_id from report_author a where a.author_id = any ($1)
  union
  select r.id from spoken k join report r on r.id = k.report_id where r.publisher_id is null
  union
  select r.id from spoken k join claim c on c.id = k.claim_id join report r on r.id = c.report_id
  where r.publisher_id is null
    and not exists (
      select from speaker later
      where later.claim_id = k.claim_id and later.attribution = k.attribution
        and later.position > k.position
    )`;
