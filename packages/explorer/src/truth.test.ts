import { claimKinds, labelOf } from '@claimgraph/sdk/lists';
import { describe, expect, test } from '@jest/globals';
import { originsOf } from './claim/origins.ts';
import { eventsOf } from './data/events.ts';
import { eventOf, markOf, placeOf, timeOf } from './data/mark.testing.ts';
import { isNotSaidToHaveHappened } from './data/mark.ts';
import { isQuotation } from './list/passage.ts';
import { figureOfTotal } from './list/totals.ts';
import { clusterEvents, placeEvents } from './map/cluster.ts';
import { shapeOf } from './map/doubt.ts';
import { caseWith } from './offline/case.testing.ts';
import { statisticsOf } from './offline/statistics.ts';
import { understandDate } from './said/said-date.ts';
import { understandFigure } from './said/said-figure.ts';
import { bandOf } from './time/band.ts';
import { languageOf } from './words/language.ts';
import { anchorOf } from './write/anchor.ts';
import { newClaim } from './write/draft.ts';

const [english, arabic] = [languageOf('en'), languageOf('ar')];
const noOutlines = () => false;
const outlines = { has: noOutlines, centerOf: () => undefined, cornersOf: () => [] };
const figure = { min: null, best: null, max: null, approximate: false };
const bandWith = (...[earliest, latest, parts]: Parameters<typeof timeOf>) =>
  bandOf(eventOf({ occurred: timeOf(earliest, latest, parts) }));

// Each test is a way in which a page could state more than is known. Those that need a browser are
// in `packages/server/src/explore/page-truth.test.ts`.

describe('figures', () => {
  test('1. a range is shown as a range, without a number in the middle', () => {
    expect(english.figure({ ...figure, min: 2, max: 4 })).toBe('2–4');
    expect(arabic.figure({ ...figure, min: 2, max: 4 })).toMatch(/2.*4/);
    expect(arabic.figure({ ...figure, min: 2, max: 4 })).not.toContain('3');
  });

  test('2. a figure that is open above says so', () => {
    expect(english.figure({ ...figure, min: 6_000 })).toBe('at least 6,000');
  });

  test('3. a total with an open figure is open', () => {
    const total = { figures: 2, sumMin: 9, sumBest: null, sumMax: null, withBest: 0 };
    expect(english.figure(figureOfTotal(total))).toBe('at least 9');
  });

  test('4. a total has a best estimate only if each of its figures has one', () => {
    const total = { figures: 2, sumMin: 3, sumBest: 4, sumMax: 9, withBest: 1 };
    expect(figureOfTotal(total).best).toBeNull();
  });

  test('5. "dozens" and "hundreds" are not made into a number', () => {
    expect([understandFigure('dozens'), understandFigure('hundreds')]).toEqual([
      undefined,
      undefined,
    ]);
  });

  test('6. "about 2,000" has no bounds that nobody gave', () => {
    expect(understandFigure('about 2,000')).toEqual({ ...figure, best: 2_000, approximate: true });
  });

  test('7. a part of a saved case has no totals of the whole', () => {
    const saved = caseWith({ id: '1' }, { id: '2', kind: 'CLASH' });
    expect(statisticsOf(saved, { kind: ['CLASH'] }, null)).toMatchObject({
      total: 1,
      buckets: [{ quantities: [] }],
    });
  });
});

describe('events', () => {
  test('8. a fear never counts as the event that is feared', () => {
    const fear = markOf({ modality: 'FEARED' });
    const event = markOf();
    const links = [{ from: { id: event.id }, to: { id: fear.id } }];
    expect(eventsOf([fear, { ...event, links }], isNotSaidToHaveHappened)).toHaveLength(2);
  });

  test('9. a denial and a prediction are no events either', () => {
    const happened = ['ASSERTED', 'ESTIMATED', 'ALLEGED', 'DENIED', 'FEARED', 'PREDICTED'].filter(
      (modality) => !isNotSaidToHaveHappened({ modality }),
    );
    expect(happened).toEqual(['ASSERTED', 'ESTIMATED', 'ALLEGED']);
  });

  test('10. claims about one event count once', () => {
    const [a, b] = [markOf(), markOf()];
    const link = { from: { id: a.id }, to: { id: b.id } };
    expect(eventsOf([a, { ...b, links: [link] }], isNotSaidToHaveHappened)).toHaveLength(1);
  });

  test('11. fears have a number of their own at each sign', () => {
    const places = [placeOf('COMMUNITY')];
    const events = [eventOf({ places }), eventOf({ places, modality: 'FEARED' })];
    const [sign] = clusterEvents(placeEvents(events, outlines).placed, 1);
    expect([sign?.events.length, sign?.fears.length]).toEqual([1, 1]);
  });
});

describe('places', () => {
  test('12. a district-level place is never a point', () => {
    expect(shapeOf(placeOf('COMMUNITY', { geoPrecision: 'DISTRICT' }), noOutlines).kind).toBe(
      'disc',
    );
    expect(shapeOf(placeOf('DISTRICT'), noOutlines).kind).toBe('disc');
  });

  test('13. an event somewhere in a country is not put anywhere in it', () => {
    const place = placeOf('COUNTRY', { geoPrecision: 'COUNTRY' });
    expect(shapeOf(place, noOutlines).kind).toBe('none');
    const { placed, unplaced } = placeEvents([eventOf({ places: [place] })], outlines);
    expect([placed.length, unplaced.length]).toEqual([0, 1]);
  });

  test('14. a place known only by description has no point', () => {
    const place = placeOf('DESCRIBED', { location: { point: null } });
    expect(shapeOf(place, noOutlines)).toEqual({ kind: 'none' });
  });

  test('15. an area never shares a sign with a place that is known exactly', () => {
    const events = [placeOf('COMMUNITY'), placeOf('DISTRICT')].map((place) =>
      eventOf({ places: [place] }),
    );
    expect(clusterEvents(placeEvents(events, outlines).placed, 1)).toHaveLength(2);
  });
});

describe('dates', () => {
  test('16. a month is not drawn on a day', () => {
    expect(bandWith('2018-07-01', '2018-07-31')?.form).toBe('within');
  });

  test('17. an approximate day is not drawn as that day', () => {
    expect(bandWith('2018-07-10', '2018-07-10', { approximate: true })?.form).toBe('within');
  });

  test('18. an inferred date is marked, drawn and in words', () => {
    expect(bandWith('2018-07-10', '2018-07-10', { basis: 'INFERRED' })?.isInferred).toBe(true);
    expect(english.date({ edtf: '2018-07-10', basis: 'INFERRED', extent: 'WITHIN' })).toContain(
      'inferred',
    );
  });

  test('19. an open end stays open, drawn and in words', () => {
    expect(bandWith('2018-06-19', null)).toMatchObject({ end: undefined });
    expect(english.date({ edtf: '2018-06-19/..', extent: 'WITHIN' })).toContain('open date');
  });

  test('20. an undated event is on no day', () => {
    expect(bandOf(eventOf())).toBeUndefined();
    expect(english.date(null)).toBe('undated');
  });

  test('21. what is not understood as a date, or depends on another day, is not guessed', () => {
    for (const text of ['yesterday', 'in July', '5/7/2018', 'after the prayer'])
      expect([text, 'problem' in understandDate(text)]).toEqual([text, true]);
  });
});

describe('words and sources', () => {
  test('22. only the report’s own words are quoted: no paraphrase, no excerpt', () => {
    const quoted = ['VERBATIM', 'TRANSLATION', 'EXCERPT', 'PARAPHRASE', 'NEW_KIND', null].filter(
      isQuotation,
    );
    expect(quoted).toEqual(['VERBATIM', 'TRANSLATION']);
  });

  test('23. an outlet that passes something on is not its origin', () => {
    const speakers = ['baker', 'outlet'].map((name) => ({ id: `src_${name}` as const, name }));
    const chain = speakers.map((source) => ({ source, capacity: 'UNSTATED', verb: null }));
    // Only what the function reads of a speaker is there.
    const claim = { id: 'clm_1', attributions: [{ chain }] } as unknown as Parameters<
      typeof originsOf
    >[0][number];
    expect(originsOf([claim]).map(({ name }) => name)).toEqual(['baker']);
  });

  test('24. words that a text has twice are not anchored at the first of them', () => {
    const report = { title: '', body: 'The well. The well.' };
    expect(anchorOf(report, { quote: 'The well' })).toEqual({ problem: 'several' });
  });

  test('25. a new claim has no kind, date, place, party or figure until somebody gives it', () => {
    expect(newClaim()).toMatchObject({ when: { text: '' }, places: [], parties: [], figures: [] });
    expect(newClaim()).not.toHaveProperty('kind');
  });

  test('26. a value of a newer server is shown as it is, not as another one', () => {
    expect(labelOf(claimKinds, 'NEW_KIND', 'ar')).toMatch(/new.kind/i);
  });
});
