import { describe, expect, test } from '@jest/globals';
import { type JsonRow, readJson } from './json.ts';
import { readLines } from './lines.ts';
import { fileInChunks } from './read.testing.ts';

const read = async (text: string, size?: number): Promise<JsonRow[]> => {
  const rows: JsonRow[] = [];
  for await (const row of readJson(fileInChunks(text, size))) rows.push(row);
  return rows;
};
const feature = (id: number) =>
  `{"type":"Feature","id":${id},"properties":{"a":"\\"[{","features":[{}]}}`;
const crs = (name: string) => `{"type":"name","properties":{"name":"${name}"}}`;

describe('the objects of a JSON file', () => {
  test.each([
    ['a single feature', ` ${feature(1)} `, [[1, 1]]],
    [
      'one on each line',
      `${feature(1)}\n\r\n${feature(2)}\r${feature(3)}`,
      [
        [1, 1],
        [3, 2],
        [4, 3],
      ],
    ],
    [
      'a sequence of RFC 8142',
      `\u001e${feature(1)}\n\u001e${feature(2)}\n`,
      [
        [1, 1],
        [2, 2],
      ],
    ],
    [
      'a list',
      `[\n${feature(1)},\r\n${feature(2)}]`,
      [
        [2, 1],
        [3, 2],
      ],
    ],
    [
      'a collection with members before and after',
      `{"name":"features","crs":${crs('urn:ogc:def:crs:OGC:1.3:CRS84')},"bbox":[1,2],
       "features":[${feature(1)},\n${feature(2)}],"more":{"x":[{"y":1}]}}`,
      [
        [2, 1],
        [3, 2],
      ],
    ],
    [
      'several collections',
      `{"features":[${feature(1)}]}\n{"features":[${feature(2)}]}`,
      [
        [1, 1],
        [2, 2],
      ],
    ],
    ['an empty collection', '{"type":"FeatureCollection","features":[]}', []],
  ])('are those of %s, in chunks of any size', async (_, text, rows) => {
    for (const size of [1, 7, 1000])
      expect((await read(text, size)).map(({ line, value }) => [line, value.id])).toEqual(rows);
    expect((await read(text)).every(({ raw, value }) => raw === feature(Number(value.id)))).toBe(
      true,
    );
  });

  test.each([
    ...['{"a":', `${feature(1)},${feature(2)}`, '{]', '"x"', '}', 'id,name', '{"a":1}x', '{"a":"'],
  ])('are not in %j', async (text) => {
    await expect(read(text)).rejects.toThrow(/line 1: this is not valid JSON/);
  });
});

test.each(['[1]', '["x"]', '[[]]', '[null]', '{"features":[1]}', `[${feature(1)},null]`])(
  'a list that has something else than objects is called that: %s',
  async (text) => {
    await expect(read(text)).rejects.toThrow(
      /line 1: a list of objects \{…\} is wanted here, and it has something else/,
    );
  },
);

describe('the reference system of a file', () => {
  const collection = (member: string) => `{"features":[${feature(1)}],"crs":${member}}`;
  test.each([
    'null',
    ...['EPSG:4326', 'urn:ogc:def:crs:EPSG::4326', 'OGC:CRS84', 'WGS 84'].map(crs),
    crs('http://www.opengis.net/def/crs/OGC/1.3/CRS84'),
    '{"type":"EPSG","properties":{"code":4326}}',
  ])('may be WGS 84: %s', async (member) => {
    expect(await read(collection(member))).toHaveLength(1);
  });

  test.each([crs('EPSG:3857'), crs('urn:ogc:def:crs:EPSG::32637'), '{"type":"link"}', '{}'])(
    'must not be another: %s',
    async (member) => {
      await expect(read(collection(member))).rejects.toThrow(/the reference system is/);
      await expect(read(`{"crs":${member}}`)).rejects.toThrow(/RFC 7946/);
    },
  );
});

test.each([1, 2, 100])('lines end with LF, CRLF or CR, in chunks of %i', async (size) => {
  const lines: [number, string][] = [];
  for await (const { line, raw } of readLines(fileInChunks('a\rb\r\n\r\n c\n\n\rd\r', size)))
    lines.push([line, raw]);
  expect(lines).toEqual([
    [1, 'a'],
    [2, 'b'],
    [4, ' c'],
    [7, 'd'],
  ]);
});
