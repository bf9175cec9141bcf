import { expect, test } from '@jest/globals';
import { placeEvents } from '../map/cluster.ts';
import { bandOf } from '../time/band.ts';
import { countOf } from './events.ts';
import { eventsByPlace, eventsByTime } from './summaries.ts';

const outlines = { has: () => false, centerOf: () => undefined, cornersOf: () => [] };
const location = { id: 'loc_00000000-0000-7000-8000-000000000001', label: 'Qasr' } as const;

test('counted places keep their doubt: only an exact one is a point', () => {
  const at = { lat: 33, lon: 36, modality: 'ASSERTED', count: 7 };
  const events = eventsByPlace([
    { ...at, location: { ...location, kind: 'COMMUNITY' }, geoPrecision: 'EXACT' },
    { ...at, location: { ...location, kind: 'COMMUNITY' }, geoPrecision: 'DISTRICT' },
    { ...at, location: null, lat: null, lon: null },
  ]);
  const { placed, unplaced } = placeEvents(events, outlines);
  expect(placed.map(({ shape }) => shape.kind)).toEqual(['point', 'disc']);
  expect(countOf(unplaced.map(({ event }) => event))).toBe(7);
});

test('counted times keep their doubt: undated ones have no band', () => {
  const mark = { modality: 'FEARED', extent: 'WITHIN', isInferred: true, isVague: false, count: 3 };
  const [dated, open, undated] = eventsByTime([
    { ...mark, earliest: '2018-07-01', latest: '2018-07-31' },
    { ...mark, earliest: '2018-07-01', latest: null },
    { ...mark, earliest: null, latest: null },
  ]).map(bandOf);
  expect(dated).toMatchObject({ form: 'within', isInferred: true, isFear: true });
  expect(open).toMatchObject({ end: undefined });
  expect(undated).toBeUndefined();
});
