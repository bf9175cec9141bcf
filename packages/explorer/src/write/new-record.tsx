import { isId } from '@claimgraph/sdk';
import type { ClosedList } from '@claimgraph/sdk/lists';
import type { LocationId } from '@claimgraph/sdk/operations';
import { useEffect, useRef, useState } from 'react';
import { SelectField } from '../parts/select-field.tsx';
import { useWritingWords } from '../words/writing.ts';
import { RecordPicker } from './record-picker.tsx';

interface NewRecordProps<Kind extends string> {
  name: string;
  kinds: ClosedList<Kind>;
  /** Whether it lies in another place. */
  hasParent: boolean;
  onCreate: (ref: { label: string; kind: Kind; parent?: Parent }) => void;
  onCancel: () => void;
}

interface Parent {
  readonly id: LocationId;
  readonly label: string;
}

/** Says what kind of record is created, and for a place where it lies. */
export function NewRecord<Kind extends string>(props: NewRecordProps<Kind>) {
  const { name, kinds, hasParent, onCreate, onCancel } = props;
  const words = useWritingWords();
  const [kind, setKind] = useState<Kind>();
  const [parent, setParent] = useState<Parent>();
  const group = useRef<HTMLFieldSetElement>(null);
  useEffect(() => group.current?.querySelector('select')?.focus(), []);
  return (
    <fieldset className="new-record" ref={group}>
      <legend>{words.createOne(name)}</legend>
      <SelectField
        label={words.kind}
        list={kinds}
        none={words.choose}
        value={kind}
        onChange={setKind}
      />
      {hasParent && (
        <div className="field">
          <span>
            {words.within} <bdi>{parent?.label}</bdi>
          </span>
          <RecordPicker
            label={words.within}
            type="LOCATION"
            isId={(id): id is LocationId => isId('loc', id)}
            onPick={(ref) => 'id' in ref && setParent(ref)}
          />
        </div>
      )}
      <p>
        <button
          type="button"
          className="act"
          disabled={!kind}
          onClick={() => kind && onCreate({ label: name, kind, ...(parent && { parent }) })}
        >
          {words.create(name)}
        </button>{' '}
        <button type="button" className="quiet" onClick={onCancel}>
          {words.cancel}
        </button>
      </p>
    </fieldset>
  );
}
