import { bodyKinds, reportKinds } from '@claimgraph/sdk/lists';
import { SelectField } from '../parts/select-field.tsx';
import { useWritingWords } from '../words/writing.ts';
import { Chosen } from './chosen.tsx';
import { DateField } from './date-field.tsx';
import type { Draft } from './draft.ts';
import { removeAt } from './lists.ts';
import { SourcePicker } from './pickers.tsx';
import { Problems } from './problems.tsx';
import { TextField } from './text-field.tsx';

interface ReportFieldsProps {
  draft: Draft;
  onChange: (changes: Partial<Draft>) => void;
}

/** What the report is: its title, address, kind, publisher and date. */
export function ReportFields({ draft, onChange }: ReportFieldsProps) {
  const words = useWritingWords();
  const { publisher } = draft;
  return (
    <>
      <TextField
        label={words.title}
        at={['report', 'title']}
        value={draft.title}
        hint={words.titleHint}
        onChange={(title) => onChange({ title })}
      />
      <TextField
        label={words.url}
        at={['report', 'url']}
        dir="ltr"
        value={draft.url}
        hint="https://"
        onChange={(url) => onChange({ url })}
      />
      <div className="fields row">
        <SelectField
          label={words.kind}
          list={reportKinds}
          value={draft.kind}
          onChange={(kind) => kind && onChange({ kind })}
        />
        <SelectField
          label={words.bodyKind}
          list={bodyKinds}
          value={draft.bodyKind}
          onChange={(bodyKind) => bodyKind && onChange({ bodyKind })}
        />
        <TextField
          label={words.language}
          at={['report', 'language']}
          dir="ltr"
          className="short"
          value={draft.language}
          hint={words.languageHint}
          onChange={(language) => onChange({ language })}
        />
      </div>
      <fieldset>
        <legend>{words.publisher}</legend>
        {publisher ? (
          <>
            <Chosen chosen={publisher} onRemove={() => onChange({ publisher: undefined })} />
            <Problems at={['report', 'publisher']} />
          </>
        ) : (
          <SourcePicker
            label={words.publisher}
            at={['report', 'publisher']}
            onPick={(ref) => onChange({ publisher: ref })}
          />
        )}
      </fieldset>
      <details className="disclosure" open={draft.authors.length > 0 || undefined}>
        <summary>{words.moreOfReport}</summary>
        <fieldset>
          <legend>{words.authors}</legend>
          {draft.authors.map((author, i) => (
            <p key={author.label}>
              <Chosen
                chosen={author}
                onRemove={() => onChange({ authors: removeAt(draft.authors, i) })}
              />
              <Problems at={['report', 'authors', i]} />
            </p>
          ))}
          <SourcePicker
            label={words.addAuthor}
            at={['report', 'authors']}
            onPick={(ref) => onChange({ authors: [...draft.authors, ref] })}
          />
        </fieldset>
      </details>
      <DateField
        label={words.published}
        at={['report', 'published']}
        value={draft.published}
        hint={words.publishedHint}
        onChange={(published) => onChange({ published })}
      />
    </>
  );
}
