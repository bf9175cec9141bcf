import {
  factionByIdOptions,
  locationByIdOptions,
  sourceByIdOptions,
} from '@claimgraph/sdk/react-query';
import { skipToken, useQuery } from '@tanstack/react-query';
import { client } from '../data/client.ts';
import type { RecordId } from '../state/record-ids.ts';
import type { Selection } from '../state/selection.ts';
import { useSelection } from '../state/use-selection.tsx';
import { useLanguage } from '../words/language.ts';
import { RecordLink } from './record-link.tsx';

const withId = <Id extends string>(id: Id | undefined) => (id ? { id } : skipToken);

/** The place, faction, source and words of the selection, each with a button that removes it. */
export function NamedConditions() {
  const { words } = useLanguage();
  const { selection, change } = useSelection();
  const { place, faction, source, text } = selection;
  const placeLabel = useQuery(locationByIdOptions(client, withId(place))).data?.location?.label;
  const factionName = useQuery(factionByIdOptions(client, withId(faction))).data?.faction?.name;
  const sourceName = useQuery(sourceByIdOptions(client, withId(source))).data?.source?.name;
  const conditions: [keyof Selection, string, string | undefined, (RecordId | undefined)?][] = [
    ['place', words.aboutPlace, place && (placeLabel ?? '…'), place],
    ['faction', words.namesFaction, faction && (factionName ?? '…'), faction],
    ['source', words.saidBy, source && (sourceName ?? '…'), source],
    ['text', words.withWords, text],
  ];
  return conditions.map(
    ([key, preposition, label, id]) =>
      label && (
        <span key={key} className="condition">
          {preposition} {id ? <RecordLink id={id}>{label}</RecordLink> : <bdi>{label}</bdi>}
          <button
            type="button"
            aria-label={words.remove(label)}
            onClick={() => change({ [key]: undefined })}
          >
            ×
          </button>{' '}
        </span>
      ),
  );
}
