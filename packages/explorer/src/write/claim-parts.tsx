import type { Issue } from '@claimgraph/sdk';
import { claimKinds, modalities } from '@claimgraph/sdk/lists';
import { SelectField } from '../parts/select-field.tsx';
import { useWritingWords } from '../words/writing.ts';
import { AffiliationsField } from './affiliations-field.tsx';
import { ChainsField } from './chains-field.tsx';
import { CitationsField } from './citations-field.tsx';
import { DateField } from './date-field.tsx';
import type { Draft, DraftClaim } from './draft.ts';
import { FiguresField } from './figures-field.tsx';
import { PassageField } from './passage-field.tsx';
import { PartiesField, PlacesField } from './places-field.tsx';
import { Problems } from './problems.tsx';
import { TextField } from './text-field.tsx';

/** What the fields of a claim have to know of its report. */
export type ReportOfClaim = Pick<Draft, 'title' | 'body' | 'bodyKind' | 'publisher'>;

interface ClaimPartsProps {
  at: Issue['path'];
  report: ReportOfClaim;
  claim: DraftClaim;
  onChange: (changes: Partial<DraftClaim>) => void;
  /** Whether affiliations are asked for here. A correction has a form of their own. */
  hasAffiliations?: boolean;
}

/** Everything that a claim says, in fields. What few claims have is in a part that opens. */
export function ClaimParts({ at, report, claim, onChange, hasAffiliations }: ClaimPartsProps) {
  const words = useWritingWords();
  const hasMore = claim.isAggregate || claim.citations.length > 0 || claim.affiliations.length > 0;
  return (
    <>
      <PassageField at={[...at, 'passage']} report={report} claim={claim} onChange={onChange} />
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
        <Problems at={[...at, 'kind']} />
      </div>
      <ChainsField
        at={[...at, 'attributions']}
        chains={claim.chains}
        publisher={report.publisher}
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
      <details className="disclosure" open={hasMore || undefined}>
        <summary>{hasAffiliations ? words.moreOfClaim : words.moreOfCorrection}</summary>
        <label className="tick">
          <input
            type="checkbox"
            checked={claim.isAggregate}
            onChange={({ target }) => onChange({ isAggregate: target.checked })}
          />{' '}
          {words.aggregate}
        </label>
        <CitationsField
          at={[...at, 'citations']}
          citations={claim.citations}
          onChange={(citations) => onChange({ citations })}
        />
        {hasAffiliations && (
          <AffiliationsField
            at={[...at, 'affiliations']}
            affiliations={claim.affiliations}
            onChange={(affiliations) => onChange({ affiliations })}
          />
        )}
      </details>
    </>
  );
}
