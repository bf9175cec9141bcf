import type { Path } from '../values/errors.ts';
import { type IdType, keyOf, parseId } from '../values/ids.ts';
import type { SelectionNode } from './selection.ts';
import { Param } from './sql.ts';

/** A record by type and database key. */
export class RecordKey {
  constructor(
    readonly type: IdType,
    readonly key: string,
  ) {}

  /** @throws Refusal when it is no id, or none of these types'. */
  static of(id: string, path: Path, types?: readonly IdType[]): RecordKey {
    const { type, key } = parseId(id, path);
    return new RecordKey(type, types ? keyOf(id, types, path) : key);
  }
}

export interface PayloadField {
  selected: SelectionNode;
  /** The record type to read; absent when the value is plain JSON, ready in `bound`. */
  type?: IdType;
  many: boolean;
  bound: Param;
}

/** Pairs the asked fields of a payload with what the service answered: references are read, plain values are picked. */
export const payloadFields = (
  selection: readonly SelectionNode[],
  answer: Record<string, unknown>,
): PayloadField[] =>
  selection.map((selected) => {
    const value = answer[selected.name];
    if (value instanceof RecordKey)
      return { selected, type: value.type, many: false, bound: new Param(value.key) };
    if (Array.isArray(value) && value[0] instanceof RecordKey) {
      return {
        selected,
        type: value[0].type,
        many: true,
        bound: new Param((value as RecordKey[]).map((ref) => ref.key)),
      };
    }
    const plain = selected.field ? pick(value ?? null, selected) : selected.parent;
    return { selected, many: false, bound: new Param(JSON.stringify(plain)) };
  });

/** The asked keys of a plain value, in the order asked. */
function pick(value: unknown, selected: SelectionNode): unknown {
  if (Array.isArray(value)) return value.map((each) => pick(each, selected));
  if (value === null || typeof value !== 'object') return value;
  const children = [...selected.types.values()][0]!;
  return Object.fromEntries(
    children.map((child) => [
      child.key,
      child.field
        ? pick((value as Record<string, unknown>)[child.name] ?? null, child)
        : child.parent,
    ]),
  );
}
