import type { Args, Knowledge } from './model.ts';
import { claimsNaming, existing, inPeriod, keysOf, shareOf, shareRules } from './shares.ts';

/*
 * How many rows are read through the indexes that answer a filter, an order or a cursor.
 */

/** Conditions on columns that begin an index. */
export const indexedKeys: readonly string[] = ['id', 'kind', 'publisher'];

/** How many reports an outlet has of which only the external id is known. */
const usualReports = 10;

/** How many rows an index finds for a condition. Undefined: no index does. */
export function foundBy(name: string, value: unknown, knowledge: Knowledge): number | undefined {
  const [, key] = name.split('.');
  if (key === 'id') return new Set([value].flat()).size;
  if (key === 'externalId') return 1;
  if (name === 'ReportFilter.publisher') return reportsOf(value, knowledge);
  if (key === 'bodySha256') return 1;
  if (key === 'publisherExternalId') return usualReports * existing(value, 'source', knowledge);
  return undefined;
}

/** How many claims an index has for a condition on something that they name. */
export function foundUnorderedBy(
  name: string,
  value: unknown,
  knowledge: Knowledge,
): number | undefined {
  if (name === 'ClaimFilter.kind')
    return shareOf('claim.kind', value, knowledge) * (knowledge.counts.rows.get('claim') ?? 0);
  // A text may have millions of characters, each of which would be a property of it.
  if (typeof value !== 'object' || value === null) return undefined;
  const { externalId, ...others } = value as Args;
  const ids = (fan: Parameters<typeof claimsNaming>[0], key: string) =>
    claimsNaming(fan, others[key], knowledge) ??
    (externalId == null ? undefined : 10 * existing(externalId, ownerOf[fan], knowledge));
  switch (name) {
    case 'ClaimFilter.place':
      return ids('Location.claims', 'id');
    case 'ClaimFilter.party':
      return ids('Faction.claims', 'faction');
    case 'ClaimFilter.speaker':
      return others.kind == null ? ids('Source.claims', 'source') : undefined;
    default:
      return undefined;
  }
}

const ownerOf = {
  'Location.claims': 'location',
  'Faction.claims': 'faction',
  'Source.claims': 'source',
} as const;

const reportsOf = (ids: unknown, { counts }: Knowledge): number =>
  [...new Set(keysOf(ids))].reduce(
    (sum, key) => sum + (counts.fans.get('Source.reports')?.byKey.get(key) ?? 0),
    0,
  );

/**
 * The share of rows in the index ranges that a filter of claims chooses: by what it names first, by
 * kind and by period. `isOwned`: the owner's own index is read, not that of what the filter names.
 */
export function indexShare(
  type: string,
  filter: Args,
  knowledge: Knowledge,
  isOwned = false,
): number {
  if (type !== 'ClaimFilter') return 1;
  const alone = (key: string) =>
    filter[key] == null
      ? 1
      : (shareRules[`ClaimFilter.${key}`]?.(filter[key], knowledge, 'claim') ?? 1);
  const [naming] =
    namingKeys.find(
      ([key, keys]) => filter[key] != null && limitsNothing(filter[key] as Args, keys),
    ) ?? [];
  const byName = isOwned || naming === undefined ? 1 : alone(naming);
  return byName * alone('kind') * alone('occurred');
}

/** Whether a filter has conditions on what claims name for which all of those claims are read. */
export const readsNamed = (filter: Args): boolean =>
  namingKeys.some(
    ([key, keys]) => filter[key] != null && !limitsNothing(filter[key] as Args, keys),
  );

const namingKeys = [
  ['place', ['id', 'externalId', 'scope']],
  ['party', ['faction', 'externalId']],
  ['speaker', ['source', 'externalId', 'first']],
] as const;

/** Whether a filter of what is named has no other conditions than these. */
const limitsNothing = (filter: Args, keys: readonly string[]): boolean =>
  Object.entries(filter).every(([key, value]) => value == null || keys.includes(key));

const datedOrders: Readonly<Record<string, string>> = {
  'Claim.OCCURRED': 'claim.month',
  'Report.PUBLISHED': 'report.month',
};

/** The share of rows beyond the cursors of a page, for orders by date. */
export function shareBeyond(
  order: string,
  direction: string,
  { after, before }: Args,
  knowledge: Knowledge,
): number {
  const months = datedOrders[order];
  if (!months || (after == null && before == null)) return 1;
  const [a, b] = [dateOf(after), dateOf(before)];
  const [from, to] = direction === 'DESC' ? [b, a] : [a, b];
  if (from === undefined && to === undefined) return 1;
  if (from !== undefined && to !== undefined && from > to) return 0;
  return Math.min(1, inPeriod(months)({ from, to }, knowledge, ''));
}

/** The date in a cursor. */
const dateOf = (cursor: unknown): string | undefined =>
  /^[^~]*~[^~]*~(\d{4}-\d\d-\d\d)/.exec(String(cursor ?? ''))?.[1];
