import type { Tx } from '../history/write.ts';
import type { InputParser } from '../records/input-parser.ts';
import { canReferTo, type Mention, type NewRecord, referTo } from '../records/mentions.ts';
import { NameKind } from '../records/name.entity.ts';
import type { NameInput } from '../records/name.inputs.ts';
import { groupBy } from '../values/group-by.ts';
import { idOf } from '../values/ids.ts';
import { type NamedType, namedTypes } from '../values/record-types.ts';
import { type FoundName, findExactNames, type WantedName } from './exact-names.ts';
import { refuseUnclearNames, type UnclearName } from './unclear-names.ts';

/** A name of a new record, other than a weak one, which does not identify it. */
interface NewName extends WantedName {
  record: NewRecord;
}

/** The most names of one write that are looked up: about a millisecond each, at worst. */
const maxNames = 5_000;

/** The most warnings about the names of one new record. */
const maxWarnings = 5;

/**
 * Looks up the references by name. A name must be that of exactly one record, in the ledger or new.
 * Nothing is chosen for the writer: otherwise the name becomes an issue with candidates.
 */
export async function findByNames(
  tx: Tx,
  parser: InputParser,
  mentions: readonly Mention[],
  newRecords: readonly NewRecord[],
): Promise<void> {
  const wanted = mentions.flatMap((mention) =>
    mention.ref.name != null && isNamed(mention.type)
      ? [{ mention, type: mention.type, name: mention.ref.name }]
      : [],
  );
  const newNames = newRecords.flatMap(namesOf);
  const names = distinctNames([...wanted, ...newNames]);
  if (names.size > maxNames) {
    parser.issues.add(
      Object.keys(parser.args),
      `A write can use at most ${maxNames} different names in references, and these are ` +
        `${names.size}. Split it up, or use ids.`,
    );
    return;
  }
  const found = await lookUp(tx, names);
  const newByName = groupBy(newNames, (each) => idOfName(each, found(each)));
  const unclear: UnclearName[] = [];
  for (const { mention, ...name } of wanted) {
    const foundName = found(name);
    const matches = foundName.matches.filter(({ withdrawn }) => !withdrawn);
    const sameNames = newByName.get(idOfName(name, foundName)) ?? [];
    const created = [...new Set(sameNames.map(({ record }) => record))].filter((record) =>
      canReferTo(mention, record),
    );
    const [match] = matches;
    const [newRecord] = created;
    if (matches.length + created.length > 1 || match?.weak)
      unclear.push({ ...name, mention, matches, created });
    else if (match)
      parser.referred.set(mention.ref, { type: name.type, key: match.key, isNew: false });
    else if (newRecord) referTo(parser, mention, newRecord);
    else unclear.push({ ...name, mention, matches: foundName.matches, created });
  }
  await refuseUnclearNames(tx, parser, unclear);
  warnOfSameNames(tx, newNames, found, newByName);
}

const isNamed = (type: string): type is NamedType => namedTypes.some((each) => each === type);

function namesOf(record: NewRecord): NewName[] {
  const { type, input } = record;
  const { names = [] } = input as { names?: NameInput[] };
  return isNamed(type)
    ? names
        .filter(({ kind }) => kind !== NameKind.WEAK)
        .map(({ text: name }) => ({ type, name, record }))
    : [];
}

const idOfText = ({ type, name }: WantedName): string => `${type} ${name}`;

const distinctNames = (names: readonly WantedName[]): ReadonlyMap<string, WantedName> =>
  new Map(names.map((each) => [idOfText(each), each]));

/** Looks names up, each of which is in the map. */
async function lookUp(tx: Tx, names: ReadonlyMap<string, WantedName>) {
  const rows = names.size > 0 ? await findExactNames(tx, [...names.values()]) : [];
  const found = new Map([...names.keys()].map((id, i) => [id, rows[i]]));
  // Every name was looked up.
  return (name: WantedName): FoundName => found.get(idOfText(name))!;
}

/** The same for equal names of records of one type. A name without letters equals only itself. */
const idOfName = ({ type, name }: WantedName, { exact }: FoundName): string =>
  `${type} ${exact || name}`;

/**
 * Records may share a name, so a new one is never refused for its name. The writer is warned, since
 * it may be a mistake.
 */
function warnOfSameNames(
  tx: Tx,
  newNames: readonly NewName[],
  found: (name: WantedName) => FoundName,
  newByName: ReadonlyMap<string, readonly NewName[]>,
): void {
  const pairs = new Set<string>();
  const counts = new Map<string, number>();
  const warn = ({ type, name, record }: NewName, key: string): void => {
    const pair = [record.key, key].sort().join();
    const count = counts.get(record.key) ?? 0;
    if (record.key === key || pairs.has(pair) || count === maxWarnings) return;
    pairs.add(pair);
    counts.set(record.key, count + 1);
    const recordId = idOf(type, key);
    tx.warnings.push({
      code: 'SAME_NAME',
      message:
        `${record.path.join('.')}: ${recordId} is also called "${name}". If it is the same, ` +
        'refer to it instead of creating a new one.',
      recordId,
    });
  };
  for (const name of newNames) {
    const { matches } = found(name);
    for (const match of matches) if (!match.weak && !match.withdrawn) warn(name, match.key);
    for (const other of newByName.get(idOfName(name, found(name))) ?? [])
      warn(name, other.record.key);
  }
}
