import type { FactionId } from '@claimgraph/sdk/operations';
import { factionOnDayOptions } from '@claimgraph/sdk/react-query';
import { useQuery } from '@tanstack/react-query';
import { client } from '../data/client.ts';
import { ClaimItem } from '../list/claim-item.tsx';
import { useLanguage } from '../words/language.ts';
import { Relations } from './relations.tsx';

/** What is said about a faction on one day: its relations, and what it controls. */
export function FactionOnDay({ id, day }: { id: FactionId; day: string }) {
  const { words } = useLanguage();
  const { data } = useQuery(factionOnDayOptions(client, { id, day, first: 20 }));
  if (!data?.faction) return <p role="status">{words.loading}</p>;
  const { relations, controls } = data.faction;
  return (
    <>
      <Relations relations={relations} of={id} />
      <h3>{words.saidToControl}</h3>
      {controls.nodes.length === 0 && <p className="aside">{words.nothingSaid}</p>}
      <ol className="claims">
        {controls.nodes.map((claim) => (
          <li key={claim.id}>
            <ClaimItem claim={claim} />
          </li>
        ))}
      </ol>
    </>
  );
}
