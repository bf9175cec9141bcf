import type { Issue } from '@claimgraph/sdk';
import type { RecordType } from '@claimgraph/sdk/operations';
import { createContext, useContext, useState } from 'react';
import type { Draft, PickerText } from './draft.ts';
import { removeAt } from './lists.ts';

/** Text in a field for a record that names no record yet. */
export interface Unchosen {
  readonly at: Issue['path'];
  readonly text: string;
}

/** Where a form stores what is typed in its fields for records. */
export interface PickerTexts {
  readonly textAt: (at: Issue['path']) => string;
  readonly setText: (at: Issue['path'], typed: PickerText) => void;
  /** Forgets what is typed in an item of a list that is removed. */
  readonly removeItem: (at: Issue['path']) => void;
}

export const PickerTextsContext = createContext<PickerTexts | undefined>(undefined);

/** What is typed in a field for a record. The form stores it, if it has a place for it. */
export function usePickerText(
  at: Issue['path'] | undefined,
  type: RecordType,
): [string, (text: string) => void] {
  const [text, setText] = useState('');
  const texts = useContext(PickerTextsContext);
  if (!texts || !at) return [text, setText];
  return [texts.textAt(at), (typed) => texts.setText(at, { type, text: typed })];
}

type Claims = readonly { readonly key: number }[];

/** Removes an item of the list at a path with what is typed in its fields for records. */
export function useRemoveAt(at: Issue['path']) {
  const texts = useContext(PickerTextsContext);
  return <Item>(items: readonly Item[], index: number): readonly Item[] => {
    texts?.removeItem([...at, index]);
    return removeAt(items, index);
  };
}

/** The name of a field in a draft. It stays the same if a claim before it is removed. */
export const fieldName = (at: Issue['path'], claims: Claims): string =>
  JSON.stringify(at.map((key, i) => (i === 1 && at[0] === 'claims' ? keyAt(claims, key) : key)));

const keyAt = (claims: Claims, index: string | number) =>
  typeof index === 'number' ? (claims[index]?.key ?? index) : index;

/** What is typed with a change to one field. A field without text is left out. */
export function typedWith(typed: Draft['typed'], name: string, next: PickerText): Draft['typed'] {
  const { [name]: _, ...others } = typed;
  return next.text ? { ...others, [name]: next } : others;
}

/** What is typed without an item of a list that is removed. The items after it move up. */
export function typedWithout(typed: Draft['typed'], item: string): Draft['typed'] {
  const list = JSON.parse(item) as (string | number)[];
  const index = Number(list.pop());
  const isInList = (at: unknown[]) => list.every((key, i) => at[i] === key);
  return Object.fromEntries(
    Object.entries(typed).flatMap(([name, text]) => {
      const at = JSON.parse(name) as (string | number)[];
      const place = at[list.length];
      if (!isInList(at) || typeof place !== 'number' || place < index) return [[name, text]];
      return place === index ? [] : [[JSON.stringify(at.with(list.length, place - 1)), text]];
    }),
  );
}

/** A key for a new claim. A removed claim, and what was typed in one, keep theirs. */
export const freeKey = ({ claims, typed }: Pick<Draft, 'claims' | 'typed'>, removed = claims[0]) =>
  1 +
  Math.max(
    removed?.key ?? 0,
    ...claims.map(({ key }) => key),
    ...Object.keys(typed).map((name) => Number((JSON.parse(name) as unknown[])[1]) || 0),
  );

/** What is typed in the fields of a draft and not chosen, with the paths of the server. */
export function unchosenOf({ typed, claims }: Pick<Draft, 'typed' | 'claims'>): Unchosen[] {
  return Object.entries(typed).flatMap(([name, { text }]) => {
    const at = JSON.parse(name) as (string | number)[];
    if (at[0] !== 'claims') return [{ at, text }];
    const index = claims.findIndex(({ key }) => key === at[1]);
    return index < 0 ? [] : [{ at: ['claims', index, ...at.slice(2)], text }];
  });
}
