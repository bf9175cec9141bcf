import { describe, expect, test } from '@jest/globals';
import { exportText, exportWithIdentities, linesOf } from '../../testing/exports.ts';
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

describe('an export that withholds identities', () => {
  test('changes nothing in the ledger that it comes from', async () => {
    const text = await exportText(full.api, 'jsonl');
    expect(linesOf(text).filter(({ redacted }) => redacted).length).toBeGreaterThan(2);
    const before = [await state(full.api), await exportWithIdentities(full.api)];
    const { problems } = await importLines(full.api, text);
    expect(problems).toEqual([]);
    expect([await state(full.api), await exportWithIdentities(full.api)]).toEqual(before);
  });

  test('fills an empty ledger, whose export is the same again', async () => {
    const text = await exportText(full.api, 'jsonl');
    const empty = await start('ledger');
    expect((await importLines(empty, text)).problems).toEqual([]);
    // What is left out is left out there as well.
    const idsOf = (lines: string) => linesOf(lines).map(({ id }) => id);
    expect(idsOf(await exportText(empty, 'jsonl'))).toEqual(idsOf(text));
    const source = linesOf(text).find(({ type, redacted }) => type === 'Source' && redacted);
    const names = source.names.map(({ text: name }: { text: string }) => ({ text: name }));
    expect(await read(empty, source.id)).toEqual({
      name: source.names[0].text,
      names,
      redacted: true,
      role: null,
      protection: source.protection,
    });
    // Its pseudonym stays in the exports of this ledger, and they too say that it is redacted.
    for (const exported of [await exportText(empty, 'jsonl'), await exportWithIdentities(empty)])
      expect(linesOf(exported).find(({ id }) => id === source.id)).toMatchObject({
        redacted: true,
        names: source.names,
      });
  });

  test('is completed by the line with the identity, and does not undo it', async () => {
    const api = await start('ledger');
    const make = fixtures(full.api);
    const sourceId = await make.aSource('Known Here', { protection: 'PROTECTED', role: 'a clerk' });
    const lineOf = (text: string) =>
      JSON.stringify(linesOf(text).find(({ id }) => id === sourceId));
    const [redacted, whole] = [
      lineOf(await exportText(full.api, 'jsonl')),
      lineOf(await exportWithIdentities(full.api)),
    ];
    await importLines(api, redacted);
    await importLines(api, whole);
    const known = { name: 'Known Here', redacted: false, role: 'a clerk' };
    expect(await read(api, sourceId)).toMatchObject(known);
    await importLines(api, redacted);
    expect(await read(api, sourceId)).toMatchObject(known);
  });

  test('refuses a mark that is not true', async () => {
    const api = await start('ledger');
    const line = linesOf(full.text).find(({ type }) => type === 'Source');
    const { problems } = await importLines(api, JSON.stringify({ ...line, redacted: 'yes' }));
    expect(problems).toMatchObject([{ kind: 'WRONG_TYPE', column: 'redacted', refused: true }]);
  });
});
