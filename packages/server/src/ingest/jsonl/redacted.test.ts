import { describe, expect, test } from '@jest/globals';
import { exportText, linesOf } from '../../testing/exports.ts';
import { fixtures } from '../../testing/fixtures.ts';
import { importText, state } from '../../testing/imports.ts';
import { csv } from '../csv/csv.ts';
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
    const before = [await state(full.api), await exportText(full.api, 'jsonl')];
    const { problems } = await importLines(full.api, text);
    expect(problems).toEqual([]);
    expect([await state(full.api), await exportText(full.api, 'jsonl')]).toEqual(before);
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
    for (const exported of [await exportText(empty, 'jsonl'), await exportText(empty, 'jsonl')])
      expect(linesOf(exported).find(({ id }) => id === source.id)).toMatchObject({
        redacted: true,
        names: source.names,
      });
  });

  test('comes back from another ledger without a change to the first', async () => {
    const home = await start('ledger');
    const make = fixtures(home);
    const settings = csv.parseSettings!({
      dataset: { name: 'Benedikt Orrel', kind: 'PERSON' },
      id: { column: 'ref' },
      statement: { column: 'account' },
      occurred: { from: 'day' },
      place: { name: 'town' },
      parties: [{ column: 'who', role: 'ACTOR' }],
    });
    const rows = 'ref,account,day,town,who\nB1,A ferry is late,2018-04-01,Ferrystead,Ferrymen\n';
    await importText(home, csv, rows, { settings });
    const { sources } = await home.data(
      '{ sources(filter: { text: "Benedikt Orrel" }) { nodes { id version } } }',
    );
    await home.data(
      `mutation ($id: ID!, $version: Int!) {
        updateSource(id: $id, expectedVersion: $version, input: { protection: PROTECTED }) {
          source { id }
        }
      }`,
      sources.nodes[0],
    );
    // A public source that nothing but an external id ties to the protected one.
    const publicId = await make.aSource('The Ferry Times', {
      role: 'a weekly paper',
      externalIds: [{ system: 'by Benedikt Orrel', value: '7' }],
    });
    const before = [await state(home), await exportText(home, 'jsonl')];
    const marks = (text: string) =>
      linesOf(text).map(({ type, id, redacted = false }) => ({ type, id, redacted }));

    let text = await exportText(home, 'jsonl');
    const marked = marks(text);
    const types = new Set(marked.filter(({ redacted }) => redacted).map(({ type }) => type));
    expect([...types].sort()).toEqual(['Claim', 'Faction', 'Location', 'Report', 'Source']);
    for (let copies = 0; copies < 2; copies++) {
      const copy = await start('ledger');
      expect((await importLines(copy, text)).problems).toEqual([]);
      expect(await read(copy, publicId)).toMatchObject({ redacted: false, role: 'a weekly paper' });
      text = await exportText(copy, 'jsonl');
      expect(marks(text)).toEqual(marked);
      for (const lines of [text, await exportText(copy, 'jsonl')]) {
        expect((await importLines(home, lines)).problems).toEqual([]);
        expect([await state(home), await exportText(home, 'jsonl')]).toEqual(before);
      }
      // The whole lines complete a copy, which then exports the same bytes.
      if (copies === 1) {
        expect((await importLines(copy, before[1])).problems).toEqual([]);
        expect(await exportText(copy, 'jsonl')).toBe(before[1]);
      }
    }
  });

  test('is completed by the line with the identity, and does not undo it', async () => {
    const api = await start('ledger');
    const make = fixtures(full.api);
    const sourceId = await make.aSource('Known Here', { protection: 'PROTECTED', role: 'a clerk' });
    const lineOf = (text: string) =>
      JSON.stringify(linesOf(text).find(({ id }) => id === sourceId));
    const [redacted, whole] = [
      lineOf(await exportText(full.api, 'jsonl')),
      lineOf(await exportText(full.api, 'jsonl')),
    ];
    await importLines(api, redacted);
    await importLines(api, whole);
    const known = { name: 'Known Here', redacted: false, role: 'a clerk' };
    expect(await read(api, sourceId)).toMatchObject(known);
    await importLines(api, redacted);
    expect(await read(api, sourceId)).toMatchObject(known);
  });

  test('is not taken for redacted once a person named the source', async () => {
    const make = fixtures(full.api);
    const sourceId = await make.aSource('Unnamed There', { protection: 'PROTECTED' });
    const text = await exportText(full.api, 'jsonl');
    const copy = await start('ledger');
    await importLines(copy, text);
    await copy.data(
      `mutation ($id: ID!) {
        updateSource(id: $id, expectedVersion: 1, input: {
          names: [{ text: "Named At Last", kind: PRIMARY }]
        }) { source { id } }
      }`,
      { id: sourceId },
    );
    const other = await start('ledger');
    await importLines(other, await exportText(copy, 'jsonl'));
    expect(await read(other, sourceId)).toMatchObject({ name: 'Named At Last', redacted: false });
    expect(await exportText(other, 'jsonl')).not.toContain('Named At Last');
  });

  test('refuses a mark that is not true', async () => {
    const api = await start('ledger');
    const line = linesOf(full.text).find(({ type }) => type === 'Source');
    const { problems } = await importLines(api, JSON.stringify({ ...line, redacted: 'yes' }));
    expect(problems).toMatchObject([{ kind: 'WRONG_TYPE', column: 'redacted', refused: true }]);
  });
});
