import type { Tx } from '../history/write.ts';
import { checkReferences, replaceList } from '../records/writing.ts';
import { absent } from '../values/absent.ts';
import { badInput, Issues, type Path } from '../values/errors.ts';
import { keyOf, newKey } from '../values/ids.ts';
import type { QuantityInput } from './claim.inputs.ts';
import { Quantity, QuantityGroup } from './quantity.entity.ts';

interface Figure {
  input: QuantityInput;
  path: Path;
  /** The place of the figure that this one is a share of. */
  whole: number | null;
}

/** Makes these the claim's figures; each whole comes before its parts. Figures in the same place keep their ids. */
export async function setQuantities(tx: Tx, claimId: string, inputs: readonly QuantityInput[], path: Path): Promise<void> {
  const figures = flat(inputs, path);
  const issues = new Issues();
  for (const { input, path: at } of figures) issues.try(() => check(input, at));
  issues.refuse();
  await checkReferences(
    tx,
    figures.map(({ input, path: at }) => ({ type: 'Faction', id: input.factionId, path: [...at, 'factionId'] })),
  );
  const present = await tx.manager.find(Quantity, { where: { claimId } });
  const ids = figures.map((_, position) => present.find((each) => each.position === position)?.id ?? newKey());
  await replaceList(
    tx,
    Quantity,
    { claimId },
    figures.map(({ input, path: at, whole }, i) => ({
      id: ids[i],
      measure: input.measure,
      ...{
        min: input.min ?? null,
        best: input.best ?? null,
        max: input.max ?? null,
        approximate: input.approximate,
        asWritten: input.asWritten ?? null,
      },
      of: groupOf(input, at),
      partOf: whole === null ? null : ids[whole],
    })),
  );
}

function flat(inputs: readonly QuantityInput[], path: Path): Figure[] {
  const figures: Figure[] = [];
  for (const [i, input] of inputs.entries()) {
    const whole = figures.push({ input, path: [...path, i], whole: null }) - 1;
    for (const [j, part] of (input.parts ?? []).entries()) {
      const at = [...path, i, 'parts', j];
      if (part.parts?.length) throw badInput({ path: [...at, 'parts'], message: 'A part has no parts of its own.' });
      figures.push({ input: part, path: at, whole });
    }
  }
  return figures;
}

/** @throws Refusal naming the bound that contradicts another. */
function check({ min, best, max }: QuantityInput, path: Path): void {
  for (const [key, value] of Object.entries({ min, best, max })) {
    if (value != null && value < 0) throw badInput({ path: [...path, key], message: `${key} cannot be below 0.` });
  }
  if (min == null && best == null && max == null) throw badInput({ path: [...path, 'min'], message: 'A figure needs min, best or max.' });
  if (min != null && max != null && min > max) throw badInput({ path: [...path, 'min'], message: `min (${min}) is above max (${max}).` });
  if (best != null && min != null && best < min)
    throw badInput({ path: [...path, 'best'], message: `best (${best}) is below min (${min}).` });
  if (best != null && max != null && best > max)
    throw badInput({ path: [...path, 'best'], message: `best (${best}) is above max (${max}).` });
}

function groupOf({ category, factionId }: QuantityInput, path: Path): object {
  if (category == null && factionId == null) return absent(QuantityGroup);
  return { category: category ?? 'ANY', factionId: factionId == null ? null : keyOf(factionId, 'Faction', [...path, 'factionId']) };
}
