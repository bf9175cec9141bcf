/*
 * The weights of the cost model, and how well it predicts the CPU time of PostgreSQL.
 *
 *   node bench/cost.mjs measure URL SEED COUNT FILE   measure random operations on a ledger
 *   node bench/cost.mjs fit URL FILE…                 fit the weights to files, and write them
 *   node bench/cost.mjs judge URL FILE                compare estimates with a file, seen by no fit
 *
 * URL is that of a database which a server has migrated and filled. It needs Linux, and PostgreSQL
 * on this machine: it reads /proc/PID/schedstat.
 */
import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import { readCounts } from '../packages/server/dist/cost/counts.js';
import { counted } from '../packages/server/dist/cost/domain.js';
import { Estimator } from '../packages/server/dist/cost/estimator.js';
import { defaultWeight } from '../packages/server/dist/cost/weight.js';
import { dataSource, poolOf } from '../packages/server/dist/database/data-source.js';
import { schemaOf } from '../packages/server/dist/schema.js';
import { openMeter, statementCompiler } from './cost/collect.mjs';
import { FeatureModel } from './cost/features.mjs';
import { fit, judge, scaled } from './cost/fit.mjs';
import { graphql } from './cost/graphql.mjs';
import { randomOperations } from './cost/operations.mjs';
import { staticCost } from './cost/static.mjs';

const { getOperationAST, parse } = graphql;

const weightsFile = new URL('../packages/server/src/cost/weights.ts', import.meta.url);
/** Weights that differ less from what is usual for their kind, in logarithms, are left out. */
const leastDifference = 0.05;

const sum = (values) => values.reduce((total, value) => total + value, 0);

/** Measures operations until there are enough that the server accepts and PostgreSQL runs. */
async function measure({ database, schema, url }, seed, count, file) {
  const compile = statementCompiler(database, schema);
  const meter = await openMeter(url);
  const results = [];
  for await (const operation of randomOperations(database, Number(seed))) {
    const statements = await compile(operation);
    if (!statements?.length) continue;
    try {
      const cpus = [];
      for (const each of statements) cpus.push(await meter.measure(each));
      results.push({ ...operation, cpus });
    } catch (error) {
      console.error(`Left out, because PostgreSQL refused it: ${error.message}`);
    }
    if (results.length % 100 === 0) console.error(`${results.length} operations`);
    if (results.length === Number(count)) break;
  }
  writeFileSync(file, JSON.stringify(results));
  await meter.end();
}

/** The measured operations of a file, each with what a model says about its statements. */
async function readMeasured({ database, schema }, file, model, estimatesOf) {
  const compile = statementCompiler(database, schema, model);
  const operations = [];
  for (const operation of JSON.parse(readFileSync(file, 'utf8'))) {
    const statements = await compile(operation);
    if (statements?.length === operation.cpus.length)
      operations.push({ operation, estimates: estimatesOf(statements) });
  }
  return operations;
}

async function fitWeights(ledger, files) {
  const samples = [];
  for (const file of files) {
    const model = new FeatureModel(ledger.counts);
    for (const { operation, estimates } of await readMeasured(ledger, file, model, () =>
      model.take(),
    ))
      for (const [i, ms] of operation.cpus.entries()) samples.push({ ms, features: estimates[i] });
  }
  const weights = Object.entries(fit(samples))
    .filter(([name, ms]) => Math.abs(Math.log(ms / defaultWeight(name))) > leastDifference)
    .map(([name, ms]) => `${name} = ${ms}`);
  writeFileSync(
    weightsFile,
    `/**
 * Milliseconds of CPU time by name, separated by semicolons, see docs/cost.md. Written by
 * \`node bench/cost.mjs fit\`.
 */
export const weightsText = \`
${linesOf(weights).join('\n')}
\`;
`,
  );
}

/** Joins items to lines of the usual width. */
function linesOf(items) {
  const lines = [''];
  for (const item of items) {
    const line = `${lines.at(-1)}${item}; `;
    if (line.length <= 98) lines[lines.length - 1] = line;
    else lines.push(`${item}; `);
  }
  return lines.map((line) => line.trim());
}

async function judgeEstimates(ledger, file) {
  const estimator = new Estimator();
  estimator.learn(ledger.counts);
  const pairs = [];
  const byStaticWeights = [];
  for (const { operation, estimates } of await readMeasured(ledger, file, estimator, (statements) =>
    statements.map(({ cost }) => cost),
  )) {
    const ms = sum(operation.cpus);
    pairs.push({ ms, estimate: sum(estimates) });
    const document = parse(operation.query);
    const chosen = getOperationAST(document, operation.operationName);
    const estimate = staticCost(ledger.schema, document, chosen, operation.variables);
    byStaticWeights.push({ ms, estimate });
  }
  console.table({ model: judge(pairs), 'static weights': judge(scaled(byStaticWeights)) });
}

const [command, url, ...args] = process.argv.slice(2);
const commands = {
  measure: (ledger) => measure(ledger, ...args),
  fit: (ledger) => fitWeights(ledger, args),
  judge: (ledger) => judgeEstimates(ledger, ...args),
};
if (!commands[command] || !url) {
  console.error('node bench/cost.mjs measure|fit|judge URL …, see the start of the file.');
  process.exit(2);
}
const database = await dataSource(url).initialize();
const counts = await readCounts(poolOf(database), counted, 1);
await commands[command]({ database, schema: await schemaOf(), url, counts });
await database.destroy();
