import { type Issue, isId } from '@claimgraph/sdk';
import { type ClosedList, protections } from '@claimgraph/sdk/lists';
import type { LocationId, Protection, RecordType } from '@claimgraph/sdk/operations';
import { useEffect, useRef, useState } from 'react';
import type { LatLon } from '../data/mark.ts';
import { SelectField } from '../parts/select-field.tsx';
import { understandPoint } from '../said/said-point.ts';
import { useWritingWords } from '../words/writing.ts';
import { RecordPicker } from './record-picker.tsx';
import { TextField } from './text-field.tsx';

interface NewRecordProps<Kind extends string> {
  name: string;
  at: Issue['path'] | undefined;
  kinds: ClosedList<Kind>;
  type: RecordType;
  onCreate: (ref: NewRef<Kind>) => void;
  onCancel: () => void;
}

interface NewRef<Kind> {
  readonly label: string;
  readonly kind: Kind;
  readonly parent?: Parent;
  readonly point?: LatLon;
  readonly protection?: Protection;
}

interface Parent {
  readonly id: LocationId;
  readonly label: string;
}

/** Says what kind of record is created, where a place lies, and how a source is protected. */
export function NewRecord<Kind extends string>(props: NewRecordProps<Kind>) {
  const { name, at, kinds, type, onCreate, onCancel } = props;
  const words = useWritingWords();
  const [kind, setKind] = useState<Kind>();
  const [parent, setParent] = useState<Parent>();
  const [protection, setProtection] = useState<Protection>('PUBLIC');
  const [pointText, setPointText] = useState('');
  const point = understandPoint(pointText);
  const isPointWrong = pointText.trim() !== '' && !point;
  const group = useRef<HTMLFieldSetElement>(null);
  useEffect(() => group.current?.querySelector('select')?.focus(), []);
  const create = () => {
    if (!kind) return;
    onCreate({
      ...{ label: name, kind },
      ...(type === 'SOURCE' && { protection }),
      ...(parent && { parent }),
      ...(point && { point }),
    });
  };
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
      {type === 'SOURCE' && (
        <SelectField
          label={words.protection}
          list={protections}
          value={protection}
          onChange={(next) => next && setProtection(next)}
        />
      )}
      {type === 'LOCATION' && (
        <div className="field">
          <span>
            {words.within} <bdi>{parent?.label}</bdi>
          </span>
          <RecordPicker
            label={words.within}
            at={at}
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
          {point && (
            <p className="understood" aria-live="polite">
              {words.understood}: <b>{words.pointOf(point)}</b>
            </p>
          )}
          {isPointWrong && <p className="problem">{words.pointUnknown}</p>}
        </div>
      )}
      <p>
        <button type="button" className="act" disabled={!kind || isPointWrong} onClick={create}>
          {words.create(name)}
        </button>{' '}
        <button type="button" className="quiet" onClick={onCancel}>
          {words.cancel}
        </button>
      </p>
    </fieldset>
  );
}
