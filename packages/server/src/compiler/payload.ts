import type { Path } from '../values/errors.ts';
import { type IdType, keyOf, parseId } from '../values/ids.ts';
import type { SelectionNode } from './selection-node.ts';
import { Param } from './sql.ts';

/** A record by its type and its key in the database. */
export class RecordKey {
  constructor(
    readonly type: IdType,
    readonly key: string,
  ) {}

  /** @throws Refusal if the text is not an id, or is an id of another type. */
  static of(id: string, path: Path, types?: readonly IdType[]): RecordKey {
    const { type, key } = parseId(id, path);
    return new RecordKey(type, types ? keyOf(id, types, path) : key);
  }
}

/** A selected field of a payload, with what the service returned for it. */
export interface PayloadField {
  node: SelectionNode;
  /** The type of the record or records to read; absent for a plain value, which is JSON already. */
  type?: IdType;
  isList: boolean;
  param: Param;
}

/** The records that a service returned for a field. */
export const recordKeysIn = (value: unknown): RecordKey[] =>
  [value].flat().filter((each) => each instanceof RecordKey);

/** Pairs the selected fields of a payload with what the service returned. */
export const payloadFields = (
  selection: readonly SelectionNode[],
  answer: Record<string, unknown>,
): PayloadField[] =>
  selection.map((node) => {
    const value = answer[node.name];
    if (value instanceof RecordKey)
      return { node, type: value.type, isList: false, param: new Param(value.key) };
    const keys = recordKeysIn(value);
    const [first] = keys;
    if (first)
      return { node, type: first.type, isList: true, param: new Param(keys.map(({ key }) => key)) };
    return { node, isList: false, param: new Param(JSON.stringify(plainValue(value, node))) };
  });

/** The selected part of a plain value, with the keys of the selection in its order. */
function plainValue(value: unknown, node: SelectionNode): unknown {
  if (!node.field) return node.parentType;
  if (Array.isArray(value)) return value.map((each) => plainValue(each, node));
  if (value == null) return null;
  if (typeof value !== 'object') return value;
  const [, children] = node.only;
  const properties = value as Record<string, unknown>;
  return Object.fromEntries(
    children.map((child) => [child.key, plainValue(properties[child.name], child)]),
  );
}
