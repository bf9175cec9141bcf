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
import { idOf, parseIdOf } from '../values/ids.ts';
import { type RecordName, recordTypes } from '../values/record-types.ts';
import { brokenRules } from '../values/validate.ts';
import type { ExternalIdInput } from './external-id.entity.ts';
import type { RefInput } from './ref.inputs.ts';

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

/** What a reference by name or external id, or to a new record, turned out to refer to. */
export interface ReferredRecord {
  type: RecordName;
  key: string;
  /** Whether the record is created in the same write. */
  isNew: boolean;
}

/**
 * A field that refers to a record: its name, and the older field for an id alone, which is
 * deprecated.
 */
type RefField<F extends string, I extends string> = readonly [field: F, idField: I];

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
  /** Whether references may describe new records: not in a write that can be repeated. */
  canCreate = true;
  /** What the references refer to that are not by id. `findReferences` finds it. */
  readonly referred = new Map<RefInput, ReferredRecord>();

  /** Takes the arguments by name, and starts with the rules that their classes declare. */
  constructor(readonly args: Readonly<Record<string, object>>) {
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

  /** The key of the record that a field refers to. Undefined: left out. Null: cleared. */
  reference<F extends string, I extends string>(
    input: { readonly [K in F]?: RefInput | null } & { readonly [K in I]?: string | null },
    [field, idField]: RefField<F, I>,
    wanted: RecordName,
    path: Path,
  ): string | null | undefined {
    const ref = input[field] as RefInput | null | undefined;
    const id = input[idField] as string | null | undefined;
    if (ref != null && id != null) this.refuseBoth(field, idField, path);
    if (ref != null) return this.refKey(ref, wanted, [...path, field]);
    return this.optionalKey(id ?? (ref === null ? null : id), wanted, [...path, idField]);
  }

  /** The same for a field that a record must have. */
  requiredReference<F extends string, I extends string>(
    input: { readonly [K in F]?: RefInput | null } & { readonly [K in I]?: string | null },
    fields: RefField<F, I>,
    wanted: RecordName,
    path: Path,
  ): string {
    const key = this.reference(input, fields, wanted, path);
    if (key != null) return key;
    const ways = recordTypes[wanted].hasNames ? ['id', 'externalId', 'name'] : ['id', 'externalId'];
    this.issues.add(
      [...path, fieldIn(input, fields)],
      `Give the ${recordTypes[wanted].table}, for example ${fields[0]}: { ${ways.at(-1)}: … }. ` +
        `It takes ${ways.join(', ')} or new.`,
    );
    return NIL;
  }

  /** The keys of the records that a list refers to, each once. */
  referenceList<F extends string, I extends string>(
    input: { readonly [K in F]?: readonly RefInput[] | null } & {
      readonly [K in I]?: readonly string[] | null;
    },
    [field, idField]: RefField<F, I>,
    wanted: RecordName,
    path: Path,
  ): string[] | undefined {
    const refs = input[field] as readonly RefInput[] | null | undefined;
    const ids = input[idField] as readonly string[] | null | undefined;
    if (refs != null && ids != null) this.refuseBoth(field, idField, path);
    if (refs == null)
      return this.keys(ids ?? (refs === null ? null : ids), wanted, [...path, idField]);
    const keys = this.list(refs, [...path, field], (ref, at) => this.refKey(ref, wanted, at));
    return keys && [...new Set(keys)];
  }

  private refKey(ref: RefInput, wanted: RecordName, path: Path): string {
    if (ref.id != null) return this.key(ref.id, wanted, [...path, 'id']);
    const record = this.referred.get(ref);
    // Why it was not found is an issue already.
    if (!record) return NIL;
    const { type, key, isNew } = record;
    if (!isNew)
      this.references.push({ type, key, id: idOf(type, key), path: pathOfRef(ref, path) });
    return key;
  }

  private refuseBoth(field: string, idField: string, path: Path): void {
    this.issues.add(
      [...path, idField],
      `${field} and ${idField} say the same. Give only ${field}: ${idField} is deprecated.`,
    );
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

/** The one of two fields that an input has; the newer one if it has neither. */
export const fieldIn = <F extends string, I extends string>(
  input: { readonly [K in F | I]?: unknown },
  [field, idField]: RefField<F, I>,
): F | I => (input[field] === undefined && input[idField] !== undefined ? idField : field);

/** The path of the field by which a reference refers. */
const pathOfRef = (ref: RefInput, path: Path): Path => {
  const fields = ['id', 'externalId', 'name', 'new'] as const;
  return [...path, ...fields.filter((field) => ref[field] != null)];
};
