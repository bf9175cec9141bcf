import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { startTracing } from './tracing.ts';

interface Span {
  name: string;
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  attributes: { key: string; value: { stringValue?: string; intValue?: number } }[];
}

/** A collector that takes spans by OTLP over HTTP, in JSON. */
const spans: Span[] = [];
const bodies: string[] = [];
const collector = createServer(async (request, response) => {
  let body = '';
  for await (const part of request) body += part;
  bodies.push(body);
  for (const { scopeSpans } of JSON.parse(body).resourceSpans)
    for (const scope of scopeSpans) spans.push(...scope.spans);
  response.setHeader('content-type', 'application/json').end('{}');
});

let api: Api;
beforeAll(async () => {
  await once(collector.listen(0, '127.0.0.1'), 'listening');
  const { port } = collector.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/v1/traces`;
  api = await startApi('sample', { tracing: startTracing({ url, serviceName: 'desk' }) });
});
afterAll(() => {
  collector.close();
});

test('spans of a request reach the collector, without what was asked', async () => {
  const traceId = '0af7651916cd43dd8448eb211c80319c';
  await api.data(
    '{ reports(filter: { text: "secretive" }) { totalCount } sources { totalCount } }',
  );
  await api.ask(
    '{ claims { totalCount } }',
    {},
    {
      traceparent: `00-${traceId}-b7ad6b7169203331-01`,
      'x-request-id': 'traced-1',
    },
  );
  await api.stop();
  const requests = spans.filter(({ name }) => name === 'POST /graphql');
  expect(requests).toHaveLength(2);
  const [first, second] = requests as [Span, Span];
  const below = (parent: Span) =>
    spans
      .filter(({ parentSpanId }) => parentSpanId === parent.spanId)
      .map(({ name }) => name)
      .sort();
  expect(below(first)).toEqual(['compile', 'compile', 'statement', 'statement']);
  expect(below(second)).toEqual(['compile', 'statement']);
  expect(second).toMatchObject({ traceId, parentSpanId: 'b7ad6b7169203331' });
  const attributes = Object.fromEntries(
    second.attributes.map(({ key, value }) => [key, value.stringValue ?? value.intValue]),
  );
  expect(attributes).toMatchObject({
    'http.request.method': 'POST',
    'http.response.status_code': 200,
    'claimgraph.request_id': 'traced-1',
  });
  expect(bodies.join()).toContain('desk');
  expect(bodies.join()).not.toMatch(/secretive|totalCount|select /);
});
