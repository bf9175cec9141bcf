// A complete command-line program: who said what about a place in a period, as a table. A row is
// not a fact. It is what a source said, as a report has it.
//
//   node examples/01-who-said-what.mjs [url] [--place <P-code, id or name>]
//     [--from YYYY-MM-DD] [--to YYYY-MM-DD]

import { parseArgs } from 'node:util';
import { createClient, paginate, SdkError } from '@claimgraph/sdk';
import { formatChain, formatFuzzyDate, formatQuantity } from '@claimgraph/sdk/format';
import {
  ClaimsAtPlace,
  LocationById,
  Locations,
  LocationsByName,
} from '@claimgraph/sdk/operations';
import { headers } from './headers.mjs';

const usage =
  'Usage: node examples/01-who-said-what.mjs [url] [--place <P-code, id or name>] ' +
  '[--from YYYY-MM-DD] [--to YYYY-MM-DD]';

/** A problem that the user can fix. It is printed as one line, without a stack. */
class UserError extends Error {}

/** The command line. Defaults: Daraa governorate (OCHA P-code SY12), July 2018, this machine. */
function readArguments() {
  const day = { type: 'string' };
  let parsed;
  try {
    parsed = parseArgs({
      allowPositionals: true,
      options: { place: { type: 'string' }, from: day, to: day },
    });
  } catch (error) {
    throw new UserError(`${error.message.split('. ')[0]}. ${usage}`);
  }
  const { positionals, values } = parsed;
  const [url = 'http://localhost:4000/graphql', extra] = positionals;
  if (extra !== undefined)
    throw new UserError(`One address at most, but there is also "${extra}". ${usage}`);
  if (!URL.canParse(url) || !/^https?:/.test(url))
    throw new UserError(`"${url}" is not an address such as http://localhost:4000/graphql.`);
  for (const name of ['from', 'to']) {
    if (values[name] !== undefined && !isDay(values[name]))
      throw new UserError(`--${name} must be a day, YYYY-MM-DD, not "${values[name]}".`);
  }
  const noPeriod = values.from === undefined && values.to === undefined;
  const {
    place = 'SY12',
    from = noPeriod ? '2018-07-01' : undefined,
    to = noPeriod ? '2018-07-31' : undefined,
  } = values;
  if (from > to) throw new UserError(`The period ends (${to}) before it starts (${from}).`);
  return { url, place, from, to };
}

const isDay = (text) =>
  /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00Z`).toJSON()?.startsWith(text);

/** The place that the user means. Several places can share a name; then the user must choose. */
async function findPlace(client, text) {
  if (/^[a-z]{3}_/.test(text)) return (await client.execute(LocationById, { id: text })).location;
  const byCode = await client.execute(Locations, {
    filter: { externalId: { system: 'ocha-pcode', value: text.toUpperCase() } },
  });
  const [place] = byCode.locations.nodes;
  if (place) return place;

  const isSameName = (name) =>
    name.text.localeCompare(text, undefined, { sensitivity: 'base' }) === 0;
  const matches = await collect(
    paginate(client, LocationsByName, ({ locations }) => locations, { name: text }),
  );
  const exact = matches.filter(({ names }) => names.some(isSameName));
  const candidates = exact.length > 0 ? exact : matches;
  if (candidates.length === 1) return candidates[0];
  if (candidates.length === 0) throw new UserError(`No place has the name or P-code "${text}".`);
  const labels = candidates.slice(0, 10).map(({ label, kind, externalIds }) => {
    const code = externalIds.find(({ system }) => system === 'ocha-pcode')?.value;
    return `${label} (${words(kind)}${code ? `, ${code}` : ''})`;
  });
  const more = candidates.length - labels.length;
  if (more > 0) labels.push(`and ${more} more`);
  throw new UserError(`"${text}" can be several places. Use a P-code or id: ${labels.join('; ')}.`);
}

/** Collects all items of a paginated list. */
async function collect(items) {
  const result = [];
  for await (const item of items) result.push(item);
  return result;
}

const words = (constant) => constant.toLowerCase().replaceAll('_', ' ');

/** The speakers from the first to the outlet. Speakers side by side are several chains. */
const chains = (attributions) => attributions.map(({ chain }) => formatChain(chain)).join('; ');

const where = (places) =>
  places
    .map(({ role, location }) => `${role === 'AT' ? '' : `${words(role)} `}${location.label}`)
    .join('; ');

/** "at least 6,000 people displaced": open bounds stay open. Parts come after their whole. */
const howMany = (quantities) =>
  quantities
    .map((quantity) => {
      const noun = (number) => `${number} ${words(quantity.measure)}`;
      return (quantity.partOf ? 'of these ' : '') + formatQuantity(quantity, { noun });
    })
    .join('; ');

/** A feared event has not happened: everything that is not asserted says so. */
const what = ({ kind, modality }) =>
  modality === 'ASSERTED' ? words(kind) : `${words(kind)} (${words(modality)})`;

/** Cells wrap onto several lines. Only long statements are shortened, never a date or a figure. */
function table(claims, width) {
  const head = ['WHEN', 'WHO → OUTLET', 'SAYS', 'WHERE', 'HOW MANY', 'WHAT'];
  const rows = claims.map((claim) => [
    formatFuzzyDate(claim.occurred),
    chains(claim.attributions),
    claim.statement,
    where(claim.places),
    howMany(claim.quantities),
    what(claim),
  ]);
  const maxWidths = [22, 20, 80, 26, 16, 14];
  const widths = head.map((title, i) =>
    Math.min(maxWidths[i], Math.max(title.length, ...rows.map((row) => [...row[i]].length))),
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

const shorten = (lines, maxLines, width) =>
  lines.length <= maxLines
    ? lines
    : [...lines.slice(0, maxLines - 1), `${lines[maxLines - 1].slice(0, width - 1)}…`];

async function main() {
  const { url, place, from, to } = readArguments();
  const client = createClient({ url, headers });
  try {
    const { id, label } = await findPlace(client, place);
    // Undated claims may belong to the period. They are included, and marked as undated.
    const filter = { occurred: { from, to, unknown: true } };
    const claims = await collect(
      paginate(client, ClaimsAtPlace, ({ location }) => location?.claims, { id, filter }),
    );
    const period = [from && `from ${from}`, to && `to ${to}`].filter(Boolean).join(' ');
    if (claims.length === 0) {
      console.log(`No claims about ${label} or anything inside it, ${period}.`);
      return;
    }
    const undated = claims.filter(({ occurred }) => occurred === null).length;
    console.log(`Claims about ${label} and everything inside it, ${period}`);
    console.log(`\n${table(claims, process.stdout.columns ?? 160)}\n`);
    const noun = claims.length === 1 ? 'claim' : 'claims';
    const undatedNote = undated > 0 ? `, ${undated} of them undated` : '';
    console.log(`${claims.length} ${noun}${undatedNote}.`);
  } catch (error) {
    if (!(error instanceof SdkError)) throw error;
    if (error.kind === 'network' || error.kind === 'timeout') {
      throw new UserError(
        `${error.message} Is the server running? Start one with "npm start", or pass another ` +
          'address.',
      );
    }
    throw new UserError(error.message);
  }
}

try {
  await main();
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
