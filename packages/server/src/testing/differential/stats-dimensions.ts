import { Speaker } from '../../claims/attribution.entity.ts';
import { Citation } from '../../claims/citation.entity.ts';
import type { Claim } from '../../claims/claim.entity.ts';
import { ClaimParty } from '../../claims/claim-party.entity.ts';
import { ClaimPlace } from '../../claims/claim-place.entity.ts';
import { Quantity } from '../../claims/quantity.entity.ts';
import type { Report } from '../../reports/report.entity.ts';
import { daysBetween } from './conditions.ts';
import type { Graph } from './graph.ts';
import type { Places } from './places.ts';

/** The key of a claim in a dimension, or why it has none. */
export type Key = { key: string | number } | { reason: 'UNKNOWN' | 'SEVERAL' | 'OUTSIDE' };

interface World {
  graph: Graph;
  places: Places;
}

/** The only one of some values. A value may be null: then there is no such area, for example. */
export function only(values: readonly (string | null)[]): Key {
  const different = new Set(values);
  if (different.size === 0) return { reason: 'UNKNOWN' };
  if (different.size > 1) return { reason: 'SEVERAL' };
  const [key] = different;
  return key == null ? { reason: 'OUTSIDE' } : { key };
}

/** The period that contains all possible days. */
const period =
  (of: (day: string) => string) =>
  (_: World, { occurred }: Claim): Key => {
    const { earliest = null, latest = null } = occurred ?? {};
    if (!earliest && !latest) return { reason: 'UNKNOWN' };
    if (!earliest || !latest || of(earliest) !== of(latest)) return { reason: 'SEVERAL' };
    return { key: of(latest) };
  };

/** The ISO 8601 week: that of the Thursday of the same week. */
function weekOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 3 - ((date.getUTCDay() + 6) % 7));
  const year = String(date.getUTCFullYear()).padStart(4, '0');
  const number = Math.floor((date.getTime() - Date.parse(`${year}-01-01T00:00:00Z`)) / 604_800_000);
  return `${year}-W${String(number + 1).padStart(2, '0')}`;
}

const placesOf = ({ graph }: World, { id }: Claim) =>
  graph.by<ClaimPlace>(ClaimPlace, 'claimId', id).map(({ locationId }) => locationId);

const areaOfPlaces = (kind: string) => (world: World, claim: Claim) =>
  only(placesOf(world, claim).map((id) => world.places.areaOf(id, kind)));

/** Whose dead the claim counts: by the parts, if its figures have any. */
const victim =
  (of: (figure: Quantity) => string | null | undefined) =>
  ({ graph }: World, { id }: Claim): Key => {
    const killed = graph
      .by<Quantity>(Quantity, 'claimId', id)
      .filter(({ measure, max, best }) => measure === 'PEOPLE_KILLED' && (max ?? best) !== 0);
    const parts = killed.filter(({ partOf }) => partOf !== null);
    const values = (parts.length > 0 ? parts : killed).map((figure) => of(figure) ?? null);
    if (values.every((value) => value === null)) return { reason: 'UNKNOWN' };
    return only(values);
  };

export const dimensions: Record<string, (world: World, claim: Claim) => Key> = {
  DAY: period((day) => day),
  WEEK: period(weekOf),
  MONTH: period((day) => day.slice(0, 7)),
  YEAR: period((day) => day.slice(0, 4)),
  DATE_WIDTH: (_, { occurred }) => {
    const { earliest = null, latest = null } = occurred ?? {};
    if (!earliest && !latest) return { reason: 'UNKNOWN' };
    if (!earliest || !latest) return { reason: 'SEVERAL' };
    return { key: daysBetween(earliest, latest) + 1 };
  },
  KIND: (_, { kind }) => ({ key: kind }),
  STATUS: (_, { status }) => ({ key: status }),
  LOCATION: (world, claim) => only(placesOf(world, claim)),
  ADMIN1: areaOfPlaces('GOVERNORATE'),
  ADMIN2: areaOfPlaces('DISTRICT'),
  FACTION: ({ graph }, { id }) =>
    only(graph.by<ClaimParty>(ClaimParty, 'claimId', id).map(({ factionId }) => factionId)),
  SOURCE: ({ graph }, { id }) =>
    only(
      graph
        .by<Speaker>(Speaker, 'claimId', id)
        .filter(({ position }) => position === 0)
        .map(({ sourceId }) => sourceId),
    ),
  OUTLET: (_, { report }) => {
    const { publisherId } = report as Report;
    return publisherId === null ? { reason: 'UNKNOWN' } : { key: publisherId };
  },
  VICTIM: victim(({ of }) => of?.category),
  VICTIM_FACTION: victim(({ of }) => of?.factionId),
  CITATIONS: ({ graph }, { id }) => ({
    key: graph.by<Citation>(Citation, 'claimId', id).length,
  }),
};

/** The fields of a bucket that have the keys. */
export const keyFields: Record<string, string> = {
  DAY: 'day',
  WEEK: 'week',
  MONTH: 'month',
  YEAR: 'year',
  DATE_WIDTH: 'dateWidth',
  KIND: 'kind',
  STATUS: 'status',
  LOCATION: 'locationId',
  ADMIN1: 'admin1Id',
  ADMIN2: 'admin2Id',
  FACTION: 'factionId',
  SOURCE: 'sourceId',
  OUTLET: 'outletId',
  VICTIM: 'victim',
  VICTIM_FACTION: 'victimFactionId',
  CITATIONS: 'citations',
};
export const times = ['DAY', 'WEEK', 'MONTH', 'YEAR'];
