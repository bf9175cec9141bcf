import { isId } from '@claimgraph/sdk';
import { claimKinds, claimStatuses, isKnown, modalities } from '@claimgraph/sdk/lists';
import { dayNumber } from './days.ts';
import type {
  ClaimKind,
  ClaimStatus,
  FactionId,
  LocationId,
  Modality,
  RecordId,
  SourceId,
} from './record-ids.ts';

/** What the page shows. It is the page's address, so every view has a permalink. */
export interface Selection {
  place?: LocationId | undefined;
  faction?: FactionId | undefined;
  source?: SourceId | undefined;
  /** First and last day of the period, `YYYY-MM-DD`. */
  from?: string | undefined;
  to?: string | undefined;
  /** Only what surely happened in the period, not what may have. */
  surely?: boolean | undefined;
  kinds: readonly ClaimKind[];
  modalities: readonly Modality[];
  statuses: readonly ClaimStatus[];
  text?: string | undefined;
  /** The record in the reading column. Without one, it shows the list. */
  open?: RecordId | undefined;
  /** The source beside which the open one is set. */
  compare?: SourceId | undefined;
  /** What is done instead of reading: a report is written, or conflicts are decided. */
  task?: Task | undefined;
  /** The day on which a faction is looked at. */
  day?: string | undefined;
}

const tasks = ['write', 'review'] as const;
export type Task = (typeof tasks)[number];

export const emptySelection: Selection = { kinds: [], modalities: [], statuses: [] };

/** Reads a selection from a query string. What it does not understand, it leaves out. */
export function parseSelection(search: string): Selection {
  const query = new URLSearchParams(search);
  const place = query.get('place') ?? '';
  const faction = query.get('faction') ?? '';
  const source = query.get('source') ?? '';
  const open = query.get('open') ?? '';
  const compare = query.get('compare') ?? '';
  const list = (key: string) => (query.get(key) ?? '').split(',');
  const day = (key: string) => {
    const text = query.get(key) ?? '';
    return dayNumber(text) === undefined ? undefined : text;
  };
  return {
    place: isId('loc', place) ? place : undefined,
    faction: isId('fac', faction) ? faction : undefined,
    source: isId('src', source) ? source : undefined,
    from: day('from'),
    to: day('to'),
    surely: query.get('surely') === '1' || undefined,
    kinds: list('kind').filter((value) => isKnown(claimKinds, value)),
    modalities: list('modality').filter((value) => isKnown(modalities, value)),
    statuses: list('status').filter((value) => isKnown(claimStatuses, value)),
    text: query.get('text')?.trim() || undefined,
    compare: isId('src', compare) ? compare : undefined,
    open: isRecordId(open) ? open : undefined,
    task: tasks.find((task) => task === query.get('task')),
    day: day('day'),
  };
}

/** The query string of a selection; empty when nothing is selected. */
export function formatSelection(selection: Selection): string {
  const { kinds, modalities: puts, statuses, surely, ...texts } = selection;
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(texts)) if (value) query.set(key, value);
  if (surely) query.set('surely', '1');
  for (const [key, values] of Object.entries({ kind: kinds, modality: puts, status: statuses }))
    if (values.length) query.set(key, values.join(','));
  const text = query.toString().replaceAll('%2C', ',');
  return text && `?${text}`;
}

/** Whether a text is the id of a record of any type. */
export const isRecordId = (text: string): text is RecordId =>
  (['clm', 'loc', 'fac', 'src', 'rpt'] as const).some((prefix) => isId(prefix, text));

/** Whether claims are left out: whether any condition is set. */
export const isNarrowed = ({
  open: _open,
  day: _day,
  task: _task,
  compare: _compare,
  ...conditions
}: Selection): boolean => formatSelection(conditions) !== '';
