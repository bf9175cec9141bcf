import {
  type ConflictCardFragment,
  type ConflictChoice,
  ResolveImportConflict,
} from '@claimgraph/sdk/operations';
import { ForRole } from '../access/for-role.tsx';
import { useAction } from '../judge/use-action.ts';
import { useKept } from '../judge/use-kept.ts';
import { RecordLink } from '../parts/record-link.tsx';
import { isRecordId } from '../state/selection.ts';
import { useLanguage } from '../words/language.ts';
import { useWritingWords } from '../words/writing.ts';
import { AnswerLost } from '../write/answer-lost.tsx';
import { NotWritten } from '../write/not-written.tsx';
import { TextField } from '../write/text-field.tsx';
import { ConflictValue } from './conflict-value.tsx';

const untouched = { rationale: '' };

/** One conflict: what people decided, what the file says, and the decision with its reason. */
export function ConflictItem({ conflict }: { conflict: ConflictCardFragment }) {
  const words = useWritingWords();
  const { moment } = useLanguage();
  const { id, field, record, value, fileValue, file, line, release, at } = conflict;
  const { value: typed, change, clear } = useKept(`resolve ${id}`, untouched);
  const { send, isSending, error, isUnknown } = useAction(`resolve ${id}`);
  const decide = async (choice: ConflictChoice) => {
    const variables = { id, choice, rationale: typed.rationale };
    if (await send((execute) => execute(ResolveImportConflict, variables))) clear();
  };
  const origin = [file, release, line].filter((each) => each != null).join(', ');
  return (
    <article className="conflict">
      <h2>
        {words.conflictOf(field)}{' '}
        {isRecordId(record.id) && <RecordLink id={record.id}>{titleOf(record)}</RecordLink>}
      </h2>
      <div className="conflict-sides">
        <div>
          <h3>{words.mine}</h3>
          <ConflictValue value={value} />
        </div>
        <div>
          <h3>
            {words.fileSays(origin)} <span className="aside">{moment(at)}</span>
          </h3>
          <ConflictValue value={fileValue} />
        </div>
      </div>
      <ForRole needed="EDITOR" action={`${words.keepMine}, ${words.takeFile}`}>
        <fieldset className="whole" disabled={isSending}>
          <TextField
            label={words.rationale}
            at={['rationale']}
            value={typed.rationale}
            hint={words.rationaleHint}
            onChange={(rationale) => change({ rationale })}
          />
          <p>
            {(['KEEP', 'TAKE'] as const).map((choice) => (
              <button
                key={choice}
                type="button"
                className="act"
                disabled={isSending || !typed.rationale.trim()}
                onClick={() => void decide(choice)}
              >
                {choice === 'KEEP' ? words.keepMine : words.takeFile}
              </button>
            ))}
          </p>
        </fieldset>
      </ForRole>
      {isUnknown ? <AnswerLost message={error?.message} /> : error && <NotWritten error={error} />}
    </article>
  );
}

/** What a record is called, by its type. */
function titleOf(record: ConflictCardFragment['record']): string {
  for (const key of ['statement', 'title', 'label', 'name'])
    if (key in record) return String((record as Record<string, unknown>)[key]);
  return record.id;
}
