import type { ClaimId } from '@claimgraph/sdk/operations';
import { useState } from 'react';
import { useWritingWords } from '../words/writing.ts';
import { affiliate } from '../write/affiliate.ts';
import { AffiliationFields } from '../write/affiliations-field.tsx';
import type { DraftAffiliation } from '../write/draft.ts';
import { ActionForm } from './action-form.tsx';
import { affiliationForm } from './affiliation-form.ts';
import { keptNames, useKept } from './use-kept.ts';

const untouched: DraftAffiliation = { role: '' };

/** Forms for one more affiliation, and for each one that was not recorded with its report. */
export function AffiliateForms({ claimId }: { claimId: ClaimId }) {
  const [names] = useState(() => keptNames(affiliationForm(claimId)));
  return names.map((name) => <AffiliateForm key={name} name={name} claimId={claimId} />);
}

/** Records that a source belongs to a faction or another source, as a claim says. */
function AffiliateForm({ name, claimId }: { name: string; claimId: ClaimId }) {
  const words = useWritingWords();
  const { value, change, clear } = useKept(name, untouched);
  return (
    <ActionForm
      name={name}
      title={words.addAffiliation}
      hint={words.affiliationsHint}
      rationale=""
      isReady={value.source !== undefined && value.to !== undefined}
      write={(execute) => affiliate(execute, { claimId, affiliation: value })}
      onDone={clear}
    >
      <AffiliationFields at={[]} affiliation={value} onChange={change} />
    </ActionForm>
  );
}
