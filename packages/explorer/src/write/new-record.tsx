import { isId } from '@claimgraph/sdk';
import type { ClosedList } from '@claimgraph/sdk/lists';
import type { LocationId } from '@claimgraph/sdk/operations';
import { useEffect, useRef, useState } from 'react';
import type { LatLon } from '../data/mark.ts';
import { SelectField } from '../parts/select-field.tsx';
import { understandPoint } from '../said/said-point.ts';
import { useWritingWords } from '../words/writing.ts';
import { RecordPicker } from './record-picker.tsx';
import { TextField } from './text-field.tsx';

interface NewRecordProps<Kind extends string> {
  name: string;
  kinds: ClosedList<Kind>;
  /** Whether it lies in another place. */
  hasParent: boolean;
  onCreate: (ref: { label: string; kind: Kind; parent?: Parent; point?: LatLon }) => void;
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
  const [pointText, setPointText] = useState('');
  const point = understandPoint(pointText);
  const isPointWrong = pointText.trim() !== '' && !point;
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
          <TextField
            label={words.point}
            at={['point']}
            dir="ltr"
            value={pointText}
            hint={words.pointHint}
            onChange={setPointText}
          />
          {isPointWrong && <p className="problem">{words.pointUnknown}</p>}
        </div>
      )}
      <p>
        <button
          type="button"
          className="act"
          disabled={!kind || isPointWrong}
          onClick={() =>
            kind &&
            onCreate({ label: name, kind, ...(parent && { parent }), ...(point && { point }) })
          }
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
