import type { ClaimDetailFragment } from '@claimgraph/sdk/operations';
import { ForRole } from '../access/for-role.tsx';
import { useWritingWords } from '../words/writing.ts';
import { AffiliateForms } from './affiliate-form.tsx';
import { AssessForm } from './assess-form.tsx';
import { CorrectForm } from './correct-form.tsx';
import { LinkForm } from './link-form.tsx';
import { UnlinkForm } from './unlink-form.tsx';
import { WithdrawForm } from './withdraw-form.tsx';

/** What can be done with a claim, by those who may. */
export default function JudgeClaim({ claim }: { claim: ClaimDetailFragment }) {
  const words = useWritingWords();
  const isWithdrawn = Boolean(claim.withdrawn);
  return (
    <section className="judging" aria-labelledby="judging">
      <h2 id="judging">{words.judge}</h2>
      {!isWithdrawn && (
        <ForRole needed="ANALYST" action={[words.assess, words.link, words.correct].join(', ')}>
          <AssessForm claim={claim} />
          <LinkForm claim={claim} />
          <CorrectForm claim={claim} />
          <AffiliateForms claimId={claim.id} />
        </ForRole>
      )}
      <ForRole needed="EDITOR" action={isWithdrawn ? words.restore : words.withdraw}>
        {claim.links.map((link) => (
          <UnlinkForm key={link.id} claim={claim} link={link} />
        ))}
        <WithdrawForm id={claim.id} version={claim.version} isWithdrawn={isWithdrawn} />
      </ForRole>
    </section>
  );
}
