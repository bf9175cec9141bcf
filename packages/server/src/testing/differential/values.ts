import fc, { type Arbitrary } from 'fast-check';
import {
  type GraphQLInputObjectType,
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from 'graphql';
import type { How, Value } from './model.ts';
import type { Pools } from './pools.ts';

const weighted = <T>(...choices: [number, Arbitrary<T>][]): Arbitrary<T> =>
  fc.oneof(
    { withCrossShrink: true },
    ...choices.map(([weight, arbitrary]) => ({ weight: Math.round(weight * 100), arbitrary })),
  );

const how: Arbitrary<How> = weighted<How>(
  [14, fc.constant('literal')],
  [5, fc.constant('variable')],
  [2, fc.constantFrom('strict', 'default', 'given', 'omitted')],
);

const leaf = (json: Arbitrary<unknown>): Arbitrary<Value> =>
  fc.record({ is: fc.constant('leaf' as const), json, how });

/** The type of the ids of a key, if it is not the filter's own type. */
const idKinds: Record<string, readonly string[]> = {
  'LinkFilter.to': ['Claim'],
  'LocationFilter.within': ['Location'],
  'FactionFilter.relatedTo': ['Faction'],
  'SourceFilter.affiliatedWith': ['Faction', 'Source'],
  'PlaceFilter.id': ['Location'],
  'PartyFilter.faction': ['Faction'],
  'SpeakerFilter.source': ['Source'],
  'ReportFilter.publisher': ['Source'],
  'ImportConflictFilter.record': ['Report', 'Source', 'Faction', 'Location', 'Claim'],
};

/** Texts that import conflicts have. */
const conflictWords: Record<string, readonly string[]> = {
  'ImportConflictFilter.field': ['statement', 'point', 'names'],
  'ImportConflictFilter.format': ['ucdp', 'acled'],
  'ImportConflictFilter.release': ['19.1', '23.1'],
};

const frequent = [
  'ClaimFilter.place',
  'ClaimFilter.party',
  'ClaimFilter.speaker',
  'ClaimFilter.occurred',
  'ClaimFilter.quantity',
  'SourceFilter.text',
  'QuantityFilter.category',
  'PlaceFilter.id',
  'PartyFilter.faction',
  'SpeakerFilter.source',
  'PeriodFilter.from',
  'PeriodFilter.to',
  'QuantityFilter.category',
];

const days = [
  '2018-06-18',
  '2018-06-19',
  '2018-06-30',
  '2018-07-01',
  '2018-07-05',
  '2018-07-10',
  '2018-07-14',
  '2018-07-15',
  '2019-01-01',
];
const badDays = ['2018-02-30', '10 July', '', '2018-7-1', '0000-01-01'];

/** Boxes around some points, also across the antimeridian. */
const box: Arbitrary<Value> = weighted<readonly number[]>(
  [10, fc.constantFrom([30.5, 31.5, 37.5, 34.5], [170, -1.5, -170, 1.5], [-200, 0, 1, 1])],
  [1, fc.constantFrom([1, 60, 2, 50], [1, -91, 2, 50])],
).map(([west, south, east, north]) => ({
  is: 'object',
  how: 'literal',
  keys: Object.entries({ west, south, east, north }).map(([key, json]): [string, Value] => [
    key,
    { is: 'leaf', json, how: 'literal' },
  ]),
}));

/** Outlines on which none of the points lies. */
const triangle = [
  [30.3, 31.2],
  [41.7, 32.6],
  [33.4, 38.9],
  [30.3, 31.2],
];
const hole = [
  [35.9, 32.6],
  [36.2, 32.6],
  [36.15, 32.9],
  [35.9, 32.6],
];
const outlines = [
  { type: 'Polygon', coordinates: [triangle] },
  { type: 'Polygon', coordinates: [triangle, hole] },
  {
    type: 'MultiPolygon',
    coordinates: [
      [triangle, hole],
      [
        [
          [-1.5, -1.5],
          [1.5, -1.5],
          [0.05, 1.5],
          [-1.5, -1.5],
        ],
      ],
    ],
  },
];
const badAreas = [
  { type: 'Point', coordinates: [36.1, 32.6] },
  { type: 'Polygon', coordinates: [[triangle[0], triangle[1], triangle[1], triangle[0]]] },
];

/** Arbitrary argument values for a schema. Most of them match something. */
export class Values {
  private readonly known = new Map<string, Arbitrary<Value>>();

  constructor(private readonly pools: Pools) {}

  /** A value of a type, for a key of an owner. */
  of(type: GraphQLInputType, owner: string, key: string, depth = 2): Arbitrary<Value> {
    const name = `${type} ${owner}.${key} ${depth}`;
    const known = this.known.get(name) ?? this.make(type, owner, key, depth);
    this.known.set(name, known);
    return known;
  }

  private make(
    type: GraphQLInputType,
    owner: string,
    key: string,
    depth: number,
  ): Arbitrary<Value> {
    if (!isNonNullType(type))
      return weighted([14, this.present(type, owner, key, depth)], [1, leaf(fc.constant(null))]);
    return this.present(type.ofType, owner, key, depth);
  }

  private present(
    type: GraphQLInputType,
    owner: string,
    key: string,
    depth: number,
  ): Arbitrary<Value> {
    if (isListType(type)) {
      const items = fc.array(this.of(type.ofType, owner, key, depth), {
        maxLength: isEnumType(getNamedType(type)) ? 8 : 3,
      });
      return fc.record({ is: fc.constant('list' as const), items, how, bare: fc.boolean() });
    }
    if (isEnumType(type)) return leaf(fc.constantFrom(...type.getValues().map(({ name }) => name)));
    if (isInputObjectType(type)) return this.object(type, depth);
    return leaf(this.scalar(getNamedType(type).name, owner, key));
  }

  private scalar(scalar: string, owner: string, key: string): Arbitrary<unknown> {
    const { pools } = this;
    switch (scalar) {
      case 'ID':
        return this.id(idKinds[`${owner}.${key}`] ?? [owner.replace('Filter', '')]);
      case 'Boolean':
        return fc.boolean();
      case 'Int':
        return weighted<number>(
          [10, fc.nat(12)],
          [8, fc.constantFrom(6_000, 2_147_483_647)],
          [1, fc.constant(-1)],
        );
      case 'Language':
        return fc.constantFrom('ar', 'en', 'AR-sy', 'en-GB', 'eng', 'fr');
      case 'DateTime':
        return fc.constantFrom(...pools.moments, '2018-07-01T00:00:00Z', '2099-01-01T00:00:00Z');
      case 'GeoJSON':
        return weighted<unknown>(
          [30, fc.constantFrom(...outlines)],
          [1, fc.constantFrom(...badAreas)],
        );
      case 'Float':
        return fc.double({ min: -90, max: 90, noNaN: true, noDefaultInfinity: true });
    }
    if (key === 'from' || key === 'to' || key === 'at')
      return weighted([80, fc.constantFrom(...days)], [1, fc.constantFrom(...badDays)]);
    const words = conflictWords[`${owner}.${key}`];
    if (words) return fc.constantFrom(...words, 'none');
    if (key === 'url') return fc.constantFrom(...pools.urls, 'https://example.org/none');
    return weighted<unknown>(
      [6, fc.constantFrom(...pools.texts)],
      [4, fc.constantFrom('a', 'ZAYZUN', 'É', 'σ', 'i', '%', '_', '\\', '', ' ', '🙂', '"')],
      [0.05, fc.constant('\0')],
    );
  }

  /** Ids of some types, sometimes of another type, unknown, or malformed. */
  id(types: readonly string[]): Arbitrary<string> {
    const all = Object.values(this.pools.ids).flat();
    const own = types.flatMap((type) => this.pools.ids[type] ?? []);
    const unknown = `${own[0]!.slice(0, 4)}01890000-0000-7000-8000-000000000000`;
    return weighted(
      [60, fc.constantFrom(...own)],
      [2, fc.constantFrom(...own).map((id) => id.slice(0, 4) + id.slice(4).toUpperCase())],
      [1, fc.constantFrom(...all)],
      [1, fc.constant(unknown)],
      [0.5, fc.constantFrom('clm_', 'none', '', unknown.slice(4), `${unknown}0`)],
    );
  }

  private object(type: GraphQLInputObjectType, depth: number): Arbitrary<Value> {
    if (type.name === 'ExternalIdInput') return this.externalId().map(([, value]) => value);
    if (type.name === 'NearInput') return this.near();
    if (type.name === 'BoundingBoxInput') return box;
    const fields = Object.values(type.getFields()).filter(
      (field) => depth > 0 || getNamedType(field.type) !== type,
    );
    const keys = (wanted: typeof fields) =>
      wanted.map((field) =>
        fc.tuple(fc.constant(field.name), this.of(field.type, type.name, field.name, depth - 1)),
      );
    const required = fields.filter(isRequiredInputField);
    const others = fields.filter((field) => !required.includes(field));
    // The keys that users need most, and enums, all of whose values must be tested.
    const often = others.filter(
      ({ name, type: of }) =>
        isEnumType(getNamedType(of)) || frequent.includes(`${type.name}.${name}`),
    );
    const chosen = fc.uniqueArray(fc.oneof(...keys([...others, ...often, ...often, ...often])), {
      selector: ([key]) => key,
      maxLength: 3,
    });
    return fc
      .record({
        is: fc.constant('object' as const),
        required: fc.tuple(...keys(required)),
        chosen,
        how,
      })
      .map(({ required: first, chosen: rest, ...object }) => ({
        ...object,
        keys: [...first, ...rest],
      }));
  }

  /** An external id, and the type of the record that has it. */
  externalId(): Arbitrary<[type: string, value: Value]> {
    const none = { type: 'CLAIM', system: 'wikidata', value: 'none' };
    return fc
      .tuple(
        weighted([12, fc.constantFrom(...this.pools.externalIds)], [1, fc.constant(none)]),
        how,
        how,
        how,
      )
      .map(([id, a, b, c]) => [
        id.type,
        {
          is: 'object',
          keys: [
            ['system', { is: 'leaf', json: id.system, how: a === 'omitted' ? 'literal' : a }],
            ['value', { is: 'leaf', json: id.value, how: b === 'omitted' ? 'literal' : b }],
          ],
          how: c,
        },
      ]);
  }

  private near(): Arbitrary<Value> {
    const offset = fc.constantFrom(0, 0.0001, 0.5, -3);
    const radius = weighted(
      [40, fc.constantFrom(0.001, 1, 10.5, 99, 1_000)],
      [1, fc.constantFrom(0, 1_000.5)],
    );
    return fc
      .tuple(fc.constantFrom(...this.pools.points), offset, radius, how, how)
      .map(([point, by, withinKm, a, b]) => ({
        is: 'object',
        keys: [
          ['lat', { is: 'leaf', json: Math.min(90, point.lat + by), how: a }],
          ['lon', { is: 'leaf', json: point.lon, how: 'literal' }],
          ['withinKm', { is: 'leaf', json: withinKm, how: 'literal' }],
        ],
        how: b,
      }));
  }
}

export { how, leaf, weighted };
