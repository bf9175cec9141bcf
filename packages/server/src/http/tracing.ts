import type { RequestListener } from 'node:http';
import { type Context, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import type { RootCompiler } from '../compiler/reader.ts';
import type { RunStatement } from '../compiler/snapshot.ts';
import type { TraceSettings } from '../config.ts';
import type { Caller } from '../values/caller.ts';
import { requestIdOf } from './request-id.ts';
import { routeName } from './request-log.ts';
import { callerOf } from './requests.ts';

/** Sends spans of requests and of their statements to an OpenTelemetry collector. */
export interface Tracing {
  aroundRequests(next: RequestListener): RequestListener;
  /** A span for each statement, below that of the request. */
  aroundStatements(run: RunStatement, caller: Caller): RunStatement;
  /** A span for each root field that is compiled, below that of the request. */
  aroundCompiling(reader: RootCompiler, caller: Caller): RootCompiler;
  /** Sends what waits. A collector that does not answer holds nothing up for long. */
  stop(): Promise<void>;
}

const getter = {
  keys: (headers: Record<string, unknown>) => Object.keys(headers),
  get: (headers: Record<string, unknown>, name: string) => {
    const value = headers[name];
    return typeof value === 'string' ? value : undefined;
  },
};

/**
 * Starts tracing. This file loads OpenTelemetry, so it is only imported when a collector is
 * configured. Spans contain no address, name, query, variable or value. Contexts are handed on
 * explicitly: Node's `AsyncLocalStorage` would slow every promise of the server.
 */
export function startTracing({ url, serviceName }: TraceSettings): Tracing {
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ 'service.name': serviceName }),
    spanProcessors: [
      new BatchSpanProcessor(new OTLPTraceExporter({ url, timeoutMillis: 2_000 }), {
        exportTimeoutMillis: 2_000,
      }),
    ],
  });
  const tracer = provider.getTracer('claimgraph');
  const propagator = new W3CTraceContextPropagator();
  const contexts = new WeakMap<Caller, Context>();
  return {
    aroundRequests: (next) => (request, response) => {
      const parent = propagator.extract(ROOT_CONTEXT, request.headers, getter);
      const route = routeName(request.url);
      const span = tracer.startSpan(
        `${request.method} ${route}`,
        {
          kind: SpanKind.SERVER,
          attributes: {
            'http.request.method': request.method,
            'http.route': route,
            'claimgraph.request_id': requestIdOf(response),
          },
        },
        parent,
      );
      contexts.set(callerOf(request), trace.setSpan(parent, span));
      response.once('close', () => {
        const { statusCode } = response;
        span.setAttribute('http.response.status_code', statusCode);
        if (statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
        span.end();
      });
      next(request, response);
    },
    aroundStatements: (run, caller) => async (statement) => {
      const span = tracer.startSpan(
        'statement',
        {
          kind: SpanKind.CLIENT,
          attributes: { 'db.system.name': 'postgresql', 'claimgraph.plan': statement.name },
        },
        contexts.get(caller),
      );
      try {
        return await run(statement);
      } catch (error) {
        // Not its message, which may quote values.
        span.setStatus({ code: SpanStatusCode.ERROR });
        throw error;
      } finally {
        span.end();
      }
    },
    aroundCompiling: (reader, caller) => ({
      compileRoot: (info, root) => {
        const span = tracer.startSpan('compile', {}, contexts.get(caller));
        try {
          return reader.compileRoot(info, root);
        } finally {
          span.end();
        }
      },
    }),
    stop: () => provider.shutdown().catch(() => undefined),
  };
}
