import { afterAll, describe, expect, test } from '@jest/globals';
import { expectDerivedTables } from './derived-tables.testing.ts';
import { scratchLedger } from './ledger.testing.ts';

const { db, rows, one, write, insert, make, record } = await scratchLedger();
afterAll(() => db.end());

describe('location_within', () => {
  const chain = async () => {
    const country = await record('location', { name: 'Country' });
    const province = await record('location', { name: 'Province', parent_id: country.id });
    const town = await record('location', { name: 'Town', parent_id: province.id });
    return { country: country.id, province: province.id, town: town.id };
  };

  test('refuses a cycle of parents and other areas, and stays as it was', async () => {
    const { country, province, town } = await chain();
    const aside = (await record('location', { name: 'Aside' })).id;
    await write(() =>
      insert('location_also_in', { location_id: province, position: 0, area_id: aside }),
    );
    const state = async () => [
      await rows('select * from location order by id'),
      await rows('select * from location_within order by 1, 2'),
    ];
    const before = await state();
    const cycle = {
      code: 'CG001',
      constraint: 'location_cycle',
      message: 'A place cannot lie inside itself.',
    };
    for (const [place, area] of [
      [country, town],
      [country, country],
      [aside, town],
      [aside, province],
    ]) {
      await expect(
        write(() => db.query('update location set parent_id = $2 where id = $1', [place, area])),
      ).rejects.toMatchObject(cycle);
      const alsoIn = { location_id: place, position: 7, area_id: area };
      await expect(write(() => insert('location_also_in', alsoIn))).rejects.toMatchObject(cycle);
    }
    const self = '00000000-0000-4000-8000-000000000001';
    await expect(
      write(() => insert('location', { id: self, name: 'Self', parent_id: self })),
    ).rejects.toMatchObject(cycle);
    expect(await state()).toEqual(before);
    expect(
      await one('select count(*)::int from location_also_in where location_id = $1', [province]),
    ).toBe(1);
  });

  test('has the shortest distance to each area', async () => {
    const { country, province, town } = await chain();
    const depth = () =>
      one('select depth from location_within where location_id = $1 and ancestor_id = $2', [
        town,
        country,
      ]);
    expect(await depth()).toBe(2);
    await write(() =>
      insert('location_also_in', { location_id: town, position: 0, area_id: country }),
    );
    expect(await depth()).toBe(1);
    await write(() => db.query('update location set parent_id = null where id = $1', [province]));
    await write(() => db.query('delete from location_also_in where location_id = $1', [town]));
    expect(await depth()).toBeUndefined();
  });

  test('is correct after many locations are inserted or deleted at once', async () => {
    const { town } = await chain();
    const id = `md5('place ' || g)::uuid`;
    await write(() =>
      db.query(
        `insert into location (id, name, parent_id)
        select ${id}, g, case when g = 1 then $1::uuid else md5('place ' || g / 2)::uuid end
        from generate_series(200, 1, -1) g`,
        [town],
      ),
    );
    await expectDerivedTables(rows);
    await write(() =>
      db.query(`delete from location where id in (select ${id} from generate_series(1, 200) g)`),
    );
    await expectDerivedTables(rows);
  });
});

describe('the name of a record', () => {
  test.each(['source', 'faction', 'location'])(
    'of type %s is its first primary name, or else its first name',
    async (owner) => {
      const { id } = await record(owner, { name: 'Old' });
      const name = () => one(`select name from ${owner} where id = $1`, [id]);
      const names = `name where ${owner}_id = $1`;
      await write(() =>
        make('name', { position: 1, text: 'Alias', kind: 'ALIAS', [`${owner}_id`]: id }),
      );
      expect(await name()).toBe('Alias');
      await write(async () => {
        await make('name', { position: 3, text: 'Second', kind: 'PRIMARY', [`${owner}_id`]: id });
        await make('name', { position: 2, text: 'First', kind: 'PRIMARY', [`${owner}_id`]: id });
      });
      expect(await name()).toBe('First');
      await write(() =>
        db.query(`update name set text = 'Renamed' where ${owner}_id = $1 and position = 2`, [id]),
      );
      expect(await name()).toBe('Renamed');
      await write(() => db.query(`delete from ${names} and kind = 'PRIMARY'`, [id]));
      expect(await name()).toBe('Alias');
      await write(() => db.query(`delete from ${names}`, [id]));
      expect(await name()).toBe('Alias');
      expect(await one('select max(version) from revision where record_id = $1', [id])).toBe(6);
    },
  );
});
