import { claimKinds, claimStatuses, modalities } from '@claimgraph/sdk/lists';
import { emptySelection, isNarrowed } from '../state/selection.ts';
import { useSelection } from '../state/use-selection.tsx';
import { useLanguage } from '../words/language.ts';
import { AsOf } from './as-of.tsx';
import { Choice } from './choice.tsx';
import { DayField } from './day-field.tsx';
import { NamedConditions } from './named-conditions.tsx';

/** What is shown, as a sentence: claims of a kind, in a place, said by, from, to. */
export function Conditions() {
  const { words } = useLanguage();
  const { selection, change } = useSelection();
  const { kinds, from, to, surely, statuses } = selection;
  const endsBeforeStart = from !== undefined && to !== undefined && to < from;
  const hidesFears = kinds.length > 0 && selection.modalities.length === 0;
  return (
    <section className="conditions" aria-label={words.filters}>
      <p>
        <span className="lead">{words.claims}</span>
        <Choice
          list={claimKinds}
          values={kinds}
          legend={words.kind}
          any={words.anyKind}
          onChange={(values) => change({ kinds: values })}
        />
        <Choice
          list={modalities}
          values={selection.modalities}
          legend={words.modality}
          any={words.anyModality}
          onChange={(values) => change({ modalities: values })}
        />
        <Choice
          list={claimStatuses}
          values={statuses}
          legend={words.status}
          any={words.anyStatus}
          onChange={(values) => change({ statuses: values })}
        />
        <DayField
          label={words.from}
          value={from}
          end="first"
          onChange={(day) => change({ from: day })}
        />
        <DayField label={words.to} value={to} end="last" onChange={(day) => change({ to: day })} />
        {(from || to) && (
          <select
            aria-label={words.period}
            value={surely ? 'surely' : 'may'}
            onChange={({ target }) => change({ surely: target.value === 'surely' || undefined })}
          >
            <option value="may">{words.mayHave}</option>
            <option value="surely">{words.surely}</option>
          </select>
        )}
        <NamedConditions />
        <AsOf />
        {isNarrowed(selection) && (
          <button
            type="button"
            className="quiet"
            onClick={() => change({ ...cleared, open: selection.open })}
          >
            {words.clear}
          </button>
        )}
      </p>
      {endsBeforeStart && (
        <p role="alert" className="problem">
          {words.endsBeforeStart}
        </p>
      )}
      {hidesFears && (
        <p className="aside">
          {words.fearsLeftOut}
          <button
            type="button"
            className="quiet"
            onClick={() => change({ modalities: ['FEARED', 'PREDICTED', 'DENIED'] })}
          >
            {words.showFears}
          </button>
        </p>
      )}
    </section>
  );
}

const cleared = {
  ...emptySelection,
  ...{ place: undefined, faction: undefined, source: undefined, text: undefined },
  ...{ from: undefined, to: undefined, surely: undefined, day: undefined },
};
