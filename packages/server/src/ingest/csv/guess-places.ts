import { normalizeForComparison } from '../../values/normalize.ts';
import { parseDegrees } from '../read/numbers.ts';
import type { SampleRows } from './guess.ts';
import type { NoteGuess } from './guess-dates.ts';
import { headerText, headerWords } from './header-words.ts';

/** In degrees. Points of one place are nearer to each other than about 20 km. */
const farApart = 0.2;

const maxNames = 10;

/**
 * Notes what leaves open which place a row means: other columns that may have it, and names that
 * occur in different units or far apart.
 */
export function noteAmbiguousPlaces(
  { columns, rows }: SampleRows,
  place: Record<string, string>,
  used: ReadonlySet<string | undefined>,
  note: NoteGuess,
): void {
  const { name: column, latitude, longitude, ...units } = place;
  const words: readonly string[] = headerWords.name;
  const others = columns.filter(
    (each) =>
      !used.has(each) &&
      headerText(each)
        .split(' ')
        .some((word) => words.includes(word)),
  );
  if (column && others.length > 0)
    note(`The place is taken from ${column}, but may also be in ${others.join(', ')}.`);
  if (!column) return;
  const seen = new Map<string, { name: string; units: string; lat?: number; lon?: number }>();
  const ambiguous = new Set<string>();
  for (const get of rows) {
    const name = get(column);
    if (name === '') continue;
    const unitNames = Object.values(units).map((unit) => normalizeForComparison(get(unit)));
    const lat = latitude ? parseDegrees(get(latitude).replace(',', '.'), 90) : undefined;
    const lon = longitude ? parseDegrees(get(longitude).replace(',', '.'), 180) : undefined;
    const here = {
      name,
      units: unitNames.join('|'),
      ...(lat !== undefined && { lat }),
      ...(lon !== undefined && { lon }),
    };
    const earlier = seen.get(normalizeForComparison(name));
    if (!earlier) seen.set(normalizeForComparison(name), here);
    else if (
      earlier.units !== here.units ||
      isFar(earlier.lat, here.lat) ||
      isFar(earlier.lon, here.lon)
    )
      ambiguous.add(earlier.name);
  }
  if (ambiguous.size === 0) return;
  const names = [...ambiguous].slice(0, maxNames).join(', ');
  note(
    'These names of places occur in different units or far apart, so they may be several places: ' +
      `${names}${ambiguous.size > maxNames ? ', …' : ''}. ` +
      'Map every unit around them and their points.',
  );
}

const isFar = (one: number | undefined, other: number | undefined): boolean =>
  one !== undefined && other !== undefined && Math.abs(one - other) > farApart;
