import { describe, expect, test } from '@jest/globals';
import { exportText, linesOf } from '../../testing/exports.ts';
import { fixtures } from '../../testing/fixtures.ts';
import { state } from '../../testing/imports.ts';
import { importLines, testLedgers } from './jsonl.testing.ts';

const { start, full } = testLedgers();

const read = async (api: Awaited<ReturnType<typeof start>>, id: string) =>
  (
    await api.data(
      'query ($id: ID!) { source(id: $id) { name redacted role protection names { text } } }',
      { id },
    )
  ).source;

const lineOf = (text: string, id: string) => linesOf(text).find((line) => line.id === id);

describe('the line of a protected source', () => {
  test('has its pseudonym, and changes nothing in the ledger that it comes from', async () => {
    const text = await exportText(full.api, 'jsonl');
    const hidden = linesOf(text).filter(
      ({ type, protection }) => type === 'Source' && protection !== 'PUBLIC',
    );
    expect(hidden.length).toBeGreaterThan(0);
    for (const { redacted, names, role, externalIds } of hidden)
      expect({ redacted, names, role, externalIds }).toEqual({
        redacted: true,
        names: [
          { id: expect.any(String), text: expect.stringMatching(/^Source /), kind: 'PRIMARY' },
        ],
        role: undefined,
        externalIds: undefined,
      });
    const before = [await state(full.api), text];
    expect((await importLines(full.api, text)).problems).toEqual([]);
    expect([await state(full.api), await exportText(full.api, 'jsonl')]).toEqual(before);
  });

  test('creates a source with the pseudonym and the protection in another ledger', async () => {
    const text = await exportText(full.api, 'jsonl');
    const empty = await start('ledger');
    expect((await importLines(empty, text)).problems).toEqual([]);
    expect(await exportText(empty, 'jsonl')).toBe(text);
    const line = linesOf(text).find(
      ({ type, redacted, withdrawn }) => type === 'Source' && redacted && !withdrawn,
    );
    expect(await read(empty, line.id)).toEqual({
      name: line.names[0].text,
      names: [{ text: line.names[0].text }],
      redacted: true,
      role: null,
      protection: line.protection,
    });
    // What an analyst learns of it is sealed in this ledger, under the same pseudonym.
    await empty.data(
      `mutation ($id: ID!) {
        updateSource(id: $id, expectedVersion: 1, input: {
          names: [{ text: "Named At Last", kind: PRIMARY }]
        }) { source { id } }
      }`,
      { id: line.id },
    );
    expect(await read(empty, line.id)).toMatchObject({ name: line.names[0].text });
    expect(await exportText(empty, 'jsonl')).not.toContain('Named At Last');
  });

  test('does not protect a source that is public here', async () => {
    const make = fixtures(full.api);
    const sourceId = await make.aSource('Known There', { protection: 'PROTECTED' });
    const line = lineOf(await exportText(full.api, 'jsonl'), sourceId);
    const api = await start('ledger');
    const { redacted: _, ...whole } = line;
    const named = { ...whole, protection: 'PUBLIC', names: [{ ...whole.names[0], text: 'Known' }] };
    await importLines(api, `${JSON.stringify(named)}\n`);
    await importLines(api, `${JSON.stringify(line)}\n`);
    expect(await read(api, sourceId)).toMatchObject({ name: 'Known', protection: 'PUBLIC' });
  });

  test('is refused with a mark that is not true', async () => {
    const api = await start('ledger');
    const line = linesOf(full.text).find(({ type }) => type === 'Source');
    const { problems } = await importLines(api, JSON.stringify({ ...line, redacted: 'yes' }));
    expect(problems).toMatchObject([{ kind: 'WRONG_TYPE', column: 'redacted', refused: true }]);
  });
});
