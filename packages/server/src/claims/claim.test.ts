import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

describe('claims', () => {
  test('one root field is one statement at any depth', async () => {
    const sent = await api.statements(() =>
      api.data(
        '{ claims { nodes { report { claims { nodes { links { to { places { location { children { nodes { claims { totalCount } } } } } } } } } } } } }',
      ),
    );
    expect(sent).toHaveLength(1);
  });
});
