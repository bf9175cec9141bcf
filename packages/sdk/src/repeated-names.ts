/** Finds names that a text gives twice. Types only; none of this runs. */
import type { NamedNode, NameOf } from './parsed-text.ts';

type Word = 'argument' | 'directive' | 'field' | 'fragment' | 'variable';

/** The message about a name that a list of nodes has twice. */
export type RepeatedName<Nodes, Kind extends Word, Before = never> = Nodes extends readonly [
  infer Node,
  ...infer Others,
]
  ? OwnName<Node, Kind> extends infer Name
    ? [Name & Before] extends [never]
      ? Others extends readonly []
        ? never
        : RepeatedName<Others, Kind, Before | Name>
      : `The ${Kind} ${Sign<Kind>}${Name & string} is given twice.`
    : never
  : never;

type OwnName<Node, Kind extends Word> = Kind extends 'variable'
  ? NameOf<Node, 'variable'>
  : Kind extends 'fragment'
    ? Node extends { kind: 'FragmentDefinition' } & NamedNode
      ? Node['name']['value']
      : never
    : NameOf<Node>;

type Sign<Kind extends Word> = Kind extends 'variable' ? '$' : Kind extends 'directive' ? '@' : '';
