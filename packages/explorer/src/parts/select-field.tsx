import { type ClosedList, isKnown, valuesOf } from '@claimgraph/sdk/lists';
import { useId } from 'react';
import { useLanguage } from '../words/language.ts';

interface SelectFieldProps<Value extends string> {
  label: string;
  list: ClosedList<Value>;
  value: Value | undefined;
  /** What is shown for no value. Left out: one must be chosen. */
  none?: string;
  onChange: (value: Value | undefined) => void;
}

/** Chooses one value of a closed list. */
export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  const { label, list, value, none, onChange } = props;
  const language = useLanguage();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value ?? ''}
        onChange={({ target }) => onChange(isKnown(list, target.value) ? target.value : undefined)}
      >
        {none !== undefined && <option value="">{none}</option>}
        {valuesOf(list).map((each) => (
          <option key={each} value={each}>
            {language.label(list, each)}
          </option>
        ))}
      </select>
    </div>
  );
}
