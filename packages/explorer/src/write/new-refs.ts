import type { LocationId, Protection, RecordType } from '@claimgraph/sdk/operations';
import { createContext } from 'react';
import type { LatLon } from '../data/mark.ts';
import type { Draft } from './draft.ts';

/** A record that the draft creates. */
interface NewRef {
  readonly label: string;
  readonly kind: string;
  readonly point?: LatLon | undefined;
  readonly protection?: Protection | undefined;
  readonly parent?: { readonly id: LocationId; readonly label: string } | undefined;
}

type NewRefs = { readonly [Type in RecordType]?: readonly NewRef[] };

/** Records that the draft creates, offered to its other fields. */
export const NewRefsContext = createContext<NewRefs>({});

/** The records that a draft creates, each once. */
export function newRefsOf({ publisher, claims }: Draft): NewRefs {
  const speakers = claims.flatMap(({ chains }) => chains.flat().map(({ source }) => source));
  return {
    SOURCE: newOnes([...(publisher ? [publisher] : []), ...speakers]),
    LOCATION: newOnes(claims.flatMap(({ places }) => places.map(({ place }) => place))),
    FACTION: newOnes(claims.flatMap(({ parties }) => parties.map(({ faction }) => faction))),
  };
}

function newOnes(refs: readonly ({ label: string; id: string } | NewRef)[]): NewRef[] {
  const byText = new Map<string, NewRef>();
  for (const ref of refs) if (!('id' in ref)) byText.set(JSON.stringify(ref), ref);
  return [...byText.values()];
}
