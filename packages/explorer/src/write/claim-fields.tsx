import { claimKinds, modalities } from '@claimgraph/sdk/lists';
import { SelectField } from '../parts/select-field.tsx';
import { useLanguage } from '../words/language.ts';
import { useWritingWords } from '../words/writing.ts';
import { ChainsField } from './chains-field.tsx';
import { DateField } from './date-field.tsx';
import type { Draft, DraftClaim } from './draft.ts';
import { FiguresField } from './figures-field.tsx';
import { PassageField } from './passage-field.tsx';
import { PartiesField, PlacesField } from './places-field.tsx';
import { Problems } from './problems.tsx';
import { TextField } from './text-field.tsx';

interface ClaimFieldsProps {
  draft: Draft;
  claim: DraftClaim;
  index: number;
  /** Whether the words that are selected in the text become its passage. */
  isActive: boolean;
  onFocus: () => void;
  onChange: (changes: Partial<DraftClaim>) => void;
  /** Undefined: it is the only one. */
  onRemove: (() => void) | undefined;
}

/** The fields of one claim of a report. */
export function ClaimFields(props: ClaimFieldsProps) {
  const { draft, claim, index, isActive, onFocus, onChange, onRemove } = props;
  const words = useWritingWords();
  const { number } = useLanguage();
  const at = ['claims', index];
  const name = number(index + 1);
  return (
    <section
      className={isActive ? 'draft-claim active' : 'draft-claim'}
      aria-labelledby={`draft-claim-${claim.key}`}
      onFocus={onFocus}
    >
      <header>
        <h2 id={`draft-claim-${claim.key}`}>{words.claim(name)}</h2>
        {onRemove && (
          <button type="button" className="quiet" onClick={onRemove}>
            {words.removeClaim(name)}
          </button>
        )}
      </header>
      <PassageField at={[...at, 'passage']} draft={draft} claim={claim} onChange={onChange} />
      <TextField
        label={words.statement}
        at={[...at, 'statement']}
        value={claim.statement}
        hint={words.statementHint}
        rows={2}
        onChange={(statement) => onChange({ statement })}
      />
      <div className="fields row">
        <SelectField
          label={words.kind}
          list={claimKinds}
          none={words.choose}
          value={claim.kind}
          onChange={(kind) => onChange({ kind })}
        />
        <SelectField
          label={words.modality}
          list={modalities}
          value={claim.modality}
          onChange={(modality) => modality && onChange({ modality })}
        />
        <label className="tick">
          <input
            type="checkbox"
            checked={claim.isAggregate}
            onChange={({ target }) => onChange({ isAggregate: target.checked })}
          />{' '}
          {words.aggregate}
        </label>
        <Problems at={[...at, 'kind']} />
      </div>
      <ChainsField
        at={[...at, 'attributions']}
        chains={claim.chains}
        publisher={draft.publisher}
        onChange={(chains) => onChange({ chains })}
      />
      <DateField
        label={words.when}
        at={[...at, 'occurred']}
        value={claim.when}
        hint={words.whenHint}
        isSpan
        onChange={(when) => onChange({ when })}
      />
      <PlacesField
        at={[...at, 'places']}
        places={claim.places}
        onChange={(places) => onChange({ places })}
      />
      <PartiesField
        at={[...at, 'parties']}
        parties={claim.parties}
        onChange={(parties) => onChange({ parties })}
      />
      <FiguresField
        at={[...at, 'quantities']}
        figures={claim.figures}
        onChange={(figures) => onChange({ figures })}
      />
    </section>
  );
}
