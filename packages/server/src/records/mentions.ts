import type { Path } from '../values/errors.ts';
import { newKey } from '../values/ids.ts';
import type { RecordName } from '../values/record-types.ts';
import { isInstance } from '../values/validate.ts';
import type { InputParser } from './input-parser.ts';
import { RefInput, typeOfRef } from './ref.inputs.ts';

/** How many records one write may create inside references, and how deep they may be nested. */
const maxNewRecords = 500;
const maxDepth = 8;

/** A record that an input describes inside a reference, as new. */
export interface NewRecord {
  type: RecordName;
  key: string;
  /** The input of its `create` mutation. */
  input: object;
  path: Path;
  /** The new record that contains this one, where it is first mentioned. Undefined: none does. */
  inside: NewRecord | undefined;
  /** The new records that this one refers to, by key. They must be created first. */
  needs: Set<string>;
}

/** A reference in an input. */
export interface Mention {
  ref: RefInput;
  type: RecordName;
  path: Path;
  /** The innermost new record that contains the reference. Undefined: none does. */
  inside: NewRecord | undefined;
  /** The new record that the reference describes. Undefined: it refers in another way. */
  created?: NewRecord;
}

/** The references of an input, and the new records in them. */
export interface Mentions {
  mentions: Mention[];
  newRecords: NewRecord[];
}

/** Finds every reference in the arguments of a write, at any depth. */
export function findMentions(parser: InputParser): Mentions {
  const { args, issues } = parser;
  const mentions: Mention[] = [];
  const newRecords = new Map<string, NewRecord>();

  /** Only instances of input classes contain references. The outline of a place is none. */
  const walk = (value: object, path: Path, inside: NewRecord | undefined): void => {
    if (value instanceof RefInput) addMention(value, path, inside);
    else if (Array.isArray(value) || isInstance(value))
      for (const [key, each] of Object.entries(value))
        if (typeof each === 'object' && each !== null)
          walk(each, [...path, Array.isArray(value) ? Number(key) : key], inside);
  };

  const addMention = (ref: RefInput, path: Path, inside: NewRecord | undefined): void => {
    const mention: Mention = { ref, type: typeOfRef(ref), path, inside };
    mentions.push(mention);
    if (ref.new == null) return;
    const identity = `${mention.type} ${canonicalJson(ref.new)}`;
    const earlier = newRecords.get(identity);
    mention.created = earlier ?? newRecordOf(mention, ref.new);
    referTo(parser, mention, mention.created);
    if (earlier) return;
    newRecords.set(identity, mention.created);
    if (!parser.canCreate)
      issues.add(
        mention.created.path,
        'An upsert creates no other records, because its repetition would create them again. ' +
          'Create this one first.',
      );
    if (enclosing(mention.created).length > maxDepth)
      issues.add(
        mention.created.path,
        `New records can be nested ${maxDepth} deep. Create this one first.`,
      );
    else walk(ref.new, mention.created.path, mention.created);
  };

  for (const [name, value] of Object.entries(args)) walk(value, [name], undefined);
  if (newRecords.size > maxNewRecords)
    issues.add(
      Object.keys(args),
      `A write can create at most ${maxNewRecords} records inside references, and these are ` +
        `${newRecords.size}. Create some of them first.`,
    );
  return { mentions, newRecords: [...newRecords.values()] };
}

const newRecordOf = ({ type, path, inside }: Mention, input: object): NewRecord => ({
  type,
  key: newKey(),
  input,
  path: [...path, 'new'],
  inside,
  needs: new Set(),
});

/** A new record and those that contain it, from the inside out. */
export function enclosing(record: NewRecord | undefined): NewRecord[] {
  return record ? [record, ...enclosing(record.inside)] : [];
}

/** Whether a reference can be to a new record: not from inside that record. */
export const canReferTo = (mention: Mention, record: NewRecord): boolean =>
  record.type === mention.type && !enclosing(mention.inside).includes(record);

/** Notes that a reference is to a new record, which must be created before the one around it. */
export function referTo(
  parser: InputParser,
  { ref, inside }: Mention,
  { type, key }: NewRecord,
): void {
  parser.referred.set(ref, { type, key, isNew: true });
  inside?.needs.add(key);
}

/** The same text for inputs with the same fields and values. Null is as good as omitted. */
const canonicalJson = (input: object): string =>
  JSON.stringify(input, (_, value) =>
    value === null || typeof value !== 'object' || Array.isArray(value)
      ? value
      : Object.fromEntries(
          Object.entries(value)
            .filter(([, each]) => each != null)
            .sort(([one], [other]) => (one < other ? -1 : 1)),
        ),
  );
