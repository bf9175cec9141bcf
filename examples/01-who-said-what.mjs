// Who said what about a place in a period, as a table. Nothing here is a fact: each row is what a source says, as a report tells it.
//
//   node examples/01-who-said-what.mjs [url] [--place <P-code, id or name>] [--from YYYY-MM-DD] [--to YYYY-MM-DD]

import { parseArgs } from 'node:util';
import { createClient, paginate, SdkError } from '@claimgraph/sdk';
import {
  ClaimsAtPlace,
  LocationById,
  Locations,
  LocationsByName,
} from '@claimgraph/sdk/operations';

const usage =
  'Usage: node examples/01-who-said-what.mjs [url] [--place <P-code, id or name>] [--from YYYY-MM-DD] [--to YYYY-MM-DD]';

/** Something a person can mend: told in one line, without a stack. */
class Complaint extends Error {}

/** The words of the command line. Left out: Daraa governorate (OCHA P-code SY12) in July 2018, on this machine. */
function readArguments() {
  const day = { type: 'string' };
  let given;
  try {
    given = parseArgs({
      allowPositionals: true,
      options: { place: { type: 'string' }, from: day, to: day },
    });
  } catch (error) {
    throw new Complaint(`${error.message.split('. ')[0]}. ${usage}`);
  }
  const { positionals, values } = given;
  const [url = process.env.CLAIMGRAPH_URL ?? 'http://localhost:4000/graphql', ...more] =
    positionals;
  if (more.length > 0)
    throw new Complaint(`One address at most, but there is also "${more[0]}". ${usage}`);
  if (!URL.canParse(url) || !/^https?:/.test(url))
    throw new Complaint(`"${url}" is not an address such as http://localhost:4000/graphql.`);
  for (const name of ['from', 'to']) {
    if (values[name] !== undefined && !isDay(values[name]))
      throw new Complaint(`--${name} must be a day, YYYY-MM-DD, not "${values[name]}".`);
  }
  const whole = values.from === undefined && values.to === undefined;
  const {
    place = 'SY12',
    from = whole ? '2018-07-01' : undefined,
    to = whole ? '2018-07-31' : undefined,
  } = values;
  if (from > to) throw new Complaint(`The period ends (${to}) before it starts (${from}).`);
  return { url, place, from, to };
}

const isDay = (text) =>
  /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00Z`).toJSON()?.startsWith(text);

/** The one place that is meant. Several may bear a name, and to choose among them is not ours. */
async function findPlace(client, wanted) {
  if (/^[a-z]{3}_/.test(wanted))
    return (await client.execute(LocationById, { id: wanted })).location;
  const byCode = await client.execute(Locations, {
    filter: { externalId: { system: 'ocha-pcode', value: wanted.toUpperCase() } },
  });
  const [coded] = byCode.locations.nodes;
  if (coded) return coded;

  const same = (text) => text.localeCompare(wanted, undefined, { sensitivity: 'base' }) === 0;
  const bearing = await all(
    paginate(client, LocationsByName, ({ locations }) => locations, { name: wanted }),
  );
  const exact = bearing.filter(({ names }) => names.some(({ text }) => same(text)));
  const candidates = exact.length > 0 ? exact : bearing;
  if (candidates.length === 1) return candidates[0];
  if (candidates.length === 0)
    throw new Complaint(`No place is called "${wanted}", and none has that P-code.`);
  const named = candidates.slice(0, 10).map(({ label, kind, externalIds }) => {
    const code = externalIds.find(({ system }) => system === 'ocha-pcode')?.value;
    return `${label} (${words(kind)}${code ? `, ${code}` : ''})`;
  });
  if (candidates.length > named.length) named.push(`and ${candidates.length - named.length} more`);
  throw new Complaint(
    `"${wanted}" may be several places; give a P-code or id. ${named.join('; ')}.`,
  );
}

/** All items of a list. */
async function all(items) {
  const found = [];
  for await (const item of items) found.push(item);
  return found;
}

const words = (constant) => constant.toLowerCase().replaceAll('_', ' ');

/** As exact as it is known, and no more: "~" is about, "?" is doubtful, "*" is concluded by whoever wrote the claim down. */
function when(occurred) {
  if (occurred === null) return 'undated';
  const one = (edtf) => {
    const [, day, mark] = /^(.*?)([~?%]?)$/.exec(edtf);
    return `${mark === '~' || mark === '%' ? '~' : ''}${day}${mark === '?' || mark === '%' ? '?' : ''}`;
  };
  const open = (edtf) => edtf === '' || edtf === '..';
  const { edtf, basis } = occurred;
  const [start, end] = edtf.split('/');
  const set = /^\[(.*)\]$/.exec(edtf);
  let text = `${one(start)} – ${one(end ?? '')}`;
  if (set) text = `one of ${set[1].replace('..', ' – ')}`;
  else if (end === undefined) text = one(start);
  else if (open(start)) text = `until ${one(end)}`;
  else if (open(end)) text = `from ${one(start)}`;
  return basis === 'INFERRED' ? `${text} *` : text;
}

/** First speaker → … → whoever told us; several chains when several were heard side by side. */
const chains = (attributions) =>
  attributions.map(({ chain }) => chain.map(({ source }) => source.name).join(' → ')).join('; ');

const where = (places) =>
  places
    .map(({ role, location }) => `${role === 'AT' ? '' : `${words(role)} `}${location.label}`)
    .join('; ');

/** "at least 6,000 people displaced": an open end stays open. Parts stand behind their whole. */
function howMany(quantities) {
  const number = (value) => (value === null ? '?' : value.toLocaleString('en'));
  const figure = ({ comparator, min, best, max }) => {
    if (comparator === 'AT_LEAST') return `at least ${number(min)}`;
    if (comparator === 'AT_MOST') return `at most ${number(max)}`;
    if (comparator === 'BETWEEN')
      return `${number(min)}–${number(max)}${best === null ? '' : `, best ${number(best)}`}`;
    return `${comparator === 'ABOUT' ? 'about ' : ''}${number(best ?? min ?? max)}`;
  };
  return quantities
    .map(
      (quantity) =>
        `${quantity.partOf ? 'of these ' : ''}${figure(quantity)} ${words(quantity.measure)}`,
    )
    .join('; ');
}

/** A fear is not an event: whatever is not plainly asserted says so. */
const what = ({ kind, modality }) =>
  modality === 'ASSERTED' ? words(kind) : `${words(kind)} (${words(modality)})`;

/** Cells run over several lines; a long statement alone is cut, so that no date, place or figure loses its end. */
function table(claims, width) {
  const head = ['WHEN', 'WHO → OUTLET', 'SAYS', 'WHERE', 'HOW MANY', 'WHAT'];
  const rows = claims.map((claim) => [
    when(claim.occurred),
    chains(claim.attributions),
    claim.statement,
    where(claim.places),
    howMany(claim.quantities),
    what(claim),
  ]);
  const widest = [14, 20, 80, 26, 16, 14];
  const widths = head.map((title, i) =>
    Math.min(widest[i], Math.max(title.length, ...rows.map((row) => [...row[i]].length))),
  );
  const others = widths.reduce((sum, each) => sum + each + 2, 0) - widths[2] - 2;
  widths[2] = Math.min(widths[2], Math.max(24, width - others));
  const line = (cells) =>
    widths
      .map((wide, i) => (cells[i] ?? '').padEnd(wide))
      .join('  ')
      .trimEnd();
  const lines = (row) => {
    const cells = row.map((cell, i) => wrap(cell, widths[i]));
    cells[2] = shorten(cells[2], 3, widths[2]);
    return Array.from({ length: Math.max(...cells.map(({ length }) => length)) }, (_, n) =>
      line(cells.map((cell) => cell[n])),
    ).join('\n');
  };
  return [
    line(head),
    line(widths.map((wide) => '-'.repeat(wide))),
    rows.map(lines).join('\n\n'),
  ].join('\n');
}

function wrap(text, width) {
  const lines = [''];
  for (const word of text.split(' ')) {
    const longer = lines.at(-1) === '' ? word : `${lines.at(-1)} ${word}`;
    if (longer.length <= width) lines[lines.length - 1] = longer;
    else lines.push(...(word.match(new RegExp(`.{1,${width}}`, 'gu')) ?? []));
  }
  return lines.filter((line, i) => line !== '' || i > 0);
}

const shorten = (lines, most, width) =>
  lines.length <= most
    ? lines
    : [...lines.slice(0, most - 1), `${lines[most - 1].slice(0, width - 1)}…`];

async function main() {
  const { url, place, from, to } = readArguments();
  const client = createClient({ url });
  try {
    const { id, label } = await findPlace(client, place);
    // Undated claims may lie in the period or not: they are shown, and say that they are undated.
    const filter = { occurred: { from, to, unknown: true } };
    const claims = await all(
      paginate(client, ClaimsAtPlace, ({ location }) => location?.claims, { id, filter }),
    );
    const period = [from && `from ${from}`, to && `to ${to}`].filter(Boolean).join(' ');
    if (claims.length === 0) {
      console.log(`Nothing is said about ${label}, or anything inside it, ${period}.`);
      return;
    }
    const undated = claims.filter(({ occurred }) => occurred === null).length;
    console.log(`What is said about ${label}, and all that lies inside it, ${period}`);
    console.log(`\n${table(claims, process.stdout.columns ?? 160)}\n`);
    const count = `${claims.length} claim${claims.length === 1 ? '' : 's'}${undated > 0 ? `, ${undated} of them undated` : ''}`;
    console.log(
      `${count}. "~" is about, "*" is inferred by whoever wrote the claim down, not stated.`,
    );
  } catch (error) {
    if (!(error instanceof SdkError)) throw error;
    if (error.kind === 'network' || error.kind === 'timeout') {
      throw new Complaint(
        `${error.message} Is the server running? "npm start" starts one; another address may be given first.`,
      );
    }
    throw new Complaint(error.message);
  }
}

try {
  await main();
} catch (error) {
  if (!(error instanceof Complaint)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
