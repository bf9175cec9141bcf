import { claimLinkKinds } from '@claimgraph/sdk/lists';
import { type ClaimDetailFragment, UnlinkClaims } from '@claimgraph/sdk/operations';
import { useLanguage } from '../words/language.ts';
import { useWritingWords } from '../words/writing.ts';
import { ActionForm } from './action-form.tsx';
import { useKept } from './use-kept.ts';

interface UnlinkFormProps {
  claim: ClaimDetailFragment;
  link: ClaimDetailFragment['links'][number];
}

const untouched = { rationale: '' };

/** Withdraws a link between two claims, with the reason. Both claims stay. */
export function UnlinkForm({ claim, link }: UnlinkFormProps) {
  const words = useWritingWords();
  const { label } = useLanguage();
  const { value, change, clear } = useKept(`unlink ${link.id}`, untouched);
  const other = link.from.id === claim.id ? link.to : link.from;
  return (
    <ActionForm
      name={`unlink ${link.id}`}
      title={words.unlink(label(claimLinkKinds, link.kind), other.statement)}
      rationale={value.rationale}
      onRationale={(rationale) => change({ rationale })}
      write={(execute) => execute(UnlinkClaims, { id: link.id, rationale: value.rationale })}
      onDone={clear}
    />
  );
}
