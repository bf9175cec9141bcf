import type { Tx } from '../history/write.ts';
import type { InputParser } from '../records/input-parser.ts';
import { replaceList, rowsOf } from '../records/rows.ts';
import { absent } from '../values/absent.ts';
import type { Path } from '../values/errors.ts';
import { idOf, newKey } from '../values/ids.ts';
import type { QuantityInput } from './claim-parts.inputs.ts';
import { Quantity, QuantityGroup } from './quantity.entity.ts';

export interface ParsedQuantity
  extends Pick<Quantity, 'measure' | 'min' | 'best' | 'max' | 'approximate' | 'asWritten'> {
  of: Pick<QuantityGroup, 'category' | 'factionId'>;
  /** The position in the list of the quantity that this one is a part of. Null: not a part. */
  partOf: number | null;
}

/** Parses a claim’s quantities into one list, in which each is followed by its parts. */
export function parseQuantities(
  parser: InputParser,
  inputs: readonly QuantityInput[],
  path: Path,
): ParsedQuantity[] {
  const quantities: ParsedQuantity[] = [];
  for (const [i, input] of inputs.entries()) {
    const whole = quantities.push(parseQuantity(parser, input, [...path, i], null)) - 1;
    for (const [j, part] of (input.parts ?? []).entries()) {
      const at = [...path, i, 'parts', j];
      if (part.parts?.length)
        parser.issues.add([...at, 'parts'], 'A part cannot have parts of its own.');
      if (part.measure !== input.measure)
        parser.issues.add(
          [...at, 'measure'],
          `A part must have the measure of its whole: ${input.measure}.`,
        );
      quantities.push(parseQuantity(parser, part, at, whole));
    }
  }
  return quantities;
}

function parseQuantity(
  parser: InputParser,
  input: QuantityInput,
  path: Path,
  partOf: number | null,
): ParsedQuantity {
  const { measure, min = null, best = null, max = null, approximate, asWritten = null } = input;
  checkBounds(parser, { min, best, max }, path);
  const factionId = parser.reference(input, ['faction', 'factionId'], 'Faction', path) ?? null;
  const of =
    input.category == null && factionId === null
      ? absent(QuantityGroup)
      : { category: input.category ?? 'ANY', factionId };
  return { measure, min, best, max, approximate, asWritten, of, partOf };
}

function checkBounds(
  { issues }: InputParser,
  bounds: Pick<ParsedQuantity, 'min' | 'best' | 'max'>,
  path: Path,
): void {
  const { min, best, max } = bounds;
  if (min === null && best === null && max === null)
    issues.add([...path, 'min'], 'A figure needs min, best or max.');
  for (const [key, value] of Object.entries(bounds))
    if (value !== null && value < 0) issues.add([...path, key], `${key} cannot be below 0.`);
  if (min !== null && max !== null && min > max)
    issues.add([...path, 'min'], `min (${min}) is above max (${max}).`);
  if (best !== null && min !== null && best < min)
    issues.add([...path, 'best'], `best (${best}) is below min (${min}).`);
  if (best !== null && max !== null && best > max)
    issues.add([...path, 'best'], `best (${best}) is above max (${max}).`);
}

/** The rows of the quantities of a new claim. */
export const newQuantityRows = (quantities: readonly ParsedQuantity[]) =>
  rowsWithIds(
    quantities,
    quantities.map(() => newKey()),
  );

const rowsWithIds = (quantities: readonly ParsedQuantity[], ids: readonly string[]) =>
  quantities.map((quantity, position) => ({
    ...quantity,
    id: ids[position],
    partOf: quantity.partOf === null ? null : ids[quantity.partOf],
  }));

/** Makes these the claim’s quantities. One that stays at its position keeps its id. */
export async function saveQuantities(
  tx: Tx,
  claimId: string,
  quantities: readonly ParsedQuantity[] | undefined,
): Promise<void> {
  if (!quantities) return;
  const present = await rowsOf(tx, Quantity).find({ claimId });
  const ids = quantities.map(
    (_, position) => present.find((row) => row.position === position)?.id ?? newKey(),
  );
  const rows = rowsWithIds(quantities, ids);
  const list = { recordId: idOf('Claim', claimId), field: 'quantities' };
  await replaceList(tx, Quantity, { claimId }, rows, list);
}
