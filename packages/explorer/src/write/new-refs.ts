import type { RecordType } from '@claimgraph/sdk/operations';
import { createContext } from 'react';
import type { Draft } from './draft.ts';
import type { NewRef } from './refs.ts';

type NewRefs = { readonly [Type in RecordType]?: readonly NewRef<string>[] };

/** Records that the draft creates, offered to its other fields. */
export const NewRefsContext = createContext<NewRefs>({});

/** The records that a draft creates, each once. */
export function newRefsOf({
  publisher,
  authors,
  claims,
}: Pick<Draft, 'publisher' | 'authors' | 'claims'>): NewRefs {
  const affiliations = claims.flatMap((claim) => claim.affiliations);
  return {
    SOURCE: newOnes([
      publisher,
      ...authors,
      ...claims.flatMap(({ chains }) => chains.flat().map(({ source }) => source)),
      ...affiliations.map(({ source }) => source),
    ]),
    LOCATION: newOnes(claims.flatMap(({ places }) => places.map(({ place }) => place))),
    FACTION: newOnes([
      ...claims.flatMap(({ parties }) => parties.map(({ faction }) => faction)),
      ...claims.flatMap(({ figures }) =>
        figures.flatMap((figure) => [
          figure.faction,
          ...(figure.parts ?? []).map(({ faction }) => faction),
        ]),
      ),
      ...affiliations.map(({ to }) => to),
    ]),
    REPORT: newOnes(claims.flatMap(({ citations }) => citations.map(({ report }) => report))),
  };
}

type AnyRef = { readonly label: string; readonly id: string } | NewRef<string>;

function newOnes(refs: readonly (AnyRef | undefined)[]): NewRef<string>[] {
  const byText = new Map<string, NewRef<string>>();
  for (const ref of refs) if (ref && !('id' in ref)) byText.set(JSON.stringify(ref), ref);
  return [...byText.values()];
}
