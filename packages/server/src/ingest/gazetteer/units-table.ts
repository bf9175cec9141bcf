import type { Batch } from '../batch.ts';
import type { ImportFormat } from '../format.ts';
import { assertColumnCount, type CsvRow, readCsv, restoreCsvRow } from '../read/csv.ts';
import { stageUnit, unitWrites } from './stage-unit.ts';
import { readUnitColumns } from './unit-columns.ts';
import { unitPoint } from './unit-point.ts';

/** The delimiters of {@link unitsTable}. */
export const unitDelimiters = [',', ';', '\t'] as const;

/** The columns of a header line, and its delimiter: the one that separates the most. */
export function splitHeader(line: string): { columns: string[]; delimiter: string } {
  const splits = unitDelimiters.map((delimiter) => ({
    delimiter,
    columns: line.split(delimiter).map((column) => column.trim().replace(/^"(.*)"$/, '$1')),
  }));
  return splits.reduce((best, each) => (each.columns.length > best.columns.length ? each : best));
}

/** Whether a table has a column with P-codes: its cells are then read by {@link unitsTable}. */
export function hasUnitCodes(columns: readonly string[]): boolean {
  const { levels, unlevelled, isoCode } = readUnitColumns(
    columns.map((column) => [column, 'XX01'] as const),
  );
  return [...levels.map(({ code }) => code), unlevelled.code, isoCode].some((code) => code !== '');
}

/**
 * A table of administrative units with P-codes of any level, such as OCHA's tables of one country,
 * or its list of the P-codes of all countries.
 */
export const unitsTable = (delimiter: string): ImportFormat<CsvRow> => ({
  name: 'gazetteer-units',
  description: 'administrative units by P-code, CSV',
  read: (file, { onHeader }) =>
    readCsv(
      file,
      { delimiter, hasMarksAsText: true, what: 'CSV file of administrative units' },
      onHeader,
    ),
  stage: stageRow,
  isGazetteer: true,
  restage: (raw, line, header) => restoreCsvRow(raw, line, header, { hasMarksAsText: true }),
  writes: unitWrites,
});

function stageRow(row: CsvRow, batch: Batch): void {
  assertColumnCount(row);
  const unit = readUnitColumns(row.columns.map((column) => [column, row.get(column) ?? '']));
  stageUnit(batch, unit, { point: unitPoint(unit, (issue) => batch.addProblem(issue)) });
}
