import { NIL } from 'uuid';
import { absent } from '../values/absent.ts';
import { Issues, type Path } from '../values/errors.ts';
import {
  FuzzyDate,
  type FuzzyDateInput,
  FuzzyInterval,
  type FuzzyIntervalInput,
  fuzzyDate,
  fuzzyInterval,
} from '../values/fuzzy-date.ts';
import { parseIdOf } from '../values/ids.ts';
import type { RecordName } from '../values/record-types.ts';
import { brokenRules } from '../values/validate.ts';
import type { ExternalIdInput } from './external-id.entity.ts';

/** The path of the argument that most writes take. */
export const inputPath: Path = ['input'];

/** An id in an input, and the record that it must be of. */
export interface Reference {
  type: RecordName;
  id: string;
  key: string;
  path: Path;
}

/** An external id that an input gives to a record. */
export interface WantedExternalId extends ExternalIdInput {
  type: RecordName;
  path: Path;
}

/**
 * Turns the fields of an input into the values of rows. It needs no database. It collects every
 * problem instead of stopping at the first, and every record that the input refers to;
 * `resolveReferences` looks these up.
 */
export class InputParser {
  readonly issues: Issues;
  readonly references: Reference[] = [];
  readonly externalIds: WantedExternalId[] = [];
  /** Dates that have no bounds, so that filters treat them as undated. */
  readonly unboundedDates: { edtf: string; path: Path }[] = [];

  /** Takes the arguments by name, and starts with the rules that their classes declare. */
  constructor(args: Readonly<Record<string, object>>) {
    this.issues = new Issues(
      Object.entries(args).flatMap(([name, value]) => brokenRules(value, [name])),
    );
  }

  /** The key behind an id. After a problem it is the nil UUID, which no record has. */
  key(id: string, wanted: RecordName, path: Path): string {
    return this.record(id, [wanted], path)?.key ?? NIL;
  }

  /** The same for an id that may be of several types. */
  record(id: string, wanted: readonly RecordName[], path: Path): Reference | undefined {
    const parsed = this.issues.try(() => parseIdOf(id, wanted, path));
    if (!parsed) return undefined;
    const reference = { ...parsed, id, path };
    this.references.push(reference);
    return reference;
  }

  /** The same for a field that may be left out (undefined) or cleared (null). */
  optionalKey<N extends null | undefined>(
    id: string | N,
    wanted: RecordName,
    path: Path,
  ): string | N {
    return id == null ? id : this.key(id, wanted, path);
  }

  /** The items of a list, parsed. Undefined when it is left out, empty when it is cleared. */
  list<I, T>(
    inputs: readonly I[] | null | undefined,
    path: Path,
    parse: (input: I, path: Path) => T,
  ): T[] | undefined {
    if (inputs === undefined) return undefined;
    return (inputs ?? []).map((input, i) => parse(input, [...path, i]));
  }

  /** The keys behind a list of ids, each once. */
  keys(
    ids: readonly string[] | null | undefined,
    wanted: RecordName,
    path: Path,
  ): string[] | undefined {
    const keys = this.list(ids, path, (id, at) => this.key(id, wanted, at));
    return keys && [...new Set(keys)];
  }

  /** A date. It is absent where the input clears it. */
  date(input: FuzzyDateInput | null | undefined, path: Path): FuzzyDate | undefined {
    if (input === undefined) return undefined;
    return input
      ? this.noteBounds(
          this.issues.try(() => fuzzyDate(input, path)),
          path,
        )
      : absent(FuzzyDate);
  }

  /** An interval. It is absent where the input clears it. */
  interval(input: FuzzyIntervalInput | null | undefined, path: Path): FuzzyInterval | undefined {
    if (input === undefined) return undefined;
    return input
      ? this.noteBounds(
          this.issues.try(() => fuzzyInterval(input, path)),
          path,
        )
      : absent(FuzzyInterval);
  }

  private noteBounds<T extends FuzzyDate | FuzzyInterval>(
    date: T | undefined,
    path: Path,
  ): T | undefined {
    if (date && date.earliest === null && date.latest === null)
      this.unboundedDates.push({ edtf: date.edtf, path });
    return date;
  }

  /** Refuses null in fields that a record must have. */
  refuseNull<T extends object>(input: T, fields: readonly (keyof T & string)[], path: Path): void {
    for (const field of fields)
      if (input[field] === null) this.issues.add([...path, field], `${field} cannot be cleared.`);
  }
}
