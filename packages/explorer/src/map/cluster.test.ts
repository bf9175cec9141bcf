import { describe, expect, test } from '@jest/globals';
import { eventOf, placeOf } from '../data/mark.testing.ts';
import { clusterEvents, placeEvents } from './cluster.ts';

const outlines = { has: () => false, centerOf: () => undefined, cornersOf: () => [] };
const at = (lat: number, lon: number, label = 'Qasr') =>
  placeOf('COMMUNITY', { point: { lat, lon }, location: { label } });
const wide = 1;
const narrow = 1e-7;

describe('signs of the map', () => {
  test('count an event once, however many of its places they cover', () => {
    const event = eventOf({ places: [at(33, 36, 'Qasr'), at(33.01, 36.01, 'Tell')] });
    const { placed } = placeEvents([event], outlines);
    const [cluster, ...others] = clusterEvents(placed, wide);
    expect(others).toEqual([]);
    expect(cluster).toMatchObject({ events: [event], labels: ['Qasr', 'Tell'] });
    expect(clusterEvents(placed, narrow)).toHaveLength(2);
  });

  test('never count fears, predictions and denials among events', () => {
    const said = eventOf({ places: [at(33, 36)] });
    const fears = ['FEARED', 'PREDICTED', 'DENIED'].map((modality) =>
      eventOf({ modality, places: [at(33, 36)] }),
    );
    const { placed } = placeEvents([...fears, said], outlines);
    expect(clusterEvents(placed, wide)).toMatchObject([{ events: [said], fears }]);
  });

  test('of exact places never cover areas', () => {
    const area = eventOf({ places: [placeOf('COMMUNITY', { geoPrecision: 'WITHIN_25_KM' })] });
    const exact = eventOf({ places: [placeOf('COMMUNITY')] });
    const clusters = clusterEvents(placeEvents([area, exact], outlines).placed, wide);
    expect(clusters.map(({ isExact, events }) => [isExact, events])).toEqual([
      [false, [area]],
      [true, [exact]],
    ]);
  });

  test('leave out what cannot be drawn, and it is listed', () => {
    const event = eventOf({ places: [placeOf('COUNTRY', { location: { label: 'Highlands' } })] });
    const placeless = eventOf();
    expect(placeEvents([event, placeless], outlines)).toEqual({
      placed: [],
      unplaced: [
        { event, labels: ['Highlands'] },
        { event: placeless, labels: [] },
      ],
    });
  });

  test('tell homonyms apart by their labels', () => {
    const event = eventOf({
      places: [at(33, 36, 'Qasr, North, Highlands'), at(33, 36, 'Qasr, South, Lowlands')],
    });
    const [cluster] = clusterEvents(placeEvents([event], outlines).placed, wide);
    expect(cluster?.labels).toEqual(['Qasr, North, Highlands', 'Qasr, South, Lowlands']);
  });
});
