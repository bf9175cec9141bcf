import { factionKinds } from '@claimgraph/sdk/lists';
import type { ClaimFilter, FactionId } from '@claimgraph/sdk/operations';
import { factionByIdOptions } from '@claimgraph/sdk/react-query';
import { useQuery } from '@tanstack/react-query';
import { client } from '../data/client.ts';
import { isSavedCase } from '../offline/saved-case.ts';
import { DayField } from '../parts/day-field.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { useSelection } from '../state/use-selection.tsx';
import { useLanguage } from '../words/language.ts';
import { FactionOnDay } from './faction-on-day.tsx';
import { Names } from './names.tsx';
import { RecordClaims } from './record-claims.tsx';
import { RecordPage } from './record-page.tsx';
import { Relations } from './relations.tsx';
import { Withdrawn } from './withdrawn.tsx';

/** A faction: its relations and what it is said to control, at any time or on one day. */
export function FactionView({ id, filter }: { id: FactionId; filter: ClaimFilter }) {
  const { words, label } = useLanguage();
  const { selection, change } = useSelection();
  const { data, error } = useQuery(factionByIdOptions(client, { id }));
  const faction = data?.faction;
  if (error) return <Trouble error={error} />;
  if (!faction) return <p role="status">{words.loading}</p>;
  const { day } = selection;
  return (
    <RecordPage
      version={faction.version}
      isWithdrawn={Boolean(faction.withdrawn)}
      id={id}
      kicker={[label(factionKinds, faction.kind), faction.collective && words.collective]}
      title={faction.name}
      narrow={{ faction: id, open: undefined }}
    >
      <Withdrawn withdrawal={faction.withdrawn} />
      <Names title={faction.name} names={faction.names} externalIds={faction.externalIds} />
      <h2>{words.relations}</h2>
      {!isSavedCase && (
        <DayField
          label={words.onDay}
          value={day}
          end="first"
          onChange={(next) => change({ day: next })}
        />
      )}
      {day && !isSavedCase ? (
        <FactionOnDay id={id} day={day} />
      ) : (
        <Relations relations={faction.relations} of={id} />
      )}
      <RecordClaims filter={filter} by="KIND" />
    </RecordPage>
  );
}
