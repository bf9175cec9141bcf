import { isId } from '@claimgraph/sdk';
import { type ClosedList, protections } from '@claimgraph/sdk/lists';
import type { LocationId, Protection, RecordType } from '@claimgraph/sdk/operations';
import { useEffect, useRef, useState } from 'react';
import { SelectField } from '../parts/select-field.tsx';
import { understandPoint } from '../said/said-point.ts';
import { useWritingWords } from '../words/writing.ts';
import { RecordPicker } from './record-picker.tsx';
import type { NewRef } from './refs.ts';
import { TextField } from './text-field.tsx';

interface NewRecordProps<Kind extends string> {
  name: string;
  kinds: ClosedList<Kind>;
  type: RecordType;
  onCreate: (ref: NewRef<Kind>) => void;
  onCancel: () => void;
}

/** Says what kind of record is created, where a place lies, and how a source is protected. */
export function NewRecord<Kind extends string>(props: NewRecordProps<Kind>) {
  const { name, kinds, type, onCreate, onCancel } = props;
  const words = useWritingWords();
  const [kind, setKind] = useState<Kind>();
  const [parent, setParent] = useState<NewRef<Kind>['parent']>();
  const [protection, setProtection] = useState<Protection>('PUBLIC');
  const [pointText, setPointText] = useState('');
  const [role, setRole] = useState('');
  const [url, setUrl] = useState('');
  const point = understandPoint(pointText);
  const isPointWrong = pointText.trim() !== '' && !point;
  const group = useRef<HTMLFieldSetElement>(null);
  useEffect(() => group.current?.querySelector('select')?.focus(), []);
  const create = () => {
    if (!kind) return;
    onCreate({
      ...{ label: name, kind },
      ...(type === 'SOURCE' && { protection }),
      ...(role.trim() && { role: role.trim() }),
      ...(url.trim() && { url: url.trim() }),
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
        <>
          <SelectField
            label={words.protection}
            list={protections}
            value={protection}
            onChange={(next) => next && setProtection(next)}
          />
          {protection !== 'PUBLIC' && <p className="aside">{words.protectedDraft}</p>}
          <TextField
            label={words.sourceRole}
            at={['role']}
            value={role}
            hint={words.sourceRoleHint}
            onChange={setRole}
          />
        </>
      )}
      {type === 'REPORT' && (
        <TextField
          label={words.url}
          at={['url']}
          dir="ltr"
          value={url}
          hint="https://"
          onChange={setUrl}
        />
      )}
      {type === 'LOCATION' && (
        <div className="field">
          <span>
            {words.within} <bdi>{parent?.label}</bdi>
          </span>
          {/* Like the kind, what is typed here lasts as long as this field. */}
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
