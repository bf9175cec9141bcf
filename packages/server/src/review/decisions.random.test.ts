import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { fileOf, importPath } from '../ingest/ingest.testing.ts';
import { type Api, startApi } from '../testing/api.ts';
import { Dice } from '../testing/differential/dice.ts';
import { exportText } from '../testing/exports.ts';
import {
  claimFormats,
  claimSubject,
  placeSubject,
  type Subject,
  type Values,
} from './decisions.testing.ts';

/*
 * Histories of imported records: people change and judge them at random between imports of random
 * files. Everything that a person decided must still be there after every import. All histories of
 * a type advance together, so that one file serves all of them.
 */

const histories = Number(process.env.CLAIMGRAPH_RANDOM_HISTORIES ?? 20);
const seed = Number(process.env.CLAIMGRAPH_RANDOM_SEED ?? randomInt(2 ** 31));
const rounds = 4;

let api: Api;
beforeAll(async () => {
  api = await startApi('ledger');
});
afterAll(() => api.stop());

/** Lists to which imports add what nobody removed. */
const addedTo = new Set(['names', 'externalIds']);
const judgements = `status credibility withdrawn { rationale }
  assessments { status credibility rationale by at }`;

class History {
  id = '';
  version = 0;
  isWithdrawn = false;
  now: Values = {};
  /** What a person decided, by field. */
  readonly decided: Values = {};
  /** Items of lists that a person removed, by field. */
  readonly removed: Record<string, Set<string>> = {};

  constructor(readonly n: number) {}

  /** Notes which fields a change by a person changed. */
  decide(before: Values, after: Values): void {
    for (const [field, value] of Object.entries(after)) {
      if (value === before[field] || field === 'version') continue;
      this.decided[field] = value;
      if (!addedTo.has(field)) continue;
      const items = itemsOf(value);
      const removed = this.removed[field] ?? new Set<string>();
      for (const item of itemsOf(before[field]!)) if (!items.has(item)) removed.add(item);
      for (const item of items) removed.delete(item);
      this.removed[field] = removed;
    }
  }

  /** The decisions that an import lost. */
  lost(): string[] {
    return Object.entries(this.decided).flatMap(([field, value]) => {
      const now = this.now[field] ?? '';
      if (!addedTo.has(field)) return now === value ? [] : [`${field}: ${value} → ${now}`];
      const items = itemsOf(now);
      const missing = [...itemsOf(value)].filter((item) => !items.has(item));
      const returned = [...(this.removed[field] ?? [])].filter((item) => items.has(item));
      return missing.length + returned.length === 0
        ? []
        : [`${field}: ${missing} is gone, ${returned} is back`];
    });
  }
}

/** The items of a list: names by their texts, external ids as a whole. */
const itemsOf = (list: string): Set<string> =>
  new Set(JSON.parse(list).map((item: any) => item.text ?? JSON.stringify(item)));

async function read({ type, selection }: Subject, all: readonly History[]): Promise<void> {
  for (let i = 0; i < all.length; i += 100) {
    const part = all.slice(i, i + 100);
    const aliases = part.map(
      ({ id }, k) =>
        `r${k}: node(id: "${id}") { ... on ${type} {
          version ${selection} ${type === 'Claim' ? judgements : 'withdrawn { rationale }'}
        } }`,
    );
    const data = await api.data(`{ ${aliases.join('\n')} }`);
    for (const [k, history] of part.entries()) {
      const { version, ...values } = data[`r${k}`];
      history.version = version;
      history.isWithdrawn = values.withdrawn !== null;
      history.now = Object.fromEntries(
        Object.entries(values).map(([key, value]) => [key, JSON.stringify(value)]),
      );
    }
  }
}

async function change(subject: Subject, history: History, dice: Dice): Promise<void> {
  const { id, version, n } = history;
  const { type } = subject;
  const before = history.now;
  const roll = dice.roll(12);
  if (history.isWithdrawn) return;
  if (roll === 0)
    await api.data(
      `mutation ($id: ID!, $version: Int!) {
        withdraw${type}(id: $id, expectedVersion: $version, rationale: "Entered twice.") {
          warnings { code }
        }
      }`,
      { id, version },
    );
  else if (roll < 4 && type === 'Claim')
    await api.data(
      `mutation ($id: ID!, $input: AssessmentInput!) {
        assessClaim(claimId: $id, input: $input) { warnings { code } }
      }`,
      {
        id,
        input: {
          status: dice.value('ClaimStatus'),
          credibility: dice.value('Credibility'),
          rationale: `Checked, ${dice.roll(99)}.`,
        },
      },
    );
  else if (roll === 4 && subject.hasReports) {
    await correctReport(JSON.parse(before.report ?? '').id, dice);
    // A claim stays in the report that a person corrected.
    history.decided.report = before.report ?? '';
  } else {
    const { errors } = await api.ask(
      `mutation ($id: ID!, $version: Int!, $input: Update${type}Input!) {
        update${type}(id: $id, expectedVersion: $version, input: $input) { warnings { code } }
      }`,
      { id, version, input: subject.edit(dice, n) },
    );
    // A person removed the id, and an import created another record with it.
    if (errors) expect(errors[0]!.message).toMatch(/ is \w+_[-0-9a-f]+ already\.$/);
  }
  await read(subject, [history]);
  history.decide(before, history.now);
}

async function correctReport(id: string, dice: Dice): Promise<void> {
  const { report } = await api.data('query ($id: ID!) { report(id: $id) { version } }', { id });
  await api.data(
    `mutation ($id: ID!, $version: Int!, $input: UpdateReportInput!) {
      updateReport(id: $id, expectedVersion: $version, input: $input) { warnings { code } }
    }`,
    { id, version: report.version, input: { title: `As printed, ${dice.roll(99)}` } },
  );
}

/** Takes or keeps some of what the files say otherwise. */
async function resolveSome(dice: Dice, byId: ReadonlyMap<string, History>): Promise<void> {
  const { importConflicts } = await api.data(`{
    importConflicts(first: 100) { nodes { id field value record { id } } }
  }`);
  for (const { id, field, record } of importConflicts.nodes) {
    if (dice.roll(6) !== 0) continue;
    const choice = dice.roll(2) === 0 ? 'KEEP' : 'TAKE';
    const { errors } = await api.ask(
      `mutation ($id: ID!, $choice: ConflictChoice!) {
        resolveImportConflict(id: $id, choice: $choice, rationale: "As agreed.") {
          warnings { code }
        }
      }`,
      { id, choice },
    );
    if (errors) expect([errors[0]!.extensions.code, ...api.faults]).toEqual(['CONFLICT']);
    const history = byId.get(record.id);
    if (errors || choice === 'KEEP' || !history) continue;
    // A judgement that a person takes is a judgement of that person.
    for (const each of ['status', 'credibility', 'assessments'])
      if (['status', 'credibility'].includes(field)) delete history.decided[each];
    delete history.decided[field];
    delete history.removed[field];
  }
}

test(
  `no import loses what a person decided: ${histories} histories of seed ${seed}`,
  async () => {
    const dice = new Dice(seed);
    const subjects = [placeSubject()];
    for (const files of claimFormats) subjects.push(await claimSubject(api, files));
    const numbers = Array.from({ length: Math.ceil(histories / subjects.length) }, (_, n) => n);
    const worlds = subjects.map((subject) => ({
      subject,
      all: numbers.map((n) => new History(n)),
      file: subject.fileOf(dice, numbers),
    }));
    const byId = new Map<string, History>();
    let backup = '';
    for (const { subject, all, file } of worlds) {
      const { settings } = subject;
      await importPath(api, subject.format, fileOf(file), { release: '1', settings });
      for (const history of all) {
        const { record } = await api.data(
          `query ($type: RecordType!, $id: ExternalIdInput!) {
          record(type: $type, externalId: $id) { id }
        }`,
          { type: subject.type.toUpperCase(), id: subject.externalId(history.n) },
        );
        history.id = record.id;
        byId.set(record.id, history);
      }
      await read(subject, all);
    }
    const lost: string[] = [];
    for (let round = 2; round < 2 + rounds; round += 1) {
      for (const { subject, all } of worlds)
        for (const history of all) if (dice.roll(2) === 0) await change(subject, history, dice);
      if (round === 3) backup = await exportText(api, 'jsonl');
      for (const world of worlds) {
        const { subject } = world;
        const isNew = dice.roll(4) > 0;
        if (isNew) world.file = subject.fileOf(dice, numbers);
        const release = String(isNew && dice.roll(5) === 0 ? round - 1 : round);
        const force = dice.roll(3) === 0;
        const { settings } = subject;
        await importPath(api, subject.format, fileOf(world.file), { release, force, settings });
      }
      if (round > 3)
        await importPath(api, 'jsonl', fileOf(backup, 'ledger.jsonl'), { force: true });
      for (const { subject, all } of worlds) {
        await read(subject, all);
        for (const history of all)
          lost.push(...history.lost().map((each) => `${round} ${history.id} ${each}`));
      }
      expect(lost).toEqual([]);
      await resolveSome(dice, byId);
      for (const { subject, all } of worlds) await read(subject, all);
    }
    const [{ listed }] = await api.database.query(
      'select count(*)::int as listed from import_conflict',
    );
    expect(listed).toBeGreaterThan(histories / 5);
  },
  60_000 + histories * 3_000,
);
