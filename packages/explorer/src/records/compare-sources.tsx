import { isId } from '@claimgraph/sdk';
import { claimKinds, claimStatuses, reliabilities } from '@claimgraph/sdk/lists';
import type { ClaimFilter, SourceId } from '@claimgraph/sdk/operations';
import { claimStatisticsOptions, sourceByIdOptions } from '@claimgraph/sdk/react-query';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../data/client.ts';
import { useHits } from '../data/use-hits.ts';
import { Combobox } from '../parts/combobox.tsx';
import { RecordLink } from '../parts/record-link.tsx';
import { filterOf } from '../state/filter.ts';
import { useSelection } from '../state/use-selection.tsx';
import { useLanguage } from '../words/language.ts';
import { comparisonRows } from './comparison.ts';

/** Sets a source beside another one: how each was rated, and what each says, by kind and status. */
export function CompareSources({ id }: { id: SourceId }) {
  const { words } = useLanguage();
  const { selection, change } = useSelection();
  const filter = filterOf({ ...selection, open: undefined, source: undefined });
  const [text, setText] = useState('');
  const hits = useHits(text, ['SOURCE']).filter(({ record }) => record.id !== id);
  const { compare } = selection;
  return (
    <>
      <h2>{words.compare}</h2>
      <div className="search picker">
        <Combobox
          label={words.compareWith}
          placeholder={words.compareWith}
          text={text}
          onText={setText}
          options={hits}
          keyOf={({ record }) => record.id}
          render={({ label }) => <bdi>{label}</bdi>}
          onChoose={({ record }) => {
            if (isId('src', record.id)) change({ compare: record.id });
            setText('');
          }}
        />
      </div>
      {compare && compare !== id && <Comparison ids={[id, compare]} filter={filter} />}
    </>
  );
}

interface ComparisonProps {
  ids: readonly [SourceId, SourceId];
  filter: ClaimFilter;
}

function Comparison({ ids: [first, second], filter }: ComparisonProps) {
  const { words, label, number } = useLanguage();
  const sides = [useSide(first, filter), useSide(second, filter)];
  const rows = [
    ...comparisonRows(sides.map(({ byKind }) => byKind)).map(
      ([kind, counts]) => [label(claimKinds, kind), counts] as const,
    ),
    ...comparisonRows(sides.map(({ byStatus }) => byStatus)).map(
      ([status, counts]) => [label(claimStatuses, status), counts] as const,
    ),
  ];
  return (
    <table className="comparison">
      <thead>
        <tr>
          <th scope="col">{words.compare}</th>
          {sides.map(({ source, id }) => (
            <th scope="col" key={id}>
              <RecordLink id={id}>{source?.name ?? '…'}</RecordLink>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{words.reliability}</th>
          {sides.map(({ source, id }) => (
            <td key={id}>{source && label(reliabilities, source.reliability)}</td>
          ))}
        </tr>
        {rows.map(([name, counts]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {counts.map((count, i) => (
              <td key={sides[i]?.id}>{number(count)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What is known of one source: who it is, and how many events it speaks of. */
function useSide(id: SourceId, conditions: ClaimFilter) {
  const filter = { and: [conditions, { speaker: { source: [id] } }] };
  const { data: found } = useQuery(sourceByIdOptions(client, { id }));
  const kinds = useQuery(claimStatisticsOptions(client, { filter, by: ['KIND'] })).data;
  const statuses = useQuery(claimStatisticsOptions(client, { filter, by: ['STATUS'] })).data;
  return {
    id,
    source: found?.source,
    byKind: (kinds?.claimStats.buckets ?? []).map(({ kind, count }) => [kind, count] as const),
    byStatus: (statuses?.claimStats.buckets ?? []).map(
      ({ status, count }) => [status, count] as const,
    ),
  };
}
