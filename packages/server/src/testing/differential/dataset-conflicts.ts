import { inWrite } from '../../history/write.ts';
import { ImportConflict } from '../../review/import-conflict.entity.ts';
import { newKey, parseId } from '../../values/ids.ts';
import { recordTypes } from '../../values/record-types.ts';
import type { Api } from '../api.ts';
import type { WrittenIds } from './dataset-inputs.ts';
import { type Dice, text } from './dice.ts';

type Write = (query: string, variables: object) => Promise<unknown>;

/** Values that an import wrote and a person changed afterwards. */
export async function correctImported(
  api: Api,
  write: Write,
  claims: readonly string[],
  version: (id: string) => Promise<number>,
): Promise<void> {
  await inWrite(api.database, {
    by: 'differential',
    action: 'import',
    work: ({ manager }) =>
      manager.query('update claim set aggregate = not aggregate where id = any ($1)', [
        claims.map((id) => id.slice(4)),
      ]),
  });
  for (const id of claims) {
    const { claim } = await api.data('query ($id: ID!) { claim(id: $id) { aggregate } }', { id });
    await write(
      `mutation ($id: ID!, $v: Int!, $aggregate: Boolean!) {
        updateClaim(id: $id, expectedVersion: $v, input: { aggregate: $aggregate }) {
          warnings { code }
        }
      }`,
      { id, v: await version(id), aggregate: !claim.aggregate },
    );
  }
}

/** Import conflicts in each state, which otherwise only imports list. */
export async function insertConflicts(api: Api, written: WrittenIds, dice: Dice): Promise<void> {
  const conflicts = Array.from({ length: 40 }, (_, i) => {
    const { type, key } = parseId(dice.one(Object.values(written).flat()), []);
    const { keyProperty, enum: recordType } = recordTypes[type as 'Claim'];
    const state = dice.value('ConflictState');
    const isResolved = state === 'KEPT' || state === 'TAKEN';
    return {
      id: newKey(),
      kind: 'IMPORT_CONFLICT' as const,
      state,
      recordType,
      recordId: key,
      [keyProperty]: key,
      // Only one conflict of a field and format is open.
      field: i % 2 === 0 ? dice.one(['statement', 'point', 'names']) : `other${i}`,
      value: dice.maybe(() => ({ text: text(dice) })) ?? null,
      fileValue: dice.maybe(() => [text(dice), i]) ?? null,
      format: i % 2 === 0 ? 'ucdp' : 'acled',
      release: dice.maybe(() => dice.one(['19.1', '23.1'])) ?? null,
      file: 'events.csv',
      line: dice.maybe(() => i) ?? null,
      runId: newKey(),
      rows: {},
      at: new Date(Date.UTC(2024, 0, 1 + (i % 9))),
      ...(isResolved && {
        resolution: { rationale: text(dice), by: 'differential', at: new Date(0) },
      }),
    };
  });
  const keys = new Set<string>();
  const unique = conflicts.filter(({ recordId, field, format }) => {
    const key = `${recordId} ${field} ${format}`;
    const isNew = !keys.has(key);
    keys.add(key);
    return isNew;
  });
  await inWrite(api.database, {
    by: 'differential',
    action: 'import',
    work: ({ manager }) => manager.insert(ImportConflict, unique as object[]),
  });
}
