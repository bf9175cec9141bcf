import type { Issue } from '@claimgraph/sdk';
import { useLanguage } from '../words/language.ts';
import { useWritingWords } from '../words/writing.ts';
import { Chosen } from './chosen.tsx';
import type { DraftAffiliation } from './draft.ts';
import { changeAt } from './lists.ts';
import { PartyPicker, SourcePicker } from './pickers.tsx';
import { TextField } from './text-field.tsx';
import { useRemoveAt } from './unchosen.ts';
import { useFocusAdded } from './use-focus-added.ts';

interface AffiliationsFieldProps {
  at: Issue['path'];
  affiliations: readonly DraftAffiliation[];
  onChange: (affiliations: readonly DraftAffiliation[]) => void;
}

/** Who belongs to whom, as the claim itself says. */
export function AffiliationsField({ at, affiliations, onChange }: AffiliationsFieldProps) {
  const words = useWritingWords();
  const { number } = useLanguage();
  const removeAt = useRemoveAt(at);
  const [list, focusAdded] = useFocusAdded<HTMLFieldSetElement>('.affiliation-field');
  const add = () => {
    onChange([...affiliations, { role: '' }]);
    focusAdded();
  };
  return (
    <fieldset ref={list}>
      <legend>{words.affiliations}</legend>
      <p className="aside">{words.affiliationsHint}</p>
      {affiliations.map((affiliation, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an affiliation has nothing else
        <div className="affiliation-field" key={i}>
          <AffiliationFields
            at={[...at, i]}
            affiliation={affiliation}
            onChange={(changes) => onChange(changeAt(affiliations, i, changes))}
          />
          <button
            type="button"
            className="quiet"
            onClick={() => onChange(removeAt(affiliations, i))}
          >
            {words.remove(words.affiliation(number(i + 1)))}
          </button>
        </div>
      ))}
      <button type="button" className="quiet" onClick={add}>
        + {words.addAffiliation}
      </button>
    </fieldset>
  );
}

interface AffiliationFieldsProps {
  at: Issue['path'];
  affiliation: DraftAffiliation;
  onChange: (changes: Partial<DraftAffiliation>) => void;
}

/** Who belongs to whom, and as what. */
export function AffiliationFields({ at, affiliation, onChange }: AffiliationFieldsProps) {
  const words = useWritingWords();
  const { source, to, role } = affiliation;
  return (
    <div className="fields row">
      <div className="field">
        <span className="aside">{words.member}</span>
        {source ? (
          <Chosen chosen={source} onRemove={() => onChange({ source: undefined })} />
        ) : (
          <SourcePicker
            label={words.member}
            at={[...at, 'sourceId']}
            onPick={(picked) => onChange({ source: picked })}
          />
        )}
      </div>
      <div className="field">
        <span className="aside">{words.belongsTo}</span>
        {to ? (
          <Chosen chosen={to} onRemove={() => onChange({ to: undefined })} />
        ) : (
          <PartyPicker
            label={words.belongsTo}
            at={[...at, 'toId']}
            onPick={(picked) => onChange({ to: picked })}
          />
        )}
      </div>
      <TextField
        label={words.memberRole}
        at={[...at, 'role']}
        value={role}
        hint={words.memberRoleHint}
        onChange={(next) => onChange({ role: next })}
      />
    </div>
  );
}
