import { reliabilities } from '@claimgraph/sdk/lists';
import { RateSource, type Reliability, type SourceId } from '@claimgraph/sdk/operations';
import { SelectField } from '../parts/select-field.tsx';
import { useWritingWords } from '../words/writing.ts';
import { ActionForm } from './action-form.tsx';
import { useKept } from './use-kept.ts';

interface Rating {
  reliability?: Reliability | undefined;
  rationale: string;
}

const untouched: Rating = { rationale: '' };

/** Rates how reliable a source is, apart from the credibility of what it says. */
export function RateForm({ id }: { id: SourceId }) {
  const words = useWritingWords();
  const { value, change, clear } = useKept(`rate ${id}`, untouched);
  const { reliability, rationale } = value;
  return (
    <ActionForm
      name={`rate ${id}`}
      title={words.rate}
      rationale={rationale}
      onRationale={(text) => change({ rationale: text })}
      isReady={reliability !== undefined}
      write={async (execute) => {
        if (!reliability) return;
        await execute(RateSource, { sourceId: id, input: { reliability, rationale } });
      }}
      onDone={clear}
    >
      <SelectField
        label={words.reliability}
        list={reliabilities}
        none={words.choose}
        value={reliability}
        onChange={(next) => change({ reliability: next })}
      />
    </ActionForm>
  );
}
