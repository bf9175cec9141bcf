import { claimLinkKinds, judgements } from '@claimgraph/sdk/lists';
import {
  type ClaimDetailFragment,
  type ClaimId,
  type ClaimLinkKind,
  type Judgement,
  LinkClaims,
} from '@claimgraph/sdk/operations';
import { SelectField } from '../parts/select-field.tsx';
import { useWritingWords } from '../words/writing.ts';
import { Chosen } from '../write/chosen.tsx';
import { ClaimPicker } from '../write/pickers.tsx';
import { Problems } from '../write/problems.tsx';
import { ActionForm } from './action-form.tsx';
import { useKept } from './use-kept.ts';

interface DraftLink {
  other?: { readonly id: ClaimId; readonly label: string } | undefined;
  kind?: ClaimLinkKind | undefined;
  sharedOrigin: Judgement;
  rationale: string;
}

const untouched: DraftLink = { sharedOrigin: 'UNKNOWN', rationale: '' };

/** Links a claim to another one, with its reason. The link reads from this claim to the other. */
export function LinkForm({ claim }: { claim: ClaimDetailFragment }) {
  const words = useWritingWords();
  const { value, change, clear } = useKept(`link ${claim.id}`, untouched);
  const { other, kind, sharedOrigin, rationale } = value;
  return (
    <ActionForm
      name={`link ${claim.id}`}
      title={words.link}
      rationale={rationale}
      onRationale={(text) => change({ rationale: text })}
      isReady={other !== undefined && kind !== undefined}
      write={async (execute) => {
        if (!other || !kind) return;
        const input = { fromId: claim.id, toId: other.id, kind, sharedOrigin, rationale };
        await execute(LinkClaims, { input });
      }}
      onDone={clear}
    >
      <SelectField
        label={words.linkKind}
        list={claimLinkKinds}
        none={words.choose}
        value={kind}
        onChange={(next) => change({ kind: next })}
      />
      {other ? (
        <Chosen chosen={other} onRemove={() => change({ other: undefined })} />
      ) : (
        <div className="field">
          <span className="aside">{words.otherClaim}</span>
          <ClaimPicker label={words.otherClaim} onPick={(picked) => change({ other: picked })} />
        </div>
      )}
      <Problems at={['toId']} />
      <SelectField
        label={words.sharedOrigin}
        list={judgements}
        value={sharedOrigin}
        onChange={(next) => next && change({ sharedOrigin: next })}
      />
    </ActionForm>
  );
}
