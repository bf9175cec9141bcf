import { bodyKinds, isKnown } from '@claimgraph/sdk/lists';
import type { BodyKind, ClaimDetailFragment } from '@claimgraph/sdk/operations';
import { queryOptions } from '@claimgraph/sdk/react-query';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../data/client.ts';
import { useLanguage } from '../words/language.ts';
import { useWritingWords } from '../words/writing.ts';
import { CorrectFields } from './correct-fields.tsx';
import { ClaimToCorrect, draftOfClaim } from './recorded-claim.ts';

/** Corrects a claim. What is recorded is read when the form opens. */
export function CorrectForm({ claim }: { claim: ClaimDetailFragment }) {
  const words = useWritingWords();
  const { words: page, figure } = useLanguage();
  const [isOpen, setIsOpen] = useState(false);
  const { data, error } = useQuery({
    ...queryOptions(client, ClaimToCorrect, { id: claim.id }),
    enabled: isOpen,
  });
  const recorded = data?.claim;
  if (recorded && isOpen)
    return (
      <CorrectFields
        id={claim.id}
        recorded={draftOfClaim(recorded, figure)}
        version={recorded.version}
        report={{
          ...recorded.report,
          body: recorded.report.body ?? '',
          // Only whether it is a quotation matters here, and an unknown kind is none.
          bodyKind: knownBodyKind(recorded.report.bodyKind),
          publisher: recorded.report.publisher
            ? { id: recorded.report.publisher.id, label: recorded.report.publisher.name }
            : undefined,
        }}
      />
    );
  return (
    <details className="action" onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>{words.correct}</summary>
      <p role="status">{error ? error.message : page.loading}</p>
    </details>
  );
}

const knownBodyKind = (kind: string | null): BodyKind =>
  kind && isKnown(bodyKinds, kind) ? kind : 'PARAPHRASE';
