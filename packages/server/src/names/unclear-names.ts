import type { Tx } from '../history/write.ts';
import type { InputParser } from '../records/input-parser.ts';
import type { Mention, NewRecord } from '../records/mentions.ts';
import type { Candidate } from '../values/errors.ts';
import { groupBy } from '../values/group-by.ts';
import { idOf } from '../values/ids.ts';
import { type NamedType, recordTypes } from '../values/record-types.ts';
import { type ExactMatch, maxMatches } from './exact-names.ts';
import { findLabels, findSimilarNames } from './similar-names.ts';

/** A name by which an input refers to a record, and that is not the name of exactly one. */
export interface UnclearName {
  type: NamedType;
  name: string;
  mention: Mention;
  /** The records in the ledger that have the name. Either none or all of them are withdrawn. */
  matches: readonly ExactMatch[];
  /** The new records in the same input that have it. */
  created: readonly NewRecord[];
}

/** How many candidates a message names. The issue lists all of them. */
const maxInMessage = 5;

/** Adds an issue for each of these names, with the records that may be meant. */
export async function refuseUnclearNames(
  tx: Tx,
  { issues }: InputParser,
  names: readonly UnclearName[],
): Promise<void> {
  for (const [type, ofType] of groupBy(names, (each) => each.type)) {
    const isKnown = ({ matches, created }: UnclearName) =>
      matches.some(({ withdrawn }) => !withdrawn) || created.length > 0;
    const similar = await similarNames(
      tx,
      type,
      ofType.filter((each) => !isKnown(each)),
    );
    const labels = await labelsOf(tx, type, ofType.filter(isKnown));
    for (const each of ofType) {
      const candidates = isKnown(each)
        ? each.matches.map((match) => candidateOf(type, match, labels))
        : (similar.get(each.name) ?? []);
      const message = isKnown(each) ? ambiguous(each, candidates) : unknown(each, candidates);
      const code = isKnown(each) ? 'BAD_USER_INPUT' : 'NOT_FOUND';
      issues.add([...each.mention.path, 'name'], message, code, { candidates });
    }
  }
}

const similarNames = async (tx: Tx, type: NamedType, names: readonly UnclearName[]) =>
  names.length > 0
    ? findSimilarNames(tx, type, [...new Set(names.map(({ name }) => name))])
    : new Map<string, Candidate[]>();

const labelsOf = (tx: Tx, type: NamedType, names: readonly UnclearName[]) =>
  findLabels(tx, type, [...new Set(names.flatMap(({ matches }) => matches.map(({ key }) => key)))]);

const candidateOf = (
  type: NamedType,
  { key, name }: ExactMatch,
  labels: ReadonlyMap<string, string>,
): Candidate => ({ id: idOf(type, key), label: labels.get(key) ?? name, name, rule: 'EXACT' });

function ambiguous(
  { type, name, matches, created }: UnclearName,
  candidates: readonly Candidate[],
): string {
  const { table, plural } = recordTypes[type];
  const inInput = created.map(({ path }) => `the new ${table} at ${path.join('.')}`);
  const list = [...inInput, ...candidates.map(wordsOf)];
  if (matches.length + created.length === 1)
    return (
      `"${name}" is a weak name, which does not identify a ${table}. It is a name of ` +
      `${list.join()}. If that is meant, refer to it by its id.`
    );
  const count = matches.length < maxMatches ? list.length : `${list.length} or more`;
  return (
    `"${name}" is the name of ${count} ${plural}: ${shorten(list)}. Refer to one by its id` +
    `${created.length > 0 ? ', or repeat the new one as it is' : ''}.`
  );
}

function unknown({ type, name, matches }: UnclearName, candidates: readonly Candidate[]): string {
  const { table } = recordTypes[type];
  const withdrawn = matches.map(({ key }) => idOf(type, key));
  return [
    `No ${table} has the name "${name}".`,
    withdrawn.length > 0 && `Withdrawn, but with this name: ${shorten(withdrawn)}.`,
    candidates.length > 0 && `Similar: ${shorten(candidates.map(wordsOf))}.`,
    candidates.length > 0
      ? `If one is meant, refer to it by its id. Otherwise give a new ${table} in the field new.`
      : `Search for other names of it, or give a new ${table} in the field new.`,
  ]
    .filter(Boolean)
    .join(' ');
}

const wordsOf = ({ id, label, name }: Candidate): string =>
  label.startsWith(name) ? `${label} (${id})` : `${label}, also called ${name} (${id})`;

const shorten = (list: readonly string[]): string =>
  [...list.slice(0, maxInMessage), ...(list.length > maxInMessage ? ['…'] : [])].join('; ');
