import type { Issue } from '@claimgraph/sdk';
import { understandDate } from '../said/said-date.ts';
import { useLanguage } from '../words/language.ts';
import { useWritingWords } from '../words/writing.ts';
import type { DraftDate } from './draft.ts';
import { TextField } from './text-field.tsx';

interface DateFieldProps {
  label: string;
  at: Issue['path'];
  value: DraftDate;
  hint?: string;
  /** Whether it may be a span, in which something happened or all of which it lasted. */
  isSpan?: boolean;
  onChange: (date: DraftDate) => void;
}

/** A date as it is said. What was understood is shown before anything is saved. */
export function DateField({ label, at, value, hint, isSpan, onChange }: DateFieldProps) {
  const words = useWritingWords();
  const said = value.text.trim() ? understandDate(value.text) : undefined;
  const change = (changes: Partial<DraftDate>) => onChange({ ...value, ...changes });
  const isVague = said && 'edtf' in said && /[~?%]/.test(said.edtf);
  return (
    <div className="date-field">
      <TextField
        label={label}
        at={at}
        value={value.text}
        {...(hint && { hint })}
        onChange={(text) => change({ text, isThroughout: throughoutOf(text) })}
      />
      <Understood date={value} />
      {said && 'edtf' in said && (
        <>
          <label className="tick">
            <input
              type="checkbox"
              checked={value.isInferred ?? false}
              onChange={({ target }) => change({ isInferred: target.checked })}
            />{' '}
            {words.inferred}
          </label>
          {isSpan && (
            <label className="tick">
              <input
                type="checkbox"
                checked={value.isThroughout ?? false}
                onChange={({ target }) => change({ isThroughout: target.checked })}
              />{' '}
              {words.throughout}
            </label>
          )}
          {(isVague || value.earliest || value.latest) && (
            <div className="fields">
              <p className="aside">{words.noBounds}</p>
              <TextField
                label={words.notBefore}
                at={[...at, 'earliest']}
                dir="ltr"
                hint="2018-07-08"
                value={value.earliest ?? ''}
                onChange={(earliest) => change({ earliest })}
              />
              <TextField
                label={words.notAfter}
                at={[...at, 'latest']}
                dir="ltr"
                hint="2018-07-14"
                value={value.latest ?? ''}
                onChange={(latest) => change({ latest })}
              />
            </div>
          )}
        </>
      )}
    </div>
  );
}

const throughoutOf = (text: string): boolean => {
  const said = understandDate(text);
  return 'extent' in said && said.extent === 'THROUGHOUT';
};

/** A date in the words that the page will use for it, or why it is not understood. */
function Understood({ date }: { date: DraftDate }) {
  const words = useWritingWords();
  const language = useLanguage();
  const said = date.text.trim() ? understandDate(date.text) : undefined;
  const shown =
    said && 'edtf' in said
      ? language.date({
          edtf: said.edtf,
          earliest: date.earliest || null,
          latest: date.latest || null,
          extent: date.isThroughout ? 'THROUGHOUT' : 'WITHIN',
          basis: date.isInferred ? 'INFERRED' : 'STATED',
        })
      : undefined;
  return (
    <p className="understood" aria-live="polite">
      {shown && (
        <>
          {words.understood}: <b>{shown}</b>
        </>
      )}
      {said && 'isConvention' in said && <span className="aside"> {words.convention}</span>}
      {said && 'problem' in said && (
        <span className="problem">{words.dateProblems[said.problem]}</span>
      )}
    </p>
  );
}
