import { isNotSaidToHaveHappened } from '../data/mark.ts';
import type { AreAllied } from './coalitions.ts';
import {
  type Certainty,
  overlapOf,
  stronger,
  type Time,
  timeInCommon,
  weaker,
} from './time-overlap.ts';

/** A claim that factions control places. */
export interface ControlClaim {
  readonly modality: string;
  readonly status: string;
  readonly occurred?: Time | null;
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

/**
 * The places whose control is contested, by id. Factions that one claim names together share the
 * control, and so do factions that are allied at that time. Only the place itself counts, not what
 * is around or inside it.
 */
export function contestsOf(claims: readonly ControlClaim[], areAllied: AreAllied): Contests {
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
    const contest = contestAt(label, [...atPlace], areAllied);
    if (contest) contests.set(id, contest);
  }
  return contests;
}

const isUpheld = (claim: ControlClaim): boolean =>
  !isNotSaidToHaveHappened(claim) && claim.status !== 'REFUTED' && claim.status !== 'RETRACTED';

function contestAt(
  place: string,
  claims: readonly ControlClaim[],
  areAllied: AreAllied,
): Contest | undefined {
  const found = { surely: new Map<string, string>(), maybe: new Map<string, string>() };
  const controls = claims.map((claim) => ({ claim, factions: controllersOf(claim) }));
  controls.forEach((a, i) => {
    for (const b of controls.slice(i + 1)) {
      if (!a.factions.size || !b.factions.size) continue;
      const time = timeInCommon(a.claim.occurred, b.claim.occurred);
      const areTogether = mostSure(a.factions.keys(), b.factions.keys(), (one, other) =>
        one === other ? 'surely' : areAllied(one, other, time),
      );
      const overlap = weaker(overlapOf(a.claim.occurred, b.claim.occurred), areApart[areTogether]);
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

/** How sure it is that two are not together, by how sure it is that they are. */
const areApart = { surely: 'never', maybe: 'maybe', never: 'surely' } as const;

/** The strongest certainty that two lists of factions have a pair on one side. */
function mostSure(
  some: Iterable<string>,
  others: Iterable<string>,
  certaintyOf: (one: string, other: string) => Certainty,
): Certainty {
  const all = [...others];
  return [...some]
    .flatMap((one) => all.map((other) => certaintyOf(one, other)))
    .reduce(stronger, 'never');
}

const controllersOf = ({ parties }: ControlClaim): Map<string, string> =>
  new Map(
    parties
      .filter(({ role }) => role === 'CONTROLLER')
      .map(({ faction }) => [faction.id, faction.name]),
  );
