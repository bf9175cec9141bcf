import type { Issue } from '@claimgraph/sdk';
import { type ClosedList, isKnown, matchRules } from '@claimgraph/sdk/lists';
import type { RecordType } from '@claimgraph/sdk/operations';
import { useContext, useState } from 'react';
import { type Hit, useHits } from '../data/use-hits.ts';
import { Combobox } from '../parts/combobox.tsx';
import { useLanguage } from '../words/language.ts';
import { useWritingWords } from '../words/writing.ts';
import { NewRecord } from './new-record.tsx';
import { NewRefsContext } from './new-refs.ts';
import { Problems, problemsId, useProblems } from './problems.tsx';
import type { Ref } from './refs.ts';
import { usePickerText } from './unchosen.ts';

interface RecordPickerProps<Id extends string, Kind extends string> {
  label: string;
  /** Where the problem is said if text is typed here and no record chosen. */
  at?: Issue['path'] | undefined;
  /** The type of a record that is created here. */
  type: RecordType;
  /** The types that are searched. Left out: that type. */
  types?: readonly RecordType[];
  isId: (id: string) => id is Id;
  /** The kinds of a record that is created here. Left out: none is. */
  kinds?: ClosedList<Kind>;
  onPick: (ref: Ref<Id, Kind>) => void;
}

type Option<Id extends string, Kind extends string> =
  | { readonly hit: Hit }
  | { readonly ref: Ref<Id, Kind> }
  | { readonly create: string };

/** Finds a record by name in any spelling, distinguished by its label, or creates it. */
export function RecordPicker<Id extends string, Kind extends string>(
  props: RecordPickerProps<Id, Kind>,
) {
  const { label, at, type, types = [type], isId, kinds, onPick } = props;
  const words = useWritingWords();
  const field = [...(at ?? []), 'unchosen'];
  const [text, setText] = usePickerText(at && field, type);
  const [isCreating, setIsCreating] = useState(false);
  const hits = useHits(isCreating ? '' : text, types);
  const name = text.trim();
  const isWrong = useProblems(field).length > 0;
  const drafted = useContext(NewRefsContext)[type] ?? [];
  const options: Option<Id, Kind>[] = [
    ...drafted
      .filter((ref) => name && ref.label.toLowerCase().includes(name.toLowerCase()))
      // Of this picker's type, which is why its kind is one of its kinds.
      .flatMap((ref) =>
        kinds && isKnown(kinds, ref.kind) ? [{ ref: { ...ref, kind: ref.kind } }] : [],
      ),
    ...hits.map((hit) => ({ hit })),
    ...(kinds && name ? [{ create: name }] : []),
  ];
  const pick = (ref: Ref<Id, Kind>) => {
    setIsCreating(false);
    setText('');
    onPick(ref);
  };
  const choose = (option: Option<Id, Kind>) => {
    if ('ref' in option) pick(option.ref);
    else if ('create' in option) setIsCreating(true);
    else if (isId(option.hit.record.id)) pick(refOf(option.hit, option.hit.record.id));
  };
  return (
    <div className="search picker">
      <Combobox
        label={label}
        describedBy={isWrong ? problemsId(field) : undefined}
        placeholder={type === 'CLAIM' || type === 'REPORT' ? words.findByWords : words.find}
        text={text}
        onText={setText}
        options={isCreating ? [] : options}
        keyOf={(option) =>
          'hit' in option ? option.hit.record.id : 'ref' in option ? option.ref.label : 'create'
        }
        render={(option) => <OptionText option={option} />}
        onChoose={choose}
      />
      <Problems at={field} />
      {kinds && isCreating && name && (
        <NewRecord
          name={name}
          kinds={kinds}
          type={type}
          onCancel={() => setIsCreating(false)}
          onCreate={pick}
        />
      )}
    </div>
  );
}

/** A record that was found. How a source is protected decides where the draft is kept. */
function refOf<Id extends string, Kind extends string>(hit: Hit, id: Id): Ref<Id, Kind> {
  const { record, label } = hit;
  return 'protection' in record ? { id, label, protection: record.protection } : { id, label };
}

function OptionText<Id extends string, Kind extends string>({
  option,
}: {
  option: Option<Id, Kind>;
}) {
  const words = useWritingWords();
  const { words: page, label } = useLanguage();
  if ('create' in option) return <em>{words.create(option.create)}</em>;
  if ('ref' in option)
    return (
      <>
        <bdi>{option.ref.label}</bdi> <span className="aside">{words.isNew}</span>
      </>
    );
  const { hit } = option;
  const found = hit.name && hit.name.text !== hit.label;
  return (
    <>
      <bdi>{hit.label}</bdi>{' '}
      {found && hit.name && (
        <span className="aside">{page.matched(hit.name.text, label(matchRules, hit.rule))}</span>
      )}
    </>
  );
}
