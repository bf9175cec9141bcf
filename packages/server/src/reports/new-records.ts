import type { QuotableReport } from '../claims/anchor.ts';
import type { RecordKey } from '../compiler/payload.ts';
import type { CreateFactionInput } from '../factions/faction.inputs.ts';
import { insertFaction, parseFaction } from '../factions/faction.write.ts';
import type { Tx } from '../history/write.ts';
import { checkAreas } from '../locations/areas.ts';
import type { CreateLocationInput } from '../locations/location.inputs.ts';
import { insertLocation, parseLocation } from '../locations/location.write.ts';
import { findReferences } from '../names/find-references.ts';
import type { InputParser } from '../records/input-parser.ts';
import type { NewRecord } from '../records/mentions.ts';
import type { CreateSourceInput } from '../sources/source.inputs.ts';
import { insertSource, parseSource } from '../sources/source.write.ts';
import type { RecordName } from '../values/record-types.ts';
import type { CreateReportInput } from './report.inputs.ts';
import { checkBodyKind, insertReport, parseReport, textOf, warnOfSame } from './report.write.ts';

/** A parsed new record, which is not yet saved. */
export interface ParsedRecord {
  key: string;
  insert: (tx: Tx) => Promise<RecordKey>;
  /** The text of a report, which passages are looked for in. */
  text?: QuotableReport;
}

/**
 * Finds what the references of an input refer to, and parses the new records in them. Problems are
 * added to the parser’s issues.
 *
 * @returns the new records, each after those that it refers to.
 */
export async function readReferences(tx: Tx, parser: InputParser): Promise<ParsedRecord[]> {
  const records = await findReferences(tx, parser);
  return sortByNeeds(records, parser).map((record) => parsers[record.type](parser, record));
}

/** Saves the new records of an input that has no problem. */
export async function insertNewRecords(tx: Tx, records: readonly ParsedRecord[]): Promise<void> {
  for (const { insert } of records) await insert(tx);
}

/** The parser of each type of record. The input has the class that the schema declares. */
const parsers: Record<RecordName, (parser: InputParser, record: NewRecord) => ParsedRecord> = {
  Source(parser, { key, input, path }) {
    const source = parseSource(parser, input as CreateSourceInput, path);
    return { key, insert: (tx) => insertSource(tx, key, source) };
  },
  Faction(parser, { key, input, path }) {
    const faction = parseFaction(parser, input as CreateFactionInput, path);
    return { key, insert: (tx) => insertFaction(tx, key, faction) };
  },
  Location(parser, { key, input, path }) {
    const location = parseLocation(parser, input as CreateLocationInput, path);
    const insert = async (tx: Tx) => {
      // Only now: the areas around it may be new, too.
      await checkAreas(tx, parser, key, location);
      parser.issues.throwIfAny();
      return insertLocation(tx, key, location);
    };
    return { key, insert };
  },
  Report(parser, { key, input, path }) {
    const report = parseReport(parser, input as CreateReportInput, path);
    checkBodyKind(parser, report.columns, path);
    const insert = async (tx: Tx) => {
      await warnOfSame(tx, key, report);
      return insertReport(tx, report, key);
    };
    return { key, text: textOf(report), insert };
  },
  Claim() {
    throw new Error('No reference is to a claim.');
  },
};

/** Puts each record after those that it refers to. */
function sortByNeeds(records: readonly NewRecord[], { issues }: InputParser): NewRecord[] {
  const byKey = new Map(records.map((record) => [record.key, record]));
  const sorted = new Set<NewRecord>();
  const place = (record: NewRecord, before: readonly NewRecord[]): void => {
    if (sorted.has(record)) return;
    if (before.includes(record)) {
      issues.add(
        record.path,
        'New records cannot refer to each other in a circle. Create one of them first.',
      );
      return;
    }
    for (const key of record.needs) {
      const needed = byKey.get(key);
      if (needed) place(needed, [...before, record]);
    }
    sorted.add(record);
  };
  for (const record of records) place(record, []);
  return [...sorted];
}
