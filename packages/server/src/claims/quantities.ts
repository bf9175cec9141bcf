import type { Tx } from '../history/write.ts';
import { replaceList } from '../records/writing.ts';
import { absent } from '../values/absent.ts';
import { badInput, type Path } from '../values/errors.ts';
import { keyOf, newKey } from '../values/ids.ts';
import type { QuantityInput } from './claim.inputs.ts';
import { Quantity, QuantityGroup } from './quantity.entity.ts';

interface Figure {
  input: QuantityInput;
  path: Path;
  /** The place of the figure that this one is a share of. */
  whole: number | null;
  /** What that figure, or this one, counts. */
  measure: QuantityInput['measure'];
}

/** Makes these the claim's figures, checked before; each whole comes before its parts. Figures in the same place keep their ids. */
export async function setQuantities(
  tx: Tx,
  claimId: string,
  inputs: readonly QuantityInput[],
  path: Path,
): Promise<void> {
  const figures = figuresOf(inputs, path);
  const present = await tx.manager.find(Quantity, { where: { claimId } });
  const ids = figures.map(
    (_, position) => present.find((each) => each.position === position)?.id ?? newKey(),
  );
  const rows = figures.map(({ input, path: at, whole }, i) => ({
    id: ids[i],
    measure: input.measure,
    min: input.min ?? null,
    best: input.best ?? null,
    max: input.max ?? null,
    approximate: input.approximate,
    asWritten: input.asWritten ?? null,
    of: groupOf(input, at),
    partOf: whole === null ? null : ids[whole],
  }));
  await replaceList(tx, Quantity, { claimId }, rows);
}

/** Figures and their parts in one row. */
export function figuresOf(inputs: readonly QuantityInput[], path: Path): Figure[] {
  const figures: Figure[] = [];
  for (const [i, input] of inputs.entries()) {
    const whole =
      figures.push({ input, path: [...path, i], whole: null, measure: input.measure }) - 1;
    for (const [j, part] of (input.parts ?? []).entries())
      figures.push({ input: part, path: [...path, i, 'parts', j], whole, measure: input.measure });
  }
  return figures;
}

/** @throws Refusal naming the bound that contradicts another, or what makes a part no part. */
export function checkFigure({ input, path, whole, measure }: Figure): void {
  const { min, best, max } = input;
  const refuse = (key: string, message: string) => badInput({ path: [...path, key], message });
  if (whole !== null && input.parts?.length)
    throw refuse('parts', 'A part has no parts of its own.');
  if (input.measure !== measure)
    throw refuse('measure', `A part counts what its whole counts: ${measure}.`);
  for (const [key, value] of Object.entries({ min, best, max })) {
    if (value != null && value < 0) throw refuse(key, `${key} cannot be below 0.`);
  }
  if (min == null && best == null && max == null)
    throw refuse('min', 'A figure needs min, best or max.');
  if (min != null && max != null && min > max)
    throw refuse('min', `min (${min}) is above max (${max}).`);
  if (best != null && min != null && best < min)
    throw refuse('best', `best (${best}) is below min (${min}).`);
  if (best != null && max != null && best > max)
    throw refuse('best', `best (${best}) is above max (${max}).`);
}

function groupOf({ category, factionId }: QuantityInput, path: Path): object {
  if (category == null && factionId == null) return absent(QuantityGroup);
  return {
    category: category ?? 'ANY',
    factionId: factionId == null ? null : keyOf(factionId, 'Faction', [...path, 'factionId']),
  };
}
