import { isNotSaidToHaveHappened, type MarkTime } from '../data/mark.ts';

/** A claim that factions control places. */
export interface ControlClaim {
  readonly modality: string;
  readonly status: string;
  readonly occurred?: Omit<MarkTime, 'edtf' | 'basis'> | null;
  readonly places: readonly {
    readonly role: string;
    readonly location: { readonly id: string; readonly label: string };
  }[];
  readonly parties: readonly {
    readonly role: string;
    readonly faction: { readonly id: string; readonly name: string };
  }[];
}

/** Factions that claims say control one place at the same time. */
export interface Contest {
  readonly place: string;
  /** Their names, if the dates of the claims surely overlap. */
  readonly surely: readonly string[];
  /** Their names, if the dates may overlap, as those of undated claims may. */
  readonly maybe: readonly string[];
}

export type Contests = ReadonlyMap<string, Contest>;

type Overlap = 'surely' | 'maybe' | 'never';

/**
 * The places whose control is contested, by id. Factions that one claim names together share the
 * control. Only the place itself counts, not what is around or inside it.
 */
export function contestsOf(claims: readonly ControlClaim[]): Contests {
  const byPlace = new Map<string, { label: string; claims: Set<ControlClaim> }>();
  for (const claim of claims) {
    if (!isUpheld(claim)) continue;
    for (const { role, location } of claim.places) {
      if (role !== 'AT') continue;
      const { id, label } = location;
      const known = byPlace.get(id) ?? { label, claims: new Set() };
      known.claims.add(claim);
      byPlace.set(id, known);
    }
  }
  const contests = new Map<string, Contest>();
  for (const [id, { label, claims: atPlace }] of byPlace) {
    const contest = contestAt(label, [...atPlace]);
    if (contest) contests.set(id, contest);
  }
  return contests;
}

const isUpheld = (claim: ControlClaim): boolean =>
  !isNotSaidToHaveHappened(claim) && claim.status !== 'REFUTED' && claim.status !== 'RETRACTED';

function contestAt(place: string, claims: readonly ControlClaim[]): Contest | undefined {
  const found = { surely: new Map<string, string>(), maybe: new Map<string, string>() };
  const controls = claims.map((claim) => ({ claim, factions: controllersOf(claim) }));
  controls.forEach((a, i) => {
    for (const b of controls.slice(i + 1)) {
      if (!a.factions.size || !b.factions.size) continue;
      if ([...a.factions.keys()].some((id) => b.factions.has(id))) continue;
      const overlap = overlapOf(a.claim.occurred, b.claim.occurred);
      if (overlap === 'never') continue;
      for (const [id, name] of [...a.factions, ...b.factions]) found[overlap].set(id, name);
    }
  });
  const { surely, maybe } = found;
  if (!surely.size && !maybe.size) return undefined;
  const addsNone = [...maybe.keys()].every((id) => surely.has(id));
  const names = (factions: Map<string, string>) => [...factions.values()].sort();
  return { place, surely: names(surely), maybe: addsNone ? [] : names(maybe) };
}

const controllersOf = ({ parties }: ControlClaim): Map<string, string> =>
  new Map(
    parties
      .filter(({ role }) => role === 'CONTROLLER')
      .map(({ faction }) => [faction.id, faction.name]),
  );

/** Whether the times of two claims have a day in common. An unknown bound excludes nothing. */
export function overlapOf(a: ControlClaim['occurred'], b: ControlClaim['occurred']): Overlap {
  if (isBefore(a?.latest, b?.earliest) || isBefore(b?.latest, a?.earliest)) return 'never';
  if (!a || !b || !isFirm(a) || !isFirm(b)) return 'maybe';
  const isSure =
    (isEveryDay(a) && isEveryDay(b)) ||
    (isEveryDay(a) && contains(a, b)) ||
    (isEveryDay(b) && contains(b, a));
  return isSure ? 'surely' : 'maybe';
}

type Time = NonNullable<ControlClaim['occurred']>;
type Day = string | null | undefined;

const isBefore = (a: Day, b: Day): boolean => a != null && b != null && a < b;

/** Both bounds are known, and nobody doubts them. */
const isFirm = ({ earliest, latest, approximate, uncertain }: Time): boolean =>
  Boolean(earliest && latest) && !approximate && !uncertain;

const isEveryDay = ({ earliest, latest, extent }: Time): boolean =>
  extent === 'THROUGHOUT' || earliest === latest;

const contains = (outer: Time, inner: Time): boolean =>
  !isBefore(inner.earliest, outer.earliest) && !isBefore(outer.latest, inner.latest);
