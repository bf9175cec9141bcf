import type { Tx } from '../history/write.ts';
import type { InputParser } from '../records/input-parser.ts';
import { rowsOf } from '../records/rows.ts';
import { warnIfShortened } from '../records/warn-shortened.ts';
import type { Path } from '../values/errors.ts';
import { idOf } from '../values/ids.ts';
import { LocationOverlap } from './area.entity.ts';
import type { ParsedLocation } from './location.write.ts';

/**
 * Checks that a location lies neither inside itself nor inside an area that it overlaps. The
 * database refuses a cycle too, but cannot name the field.
 */
export async function checkAreas(
  tx: Tx,
  parser: InputParser,
  key: string,
  location: ParsedLocation,
): Promise<void> {
  const containing = parser.references.filter(({ path }) => isContaining(path, location.path));
  for (const area of containing) {
    const [{ inside, overlaps }] = await tx.manager.query(insideOrOverlapping, [area.key, key]);
    if (inside)
      parser.issues.add(
        area.path,
        `${area.id} is this location or lies inside it. A location cannot be inside itself.`,
      );
    if (overlaps && location.overlaps === undefined)
      parser.issues.add(
        area.path,
        `This location overlaps ${area.id} or an area that contains it: change overlaps too.`,
      );
  }
  if (location.overlaps?.length) await checkOverlaps(tx, parser, key, location, location.overlaps);
}

/** The fields that refer to the areas around a location. */
const containingFields = ['parent', 'parentId', 'alsoIn', 'alsoInIds'];

/** Whether a path is of a reference to an area around the location, not around one inside `new`. */
function isContaining(path: Path, location: Path): boolean {
  const isOfLocation = location.every((step, i) => path[i] === step);
  const [field, ...rest] = path.slice(location.length);
  return isOfLocation && containingFields.includes(String(field)) && !rest.includes('new');
}

/**
 * Whether the area $1 lies inside the location $2, and whether it, or an area around it, overlaps
 * it.
 */
const insideOrOverlapping = `
  select exists (select from location_within where location_id = $1 and ancestor_id = $2) as inside,
    exists (
      select from location_within w join location_overlap o
        on o.low_id = w.ancestor_id and o.high_id = $2
        or o.high_id = w.ancestor_id and o.low_id = $2
      where w.location_id = $1
    ) as overlaps`;

async function checkOverlaps(
  tx: Tx,
  { issues }: InputParser,
  key: string,
  { path, columns, alsoIn, overlapsField }: ParsedLocation,
  overlaps: readonly string[],
): Promise<void> {
  const at = [...path, overlapsField];
  if (overlaps.includes(key)) issues.add(at, 'A location cannot overlap itself.');
  const [{ nested }] = await tx.manager.query(containsOrIsInside, [
    key,
    overlaps.filter((each) => each !== key),
    columns.parentId,
    columns.parentId === undefined,
    alsoIn ?? null,
  ]);
  if (nested)
    issues.add(
      at,
      'One of the two areas contains the other. Areas can overlap only if neither contains the ' +
        'other.',
    );
}

/**
 * Whether the location $1 will contain one of the areas $2, or lie inside one: its areas are then
 * its parent ($3, or the present one if $4) and those of $5 (or the present ones if it is null).
 */
const containsOrIsInside = `
  with area as (
    select $3::uuid as id where not $4
    union all select parent_id from location where id = $1 and $4
    union all select unnest($5::uuid[])
    union all select area_id from location_also_in where location_id = $1 and $5::uuid[] is null
  )
  select exists (
      select from location_within w join area on area.id = w.location_id
      where w.ancestor_id = any($2::uuid[])
    ) or exists (
      select from location_within where ancestor_id = $1 and location_id = any($2::uuid[])
    ) as nested`;

type Pair = Pick<LocationOverlap, 'lowId' | 'highId'>;

/** Makes these the areas that the location overlaps. A pair is one row, the smaller key first. */
export async function saveOverlaps(
  tx: Tx,
  key: string,
  { overlaps: others, overlapsField }: ParsedLocation,
): Promise<void> {
  if (!others) return;
  const { manager } = tx;
  const pairs = others.map(
    (other): Pair => (other < key ? { lowId: other, highId: key } : { lowId: key, highId: other }),
  );
  const present = await manager.find(LocationOverlap, { where: [{ lowId: key }, { highId: key }] });
  const list = { recordId: idOf('Location', key), field: overlapsField };
  warnIfShortened(tx, list, present.length, others.length);
  const rows = rowsOf(tx, LocationOverlap);
  await rows.delete(present.filter((row) => !pairs.some((pair) => isSame(row, pair))));
  rows.insert(pairs.filter((pair) => !present.some((row) => isSame(row, pair))));
}

const isSame = (one: Pair, other: Pair): boolean =>
  one.lowId === other.lowId && one.highId === other.highId;
