import { isNotSaidToHaveHappened } from '../data/mark.ts';
import { type Certainty, holdsThrough, stronger, type Time, weaker } from './time-overlap.ts';

/** A relation between two factions, as claims assert it. */
export interface Relation {
  readonly kind: string;
  readonly during?: Time | null;
  readonly from: { readonly id: string };
  readonly to: { readonly id: string };
  readonly claims: readonly { readonly modality: string; readonly status: string }[];
}

/** Whether factions are on one side at a time: surely, maybe, or as far as is said never. */
export type AreAllied = (a: string, b: string, time: Time | null) => Certainty;

/**
 * Which factions are on one side. A part of a coalition is on its side and on that of its other
 * parts and allies. An ally of an ally is not. Who is said to be opposed is not on one side.
 * Affiliates, backers and reconciled parties are not said to control a place together.
 */
export function coalitionsOf(relations: readonly Relation[]): AreAllied {
  const upheld = relations.filter(({ claims }) =>
    claims.some((claim) => !isNotSaidToHaveHappened(claim) && isUpheld(claim)),
  );
  const byFaction = new Map<string, Relation[]>();
  for (const relation of upheld)
    for (const { id } of [relation.from, relation.to])
      byFaction.set(id, [...(byFaction.get(id) ?? []), relation]);
  const relationsOf = (id: string, kind: string) =>
    (byFaction.get(id) ?? []).filter((relation) => relation.kind === kind);

  /** A faction and all that it is part of, with how surely at a time. */
  const wholesOf = (id: string, time: Time | null): Map<string, Certainty> => {
    const wholes = new Map<string, Certainty>([[id, 'surely']]);
    for (const [whole, certainty] of wholes)
      for (const relation of relationsOf(whole, 'PART_OF')) {
        if (relation.from.id !== whole) continue;
        const next = weaker(certainty, holdsThrough(relation.during, time));
        const known = wholes.get(relation.to.id);
        if (next === 'never' || (known && stronger(known, next) === known)) continue;
        // Read again, so that what it is part of gets the stronger certainty, too.
        wholes.delete(relation.to.id);
        wholes.set(relation.to.id, next);
      }
    return wholes;
  };

  return (a, b, time) => {
    const isOpposed = relationsOf(a, 'OPPOSED_TO').some(
      (relation) => isBetween(relation, a, b) && holdsThrough(relation.during, time) !== 'never',
    );
    if (isOpposed) return 'never';
    const [ofA, ofB] = [wholesOf(a, time), wholesOf(b, time)];
    let found: Certainty = 'never';
    for (const [whole, certainty] of ofA) {
      found = stronger(found, weaker(certainty, ofB.get(whole) ?? 'never'));
      for (const alliance of relationsOf(whole, 'ALLIED_WITH')) {
        const ally = alliance.from.id === whole ? alliance.to.id : alliance.from.id;
        const itsCertainty = weaker(certainty, ofB.get(ally) ?? 'never');
        found = stronger(found, weaker(itsCertainty, holdsThrough(alliance.during, time)));
      }
    }
    return found;
  };
}

const isUpheld = ({ status }: { readonly status: string }): boolean =>
  status !== 'REFUTED' && status !== 'RETRACTED';

const isBetween = ({ from, to }: Relation, a: string, b: string): boolean =>
  (from.id === a && to.id === b) || (from.id === b && to.id === a);
