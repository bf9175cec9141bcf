import { cutText } from '../../values/cut-text.ts';
import type { TableRow } from '../format.ts';
import { looksLikeNumber } from './numbers.ts';

/** A range of cells that a workbook shows as one, by the positions of its corners from 0. */
interface MergedRange {
  s: { r: number; c: number };
  e: { r: number; c: number };
}

/**
 * Fills the lower cells of merged ranges: a workbook stores the value with the uppermost one only,
 * but shows it beside all rows. A figure is not repeated, because it may be that of all rows
 * together. Both are issues of the row. Cells to the right stay empty: a value belongs to one
 * column.
 */
export function fillMergedCells(rows: readonly TableRow[], ranges: readonly MergedRange[]): void {
  const sorted = [...ranges]
    .filter(({ s, e }) => e.r > s.r)
    .sort((one, other) => one.s.r - other.s.r);
  let open: { range: MergedRange; column: string; value: string }[] = [];
  let next = 0;
  const [header] = rows;
  for (const row of rows) {
    const index = row.line - 1;
    open = open.filter(({ range }) => range.e.r >= index);
    for (const { range, column, value } of open) fillCell(row, range, column, value);
    for (; (sorted[next]?.s.r ?? Infinity) <= index; next++) {
      const range = sorted[next];
      const isData = row !== header && range?.s.r === index;
      const value = isData ? (row.cells[range.s.c] ?? '') : '';
      const column = (range && header?.cells[range.s.c]?.trim()) ?? '';
      if (range && value.trim() !== '') open.push({ range, column, value });
    }
  }
}

function fillCell(row: TableRow, { s }: MergedRange, column: string, value: string): void {
  const isFigure = looksLikeNumber(value);
  while (row.cells.length <= s.c) row.cells.push('');
  if (!isFigure) row.cells[s.c] = value;
  row.issues ??= [];
  row.issues.push({
    kind: 'MERGED_CELL',
    column: column || null,
    value: cutText(value, 200),
    reason: isFigure
      ? `The cell is merged with that of row ${s.r + 1}. The figure may be that of all these ` +
        'rows together, so it was left out here.'
      : `The cell is merged with that of row ${s.r + 1}. Its value was taken.`,
  });
}
