import type { PartyRole } from '../claims/claim.enums.ts';
import type { LocationKind } from '../locations/location.enums.ts';
import { type ExportedClaim, type ExportedPlace, pointOf, precisionOf } from './exported-claim.ts';

/*
 * Columns for programs, and for `claimgraph import csv`: each has values of one kind, where the
 * columns for people have several together.
 */

type Columns = [header: string, value: (claim: ExportedClaim) => string | null][];

/** Several values in one cell. Null: there is none. */
export const joined = <T>(items: readonly T[], text: (item: T) => string): string | null =>
  items.length > 0 ? items.map(text).join('; ') : null;

/** The place that `latitude` and `longitude` belong to: the first with a point, else the first. */
const mainPlace = ({ places }: ExportedClaim): ExportedPlace | undefined =>
  places.find((place) => pointOf(place) !== null) ?? places[0];

/** The column for the name of an area, by its kind. All other places are named in `place_name`. */
const areaColumns: Partial<Record<LocationKind, string>> = {
  COUNTRY: 'place_country',
  GOVERNORATE: 'place_admin1',
  DISTRICT: 'place_admin2',
  SUBDISTRICT: 'place_admin3',
};

/** The main place: its name, and the names of the areas that contain it, each in its column. */
export const mainPlaceColumns: Columns = [
  [
    'place_name',
    (claim) => {
      const location = mainPlace(claim)?.location;
      return location && !areaColumns[location.kind] ? location.name : null;
    },
  ],
  ...Object.entries(areaColumns)
    .reverse()
    .map(([kind, header]): Columns[number] => [header, (claim) => areaOfKind(claim, kind)]),
  [
    'place_precision',
    (claim) => {
      const place = mainPlace(claim);
      return place ? precisionOf(place) : null;
    },
  ],
];

/** The name of the innermost area of a kind that the main place is, or lies in. */
function areaOfKind(claim: ExportedClaim, kind: string): string | null {
  const location = mainPlace(claim)?.location;
  const areas = location ? [location, ...location.ancestors] : [];
  return areas.find((area) => area.kind === kind)?.name ?? null;
}

const partyHeaders: Record<PartyRole, string> = {
  ACTOR: 'actors',
  TARGET: 'targets',
  PARTICIPANT: 'participants',
  CONTROLLER: 'controllers',
  LOSER: 'losers',
  BENEFICIARY: 'beneficiaries',
};

/** The names of the parties, by their role. */
export const partyColumns: Columns = Object.entries(partyHeaders).map(([role, header]) => [
  header,
  ({ parties }) =>
    joined(
      parties.filter((party) => party.role === role),
      ({ faction }) => faction.name,
    ),
]);
