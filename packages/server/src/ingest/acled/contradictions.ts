import { cleanSpacing } from '../../values/normalize.ts';
import type { NoteIssue } from '../problem.ts';
import { excerpt } from '../read/cells.ts';
import type { CsvRow } from '../read/csv.ts';
import type { RowParty } from '../stage/claim-row.ts';
import type { OccurredColumns } from '../stage/dates.ts';
import { interWordOf } from './codes.ts';

/** The event type of each sub-event type, both as the codebook has them, in lower case. */
const subEventTypesByType: Record<string, readonly string[]> = {
  battles: ['armed clash', 'government regains territory', 'non-state actor overtakes territory'],
  'explosions/remote violence': [
    'chemical weapon',
    'air/drone strike',
    'suicide bomb',
    'shelling/artillery/missile attack',
    'remote explosive/landmine/ied',
    'grenade',
  ],
  'violence against civilians': ['sexual violence', 'attack', 'abduction/forced disappearance'],
  protests: ['peaceful protest', 'protest with intervention', 'excessive force against protesters'],
  riots: ['violent demonstration', 'mob violence'],
  'strategic developments': [
    'agreement',
    'arrests',
    'change to group/activity',
    'disrupted weapons use',
    'headquarters or base established',
    'looting/property destruction',
    'non-violent transfer of territory',
    'other',
  ],
};

/** Words that the disorder type of an event type contains. */
const disorderTypes: Record<string, RegExp> = {
  battles: /political violence/,
  'explosions/remote violence': /political violence/,
  'violence against civilians': /political violence/,
  protests: /demonstrations/,
  riots: /demonstrations|political violence/,
  'strategic developments': /strategic developments/,
};

/**
 * Lists where columns of a row contradict each other, and cells that no field of a claim can hold.
 * The row is imported as it is.
 */
export function noteContradictions(
  row: CsvRow,
  parties: readonly RowParty[],
  occurred: OccurredColumns | null,
  note: NoteIssue,
): void {
  const cell = (column: string) => cleanSpacing(row.get(column) ?? '');
  const add = (kind: string, column: string, reason: string) =>
    note({ kind, column, value: excerpt(cell(column)), reason });
  const type = cell('event_type').toLowerCase();
  const subType = cell('sub_event_type').toLowerCase();
  const [ownType] =
    Object.entries(subEventTypesByType).find(([, subTypes]) => subTypes.includes(subType)) ?? [];
  if (ownType && type in subEventTypesByType && type !== ownType)
    add('TYPES_CONTRADICT', 'event_type', `${subType} is of ${ownType}. This was imported.`);
  const disorder = cell('disorder_type').toLowerCase();
  if (disorder !== '' && disorderTypes[type]?.test(disorder) === false)
    add('TYPES_CONTRADICT', 'disorder_type', `The event type is ${type}. This was imported.`);
  if (cell('civilian_targeting') !== '' && !parties.some(({ kind }) => kind === 'CIVILIANS'))
    add(
      'PARTIES_CONTRADICT',
      'civilian_targeting',
      'The row is marked as targeting civilians, but names none as a party.',
    );
  noteActors(cell, add);
  const [first, last] = [occurred?.occurred_earliest, occurred?.occurred_latest];
  const year = cell('year');
  if (first && last && year !== '' && (year < first.slice(0, 4) || year > last.slice(0, 4)))
    add('DATE_CONTRADICTS', 'year', `The date is ${cell('event_date')}. This was imported.`);
  if (cell('tags') !== '')
    add('NOT_USED', 'tags', 'Tags stay in the original row. No field of the claim has them.');
}

type AddIssue = (kind: string, column: string, reason: string) => void;

function noteActors(cell: (column: string) => string, add: AddIssue): void {
  const codes = [1, 2].map((side) => interWordOf(cell(`inter${side}`)));
  for (const [i, code] of codes.entries()) {
    const name = cell(`actor${i + 1}`);
    const [named] = /^(civilians|protesters|rioters)\b/i.exec(name) ?? [];
    if (named && code && named.toLowerCase() !== code)
      add('PARTIES_CONTRADICT', `inter${i + 1}`, `The actor is ${name}.`);
  }
  const interaction = interactionOf(cell('interaction'));
  const actors = codes.filter((code) => code !== undefined).sort();
  if (interaction && actors.length > 0 && interaction.join() !== actors.join())
    add('PARTIES_CONTRADICT', 'interaction', `inter1 and inter2 are ${actors.join(' and ')}.`);
}

/** The codes of the actors in `interaction`: `12`, `Rebel group-Civilians` or `Rioters only`. */
function interactionOf(text: string): string[] | undefined {
  const parts = /^\d{2}$/.test(text)
    ? [...text].filter((digit) => digit !== '0')
    : text.replace(/ only$/i, '').split('-');
  const words = parts.map(interWordOf).filter((word) => word !== undefined);
  return words.length === parts.length ? words.sort() : undefined;
}
