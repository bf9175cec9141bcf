import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { tourQuestions, tours } from './tour.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

/** Texts that the answer to each question must contain. */
const answers: Record<string, string[]> = {
  HowManyDisplaced: [
    'Yasser al-Turkmani',
    'Diyaruna',
    '"comparator":"AT_LEAST","min":6000,"max":null',
  ],
  TownsEntered: ['Tal Shihab, Mzeireb, Daraa', 'C6033', 'Zayzun, Mzeireb, Daraa', 'C6037'],
  WhereTheyWent: ['Qunaitra', 'Horan', 'wooded land'],
  WhoControls: ['Jaish Khalid ibn al-Walid', 'AFFILIATE_OF', 'Islamic State'],
  WhoFormsTheAlliance: ['"measure":"FACTIONS"', '"best":11', 'Eleven active factions'],
  Fears: ['"modality":"FEARED"', 'the fear that has grown'],
  EverythingInside: [
    'Southern rural area, Daraa',
    'Sayda',
    '"min":6000',
    'Syrian government forces',
    '"totalCount":18',
  ],
  FindByName: ['"rule":"SPELLING","score":0.97', 'Tal Shihab, Mzeireb, Daraa'],
  HowClaimsStand: [
    '"kind":"REFINES"',
    '"kind":"CORROBORATES","sharedOrigin":"POSSIBLE"',
    'may be one origin',
  ],
  ActivistAndOfficer: [
    '"name":"Jumaa al-Masalma"',
    '"name":"Yasser al-Turkmani"',
    '"kind":"LOOTING"',
  ],
  WhenPublished: [
    '"edtf":"2018-07-10~","approximate":true,"basis":"INFERRED"',
    '"earliest":"2018-07-08","latest":"2018-07-14"',
  ],
  SourceRecord: ['"reliability":"F"', '"totalCount":26', '"status":"UNVERIFIED"'],
  FactionOnADay: ['BACKED_BY', 'Russia', 'Eastern rural area, Daraa', 'local activists'],
  RecordHistory: ['"action":"sample"', '"change":"CREATED"', 'Zayzun'],
  ByDay: ['"total":18', '"dimension":"DAY","unknown":2,"several":16'],
  ByWeekAndYear: ['"week":null', '"year":"2018","count":17'],
  ByArea: ['"name":"Daraa"', '"outside":'],
  ByOutlet: ['"name":"Diyaruna"', '"name":"local activists"'],
  ByVictim: ['"victim":null', '"unknown":'],
  ByPrecision: ['"dateWidth":26', '"citations":0'],
  LeftOut: ['"total":1,"leftOut":0,"fears":0', '"refuted":{"total":0}'],
  GovernoratesCompared: ['Daraa', '"leftOut":0'],
  PartyAndOutlet: ['Syrian government forces', '"name":"Diyaruna"', '"status":"UNVERIFIED"'],
  PartyInArea: ['Syrian government forces', '"kind":"ADVANCE"'],
  InBox: ['Sayda', '"lat":32.'],
  InOutline: ['"label":"Sayda', '"totalCount":'],
  WellDated: ['"latest":"2018-07-14"'],
  WellCited: ['"claims":{"totalCount":0'],
  LargeFigures: ['"min":6000', '"best":{"totalCount":0'],
  MostCited: ['Reported from Daraa', '"citedBy":{"totalCount":0'],
  ChangedSince: ['"claims":{"totalCount":26}'],
  RecordedSince: ['"claims":{"totalCount":26', '"createdAt":'],
  Withdrawn: ['"claims":{"totalCount":0', '"locations":{"totalCount":0'],
  Conflicts: ['"importConflicts":{"totalCount":0'],
  RecordReport: [
    '"name":"The Made-up Courier"',
    '"start":0,"end":24',
    'Tal Shihab, Mzeireb, Daraa',
    'Zayzun, Mzeireb, Daraa',
    '"warnings":[]',
  ],
  RecordedReport: ['"totalCount":4', '"modality":"FEARED"', '"action":"recordReport"'],
};

describe('the tour', () => {
  test('consists of named operations, each with its question as a comment', () => {
    expect(tourQuestions().map(({ name }) => name)).toEqual(Object.keys(answers));
    for (const { name, query } of tourQuestions())
      expect(query).toMatch(new RegExp(`^# .+\\n(query|mutation) ${name}\\b`));
  });

  test.each(tourQuestions())(
    '$name is answered from the sample',
    async ({ name, query, variables }) => {
      const text = JSON.stringify(await api.data(query, variables));
      for (const part of answers[name]!) expect(text).toContain(part);
    },
  );

  test.each(tours)('runs as one document with one set of variables: $key', async (tour) => {
    const { document, variables } = tour;
    const names = [...document.matchAll(/^(?:query|mutation) (\w+)/gm)].map(([, name]) => name!);
    expect(names.length).toBeGreaterThan(1);
    for (const operationName of names) {
      const response = await fetch(api.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...tour.headers },
        body: JSON.stringify({ query: document, operationName, variables }),
      });
      expect(await response.json()).toEqual({ data: expect.anything() });
    }
    for (const variable of Object.keys(variables)) expect(document).toContain(`$${variable}:`);
  });
});
