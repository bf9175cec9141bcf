import type { Issue } from '@claimgraph/sdk';
import { partyRoles, placeRoles } from '@claimgraph/sdk/lists';
import { SelectField } from '../parts/select-field.tsx';
import { useWritingWords } from '../words/writing.ts';
import { Chosen } from './chosen.tsx';
import type { DraftClaim } from './draft.ts';
import { changeAt, removeAt } from './lists.ts';
import { FactionPicker, PlacePicker } from './pickers.tsx';
import { Problems } from './problems.tsx';

interface PlacesFieldProps {
  at: Issue['path'];
  places: DraftClaim['places'];
  onChange: (places: DraftClaim['places']) => void;
}

/** The places that a claim names. */
export function PlacesField({ at, places, onChange }: PlacesFieldProps) {
  const words = useWritingWords();
  return (
    <fieldset>
      <legend>{words.places}</legend>
      {places.map(({ place, role }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a place may be named twice
        <div className="fields row" key={i}>
          <Chosen chosen={place} onRemove={() => onChange(removeAt(places, i))} />
          <SelectField
            label={words.role}
            list={placeRoles}
            value={role}
            onChange={(next) => next && onChange(changeAt(places, i, { role: next }))}
          />
          <Problems at={[...at, i]} />
        </div>
      ))}
      <PlacePicker
        label={words.addPlace}
        at={at}
        onPick={(place) => onChange([...places, { place, role: 'AT' }])}
      />
    </fieldset>
  );
}

interface PartiesFieldProps {
  at: Issue['path'];
  parties: DraftClaim['parties'];
  onChange: (parties: DraftClaim['parties']) => void;
}

/** The factions that a claim names. Nobody is made the actor by default. */
export function PartiesField({ at, parties, onChange }: PartiesFieldProps) {
  const words = useWritingWords();
  return (
    <fieldset>
      <legend>{words.parties}</legend>
      {parties.map(({ faction, role }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a faction may have two roles
        <div className="fields row" key={i}>
          <Chosen chosen={faction} onRemove={() => onChange(removeAt(parties, i))} />
          <SelectField
            label={words.role}
            list={partyRoles}
            none={words.choose}
            value={role}
            onChange={(next) => onChange(changeAt(parties, i, { role: next }))}
          />
          <Problems at={[...at, i]} />
        </div>
      ))}
      <FactionPicker
        label={words.addParty}
        at={at}
        onPick={(faction) => onChange([...parties, { faction, role: undefined }])}
      />
    </fieldset>
  );
}
