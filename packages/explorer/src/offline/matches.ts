import type { ClaimFilter } from '@claimgraph/sdk/operations';
import { isNotSaidToHaveHappened } from '../data/mark.ts';
import type { CaseClaim } from './case-data.ts';

type Ids = readonly string[] | null | undefined;

const has = (wanted: Ids, ids: readonly string[]): boolean =>
  !wanted || ids.some((id) => wanted.includes(id));

/**
 * Whether a claim of a saved case meets the conditions that the page makes, as the server would
 * decide: see `state/filter.ts`.
 */
export function matches(claim: CaseClaim, filter: ClaimFilter): boolean {
  const { and, id, place, party, speaker, report, kind, modality, status, text, occurred } = filter;
  // A feared air strike is not an air strike.
  const isFearLeftOut = kind && !modality && isNotSaidToHaveHappened(claim);
  return (
    (and ?? []).every((each) => matches(claim, each)) &&
    !isFearLeftOut &&
    has(id, [claim.id]) &&
    has(kind, [claim.kind]) &&
    has(modality, [claim.modality]) &&
    has(status, [claim.status]) &&
    has(report?.id, [claim.report.id]) &&
    has(place?.id, placesOf(claim)) &&
    (!party || claim.parties.some((each) => isParty(each, party))) &&
    has(speaker?.source, speakersOf(claim)) &&
    (!text || textOf(claim).includes(text.toLowerCase())) &&
    (!occurred || isInPeriod(claim, occurred))
  );
}

const isParty = (
  { faction, role }: CaseClaim['parties'][number],
  wanted: NonNullable<ClaimFilter['party']>,
): boolean => has(wanted.faction, [faction.id]) && has(wanted.role, [role]);

const placesOf = ({ mark: { places } }: CaseClaim): string[] =>
  places.flatMap(({ location }) => [location.id, ...location.ancestors.map(({ id }) => id)]);

const speakersOf = ({ attributions }: CaseClaim): string[] =>
  attributions.flatMap(({ chain }) => chain.map(({ source }) => source.id));

const textOf = ({ statement, passage }: CaseClaim): string =>
  `${statement}\n${passage?.quote ?? ''}`.toLowerCase();

/** An open side is unbounded. Undated claims are in no period. */
function isInPeriod(
  { occurred }: CaseClaim,
  { from, to, match }: NonNullable<ClaimFilter['occurred']>,
): boolean {
  const { earliest, latest } = occurred ?? {};
  if (!earliest && !latest) return false;
  const isBefore = (a: string | null | undefined, b: string | null | undefined) =>
    a != null && b != null && a < b;
  if (match === 'WITHIN')
    return (
      (!from || (earliest != null && earliest >= from)) && (!to || (latest != null && latest <= to))
    );
  return !isBefore(latest, from) && !isBefore(to, earliest);
}
