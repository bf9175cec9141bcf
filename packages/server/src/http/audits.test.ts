import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import { type Api, startApi } from '../testing/api.ts';

/*
 * The audits of the GraphQL over HTTP specification, as its working group publishes them:
 * https://github.com/graphql/graphql-http
 */

/** Audits that are answered with a warning, with the reason. */
const allowedWarnings: Record<string, string> = {
  '572B':
    'A text that cannot be parsed is 400 for application/json, too, as Apollo answers it. ' +
    'Proxies and monitors count it as a failure, and clients read the same errors.',
  FDE2: 'The same for an operation that is not valid.',
  '7B9B': 'The same for variables of a wrong type.',
};

describe.each([true, false])('with the fast path: %s', (fastPath) => {
  let api: Api;
  beforeAll(async () => {
    api = await startApi('ledger', { fastPath });
  });
  afterAll(() => api.stop());

  test('the server follows GraphQL over HTTP', async () => {
    const audits = serverAudits({ url: api.url });
    expect(audits.length).toBeGreaterThan(50);
    const results = [];
    for (const audit of audits) results.push({ id: audit.id, result: await audit.fn() });
    const errors = results.filter(({ result: { status } }) => status === 'error');
    expect(errors.map(({ id, result }) => [id, 'reason' in result && result.reason])).toEqual([]);
    const warnings = results.filter(({ result: { status } }) => status === 'warn');
    expect(warnings.map(({ id }) => id).sort()).toEqual(Object.keys(allowedWarnings).sort());
    expect(warnings.length).toBeLessThanOrEqual(3);
    expect(api.faults).toEqual([]);
  });
});
