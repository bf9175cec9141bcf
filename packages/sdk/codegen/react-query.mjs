import { head, operationsOf } from './documents.mjs';

/** A plugin of GraphQL Code Generator: for each query its options for TanStack Query, one page or page by page; for each mutation likewise. */
export const plugin = (schema, documents) => {
  const operations = operationsOf(schema, documents).filter(({ kind }) => kind !== 'subscription');
  const names = operations.flatMap(({ name, types }) => [
    name,
    `type ${types}`,
    `type ${types}Variables`,
  ]);
  return {
    prepend: [
      head,
      `import { type Asks, type InfiniteQuery, infiniteOptions, type Mutation, mutationOptions, type Options, options, type Query } from '../options.ts';`,
      `import { ${names.join(', ')} } from './operations.ts';`,
    ],
    content: operations.flatMap(helpers).join('\n\n'),
  };
};

const helpers = ({ kind, name, types, list }) => {
  const start = name[0].toLowerCase() + name.slice(1);
  const both = `${types}, ${types}Variables`;
  const write = (
    hook,
    end,
    args,
    type,
    value,
  ) => `/** \`${hook}(${start}${end}(client${args}))\`: see {@link ${name}}. */
export const ${start}${end}: ${type} = /*#__PURE__*/ ${value};`;
  if (kind === 'mutation')
    return [
      write(
        'useMutation',
        'Mutation',
        '',
        `(client: Asks) => Mutation<${both}>`,
        `mutationOptions(${name})`,
      ),
    ];
  const made = (of) => `Options<${of}<${both}>, ${types}Variables>`;
  const one = write('useQuery', 'Options', ', variables', made('Query'), `options(${name})`);
  if (!list) return [one];
  const value = `infiniteOptions(${name}, (data) => data.${list.join('?.')})`;
  return [
    one,
    write('useInfiniteQuery', 'InfiniteOptions', ', variables', made('InfiniteQuery'), value),
  ];
};
