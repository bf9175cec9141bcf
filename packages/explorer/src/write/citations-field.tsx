import type { Issue } from '@claimgraph/sdk';
import { useWritingWords } from '../words/writing.ts';
import { Chosen } from './chosen.tsx';
import type { DraftClaim } from './draft.ts';
import { changeAt, removeAt } from './lists.ts';
import { ReportPicker } from './pickers.tsx';
import { Problems } from './problems.tsx';
import { TextField } from './text-field.tsx';

interface CitationsFieldProps {
  at: Issue['path'];
  citations: DraftClaim['citations'];
  onChange: (citations: DraftClaim['citations']) => void;
}

/** The reports that the report cites for a claim. */
export function CitationsField({ at, citations, onChange }: CitationsFieldProps) {
  const words = useWritingWords();
  return (
    <fieldset>
      <legend>{words.citations}</legend>
      <p className="aside">{words.citationsHint}</p>
      {citations.map(({ report, locator }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a report may be cited twice
        <div className="fields row" key={i}>
          <Chosen chosen={report} onRemove={() => onChange(removeAt(citations, i))} />
          <TextField
            label={words.locator}
            at={[...at, i, 'locator']}
            value={locator}
            hint={words.locatorHint}
            onChange={(next) => onChange(changeAt(citations, i, { locator: next }))}
          />
          <Problems at={[...at, i, 'report']} />
        </div>
      ))}
      <ReportPicker
        label={words.addCitation}
        at={at}
        onPick={(report) => onChange([...citations, { report, locator: '' }])}
      />
    </fieldset>
  );
}
