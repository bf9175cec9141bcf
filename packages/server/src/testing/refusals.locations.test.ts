import { describe, expect, test } from '@jest/globals';
import { fixtures } from './fixtures.ts';
import {
  bad,
  create,
  type Input,
  missing,
  nowhere,
  setUpRefusals,
  tooMany,
  update,
} from './refusals.testing.ts';

const ledger = setUpRefusals();
const { id, refused } = ledger;

const aPlace = (input: Input) =>
  create('Location', {
    kind: 'COMMUNITY',
    names: [{ text: 'Place', kind: 'PRIMARY' }],
    ...input,
  });

describe('a location', () => {
  test.each([
    ['country', 'quarter'],
    ['country', 'country'],
    ['region', 'quarter'],
    ['region', 'town'],
    ['town', 'quarter'],
  ])('cannot lie inside itself: %s in %s', async (inner, outer) => {
    await refused(
      bad('input.parentId'),
      ...update('Location', id[inner]!, { parentId: id[outer] }),
    );
    await refused(
      bad('input.alsoInIds.0'),
      ...update('Location', id[inner]!, { alsoInIds: [id[outer]] }),
    );
  });

  test.each([
    ['itself', 'town', 'town'],
    ['the country that contains it', 'town', 'country'],
    ['a quarter inside it', 'country', 'quarter'],
  ])('cannot overlap %s', async (_what, location, other) => {
    await refused(
      bad('input.overlapIds'),
      ...update('Location', id[location]!, { overlapIds: [id[other]] }),
    );
  });

  test('moves into a location that it overlaps only if the update ends the overlap', async () => {
    const { aLocation } = fixtures(ledger.api);
    const marsh = await aLocation('Marsh', { kind: 'INFORMAL_REGION' });
    const bank = await aLocation('Bank', { overlapIds: [marsh] });
    await refused(bad('input.parentId'), ...update('Location', bank, { parentId: marsh }));
    const { errors } = await ledger.api.ask(
      ...update('Location', bank, { parentId: marsh, overlapIds: [] }),
    );
    expect(errors).toBeUndefined();
  });

  const primary = (more: Input = {}) => ({ text: 'Town', kind: 'PRIMARY', ...more });
  const tooManyNames = Array.from({ length: 201 }, (_, i) => primary({ text: `Name ${i}` }));

  test.each<[path: string, input: Input]>([
    ['input.point.lat', { point: { lat: -91, lon: 0 } }],
    ['input.point.lon', { point: { lat: 0, lon: 181 } }],
    ['input.parentId', { parentId: `src_${nowhere}` }],
    ['input.names', { names: [] }],
    ['input.names', { names: [{ text: 'Alias', kind: 'ALIAS' }] }],
    ['input.names.0.text', { names: [primary({ text: '' })] }],
    ['input.names.0.text', { names: [primary({ text: ' \n' })] }],
    ['input.names.0.text', { names: [primary({ text: 'x'.repeat(501) })] }],
    ['input.names.0.script', { names: [primary({ script: 'Latin' })] }],
    ['input.names.0.during.edtf', { names: [primary({ during: { edtf: '2018-00' } })] }],
  ])('is refused on create and update, blaming %s', async (path, input) => {
    await refused(bad(path), ...aPlace(input));
    await refused(bad(path), ...update('Location', id.town!, input));
  });

  test('is refused on create and update with too many names', async () => {
    const input = { names: tooManyNames };
    await refused(tooMany('input.names'), ...aPlace(input));
    await refused(tooMany('input.names'), ...update('Location', id.town!, input));
  });

  test.each<[path: string, input: () => Input]>([
    ['input.parentId', () => ({ parentId: `loc_${nowhere}` })],
    ['input.alsoInIds.1', () => ({ alsoInIds: [id.region, `loc_${nowhere}`] })],
    ['input.names.0.sourceId', () => ({ names: [primary({ sourceId: `src_${nowhere}` })] })],
  ])('cannot refer to a record that does not exist: %s', async (path, input) => {
    await refused(missing(path), ...update('Location', id.town!, input()));
  });

  test.each([
    { type: 'Circle' },
    { type: 'Polygon' },
    { type: 'Point', coordinates: ['a', 'b'] },
    [],
    'POINT(1 2)',
  ])('takes only an outline that follows RFC 7946, not %j', async (geometry) => {
    const { status, errors } = await ledger.api.ask(...aPlace({ geometry }));
    expect({ status, code: errors?.[0]?.extensions.code }).toMatchObject({
      code: 'BAD_USER_INPUT',
    });
  });
});
