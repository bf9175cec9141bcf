import { searchOptions } from '@claimgraph/sdk/react-query';
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useDeferredValue, useId, useState } from 'react';
import { client } from '../data/client.ts';
import { useSelection } from '../state/use-selection.tsx';
import { useLanguage } from '../words/language.ts';
import { changesOfHit, type SearchOption } from './search-hit.ts';
import { SearchOptionText } from './search-option.tsx';
import { useDelayed } from './use-delayed.ts';

/** Finds records by name in any spelling, and claims by their words. What is chosen is selected. */
export function SearchBox() {
  const { words } = useLanguage();
  const { change } = useSelection();
  const id = useId();
  const [text, setText] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  const [active, setActive] = useState(0);
  const asked = useDelayed(useDeferredValue(text.trim()), 180);
  const { data } = useQuery({
    ...searchOptions(client, asked ? { text: asked, first: 8 } : skipToken),
    placeholderData: keepPreviousData,
  });
  const hits = asked ? (data?.search.nodes ?? []) : [];
  const options: SearchOption[] = text.trim()
    ? [...hits.map((hit) => ({ hit })), { text: text.trim() }]
    : [];
  const choose = (option: SearchOption | undefined) => {
    if (!option) return;
    change(changesOfHit(option));
    setText('');
    setIsOpen(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : options.length - 1;
      setActive((active + step) % Math.max(options.length, 1));
    } else if (event.key === 'Enter') choose(options[active]);
    else if (event.key === 'Escape') setIsOpen(false);
  };
  const isShown = isOpen && options.length > 0;
  return (
    <search className="search">
      <input
        role="combobox"
        aria-label={words.searchLabel}
        aria-expanded={isShown}
        aria-controls={`${id}-options`}
        aria-activedescendant={isShown ? `${id}-${active}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        placeholder={words.searchHint}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
          setIsOpen(true);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setIsOpen(false)}
      />
      <div role="listbox" id={`${id}-options`} aria-label={words.searchLabel} hidden={!isShown}>
        {options.map((option, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the input handles the keys
          // biome-ignore lint/a11y/useFocusableInteractive: the input has the focus of its list
          <div
            key={option.hit?.record.id ?? 'words'}
            id={`${id}-${i}`}
            role="option"
            aria-selected={i === active}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(option)}
          >
            <SearchOptionText option={option} />
          </div>
        ))}
      </div>
    </search>
  );
}
