/**
 * Makes a file of UCDP events longer: it repeats the rows with new ids and shifted dates until
 * there are enough. Files are streamed.
 */

import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { repository } from '../paths.mjs';

const require = createRequire(join(repository, 'packages/server/package.json'));
const { parse } = require('csv-parse');

const dates = /\b(20\d\d)-(\d\d)-(\d\d)\b/g;
const csvCell = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/**
 * @param {string} from
 * @param {string} to
 * @param {number} rows
 */
export async function writeLongerFile(from, to, rows) {
  const out = createWriteStream(to);
  let written = 0;
  for (let round = 0; written < rows; round++) {
    let columns;
    for await (const cells of createReadStream(from).pipe(
      parse({ bom: true, relax_column_count: true }),
    )) {
      if (!columns) {
        columns = cells;
        if (round === 0) out.write(`${cells.map(csvCell).join(',')}\n`);
        continue;
      }
      if (written === rows) break;
      written += 1;
      const shifted = cells.map((text, i) => {
        if (columns[i] === 'id') return String(Number(text) + round * 10_000_000);
        return round > 0 && /^(source_article|source_date|date_start|date_end)$/.test(columns[i])
          ? text.replaceAll(dates, (day) => shiftDay(day, round))
          : text;
      });
      if (!out.write(`${shifted.map(csvCell).join(',')}\n`)) await once(out, 'drain');
    }
  }
  out.end();
  await once(out, 'close');
}

/** Moves a day back by three days per round, so that no date is in the future. */
function shiftDay(day, round) {
  const time = Date.parse(day);
  return Number.isNaN(time)
    ? day
    : new Date(time - round * 86_400_000 * 3).toISOString().slice(0, 10);
}
