import { claimStatuses, credibilities } from '@claimgraph/sdk/lists';
import {
  AssessClaim,
  type ClaimDetailFragment,
  type ClaimStatus,
  type Credibility,
} from '@claimgraph/sdk/operations';
import { SelectField } from '../parts/select-field.tsx';
import { useWritingWords } from '../words/writing.ts';
import { ActionForm } from './action-form.tsx';
import { useKept } from './use-kept.ts';

interface Assessment {
  status?: ClaimStatus | undefined;
  credibility?: Credibility | undefined;
  rationale: string;
}

const untouched: Assessment = { rationale: '' };

/** Judges a claim: its status and its credibility, apart from the reliability of its source. */
export function AssessForm({ claim }: { claim: ClaimDetailFragment }) {
  const words = useWritingWords();
  const { value, change, clear } = useKept(`assess ${claim.id}`, untouched);
  const { status, credibility, rationale } = value;
  return (
    <ActionForm
      name={`assess ${claim.id}`}
      title={words.assess}
      rationale={rationale}
      onRationale={(text) => change({ rationale: text })}
      isReady={status !== undefined && credibility !== undefined}
      write={async (execute) => {
        if (!status || !credibility) return;
        const input = { status, credibility, rationale };
        await execute(AssessClaim, { claimId: claim.id, input });
      }}
      onDone={clear}
    >
      <div className="fields row">
        <SelectField
          label={words.status}
          list={claimStatuses}
          none={words.choose}
          value={status}
          onChange={(next) => change({ status: next })}
        />
        <SelectField
          label={words.credibility}
          list={credibilities}
          none={words.choose}
          value={credibility}
          onChange={(next) => change({ credibility: next })}
        />
      </div>
    </ActionForm>
  );
}
