import { useState } from 'react';
import { useHits } from '../data/use-hits.ts';
import { useSelection } from '../state/use-selection.tsx';
import { useLanguage } from '../words/language.ts';
import { Combobox } from './combobox.tsx';
import { changesOfHit, type SearchOption } from './search-hit.ts';
import { SearchOptionText } from './search-option.tsx';

/** Finds records by name in any spelling, and claims by their words. What is chosen is selected. */
export function SearchBox() {
  const { words } = useLanguage();
  const { change } = useSelection();
  const [text, setText] = useState('');
  const hits = useHits(text);
  const options: SearchOption[] = text.trim()
    ? [...hits.map((hit) => ({ hit })), { text: text.trim() }]
    : [];
  return (
    <search className="search">
      <Combobox
        label={words.searchLabel}
        placeholder={words.searchHint}
        text={text}
        onText={setText}
        options={options}
        keyOf={({ hit }) => hit?.record.id ?? 'words'}
        render={(option) => <SearchOptionText option={option} />}
        onChoose={(option) => {
          change({ ...changesOfHit(option), task: undefined });
          setText('');
        }}
      />
    </search>
  );
}
