import {
  checkedElsewhere,
  checkedLast,
  costlierBelow,
  indexedSearches,
  readInFull,
  relationFilters,
  searches,
} from './domain.ts';
import type { ShareRule, Weight } from './model.ts';
import { shareRules } from './shares.ts';

/** What is known about a condition of a filter, for all of its values. */
export interface ConditionFacts {
  /** The filter's class and the condition: `ClaimFilter.kind`. */
  name: string;
  /** What checking one row costs. */
  ms: number;
  /** The same in a nested list. */
  msBelow: number;
  rule: ShareRule | undefined;
  isCheckedLast: boolean;
  /** Whether it leaves fewer rows for the conditions that are checked last. */
  isCheckedBefore: boolean;
  isReadInFull: boolean;
  /** The filter that it is, of a record that the row refers to. */
  relation: { type: string; table: string } | undefined;
  /** The conditions inside it. */
  inner(key: string): InnerFacts;
}

/** What is known about a condition inside a condition. */
interface InnerFacts {
  ms: number;
  /** The table that is searched once, and what that costs for each of its rows. */
  search: Search | undefined;
}

/** A search of a whole table. */
interface Search {
  table: string;
  ms: number;
  isIndexed: boolean;
}

/**
 * The facts of all conditions, each looked up once: they are needed for each request, and joining
 * names would take longer than everything else.
 */
export class Conditions {
  private readonly types = new Map<string, Map<string, ConditionFacts>>();

  constructor(private readonly weight: Weight) {}

  of(type: string, key: string): ConditionFacts {
    const keys = entryOf(this.types, type, () => new Map<string, ConditionFacts>());
    return entryOf(keys, key, () => this.factsOf(`${type}.${key}`));
  }

  private factsOf(name: string): ConditionFacts {
    const known = new Map<string, InnerFacts>();
    const ms = this.weight(`condition ${name}`);
    return {
      name,
      ms,
      msBelow: costlierBelow.includes(name) ? this.weight(`nested condition ${name}`) : ms,
      rule: shareRules[name],
      isCheckedLast: checkedLast.includes(name),
      isCheckedBefore: !checkedElsewhere.includes(name),
      isReadInFull: readInFull.includes(name),
      relation: relationFilters[name],
      inner: (key) => entryOf(known, key, () => this.innerFactsOf(`${name}.${key}`)),
    };
  }

  private innerFactsOf(name: string): InnerFacts {
    return {
      ms: this.weight(`condition ${name}`),
      search: this.searchOf(searches[name], name),
    };
  }

  private searchOf(table: string | undefined, name: string): Search | undefined {
    if (table === undefined) return undefined;
    return { table, ms: this.weight(`search ${name}`), isIndexed: indexedSearches.includes(name) };
  }
}

/** The entry of a map, which is made if there is none. */
function entryOf<T>(map: Map<string, T>, key: string, make: () => T): T {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
