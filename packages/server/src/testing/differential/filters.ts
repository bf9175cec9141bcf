import { claimKeys, defaultExclusion } from './claim-filter.ts';
import type { Graph } from './graph.ts';
import type { Places } from './places.ts';
import { conflictKeys, isOpen, matchesWithdrawn, namedKeys, reportKeys } from './record-filters.ts';
import { badInput, type Path, readAll } from './refusals.ts';

/** Whether a row matches. */
export type Predicate = (row: any) => boolean;

/** The predicates of a filter's keys, each for a value at a path. */
export type Keys = Record<string, (value: any, path: Path, budget: Budget) => Predicate>;

/** How many conditions the filter of one field has so far. */
export interface Budget {
  spent: number;
}

type Input = Record<string, unknown>;

interface Around {
  asked: ReadonlySet<string>;
  /** The modalities that filters which must match as well list. */
  modalities: readonly string[];
  negated: boolean;
}

const everything: Predicate = () => true;
const maxConditions = 100;

/** Filters as predicates. All keys must hold. A null or missing key holds always. */
export class Filters {
  private readonly keys: Record<string, Keys>;

  constructor(graph: Graph, places: Places) {
    const reports: Filtering = (value, path, budget) =>
      this.combine('Report', value as Input, path, budget, outside);
    this.keys = {
      Claim: claimKeys(graph, places, reports),
      Report: reportKeys(graph),
      ...namedKeys(graph, places),
      ImportConflict: conflictKeys(graph),
    };
  }

  /**
   * The filter of a node type. A type without filters matches all.
   * @throws a refusal with its path.
   */
  of(nodeType: string, input: Input | null | undefined, path: Path): Predicate {
    if (input == null) return nodeType === 'ImportConflict' ? isOpen : everything;
    return this.combine(nodeType, input, path, { spent: 0 }, outside);
  }

  private combine(
    type: string,
    input: Input,
    path: Path,
    budget: Budget,
    around: Around,
  ): Predicate {
    const own = Object.entries(input).filter(([, value]) => value != null);
    const asked = new Set([...around.asked, ...keysWithin(input)]);
    const found = readAll(own, ([key, value]): Predicate => {
      budget.spent += 1;
      if (budget.spent > maxConditions) throw badInput(path);
      const at = [...path, key];
      const within = (negated: boolean) => (part: Input, i?: number) =>
        this.combine(type, part, i === undefined ? at : [...at, i], budget, {
          asked,
          modalities: around.negated
            ? around.modalities
            : [...around.modalities, ...modalitiesIn(withoutPart(input, key, i))],
          negated,
        });
      if (key === 'not') {
        const refused = within(!around.negated)(value as Input);
        return (row) => !refused(row);
      }
      if (key === 'withdrawn') return matchesWithdrawn(value as string);
      if (key !== 'and' && key !== 'or') return this.keys[type]![key]!(value, at, budget);
      const parts = readAll([...(value as Input[]).entries()], ([i, part]) =>
        within(around.negated)(part, i),
      );
      return key === 'and'
        ? (row) => parts.every((part) => part(row))
        : (row) => parts.some((part) => part(row));
    });
    const modalities = [...around.modalities, ...modalitiesIn(input)];
    if (!around.negated) found.push(defaultExclusion(type, input, asked, modalities));
    return (row) => found.every((condition) => condition(row));
  }
}

export type Filtering = (value: unknown, path: Path, budget: Budget) => Predicate;

const outside: Around = { asked: new Set(), modalities: [], negated: false };

/** Every key that a filter uses, also inside `and`, `or` and `not`. */
export const keysWithin = (input: Input): string[] =>
  Object.entries(input).flatMap(([key, value]) => {
    if (value == null) return [];
    return ['and', 'or', 'not'].includes(key)
      ? [value as Input | Input[]].flat().flatMap(keysWithin)
      : [key];
  });

/** The modalities that a filter lists. Below `not` it lists none, below two it lists some again. */
export function modalitiesIn({ modality, and, or, not }: any, negated = false): string[] {
  const parts = [...(and ?? []), ...(or ?? [])];
  return [
    ...(negated ? [] : (modality ?? [])),
    ...parts.flatMap((part) => modalitiesIn(part, negated)),
    ...(not == null ? [] : modalitiesIn(not, !negated)),
  ];
}

/** A filter without one of its parts, and without all others if that is an alternative. */
const withoutPart = (input: Input, key: string, position?: number): Input => ({
  ...input,
  [key]: key === 'and' ? (input.and as Input[]).filter((_, i) => i !== position) : null,
});
