import { head, operationsOf } from './documents.mjs';

/**
 * A plugin for GraphQL Code Generator. It writes functions that make TanStack Query options: for
 * each query, for each list (page by page), and for each mutation.
 */
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
      'import { type Executor, type InfiniteQuery, infiniteOptionsOf, type Mutation, ' +
        'type MutationOptions, mutationOptionsOf, type Options, type Query, ' +
        `queryOptionsOf } from '../options.ts';`,
      `import { ${names.join(', ')} } from './operations.ts';`,
    ],
    content: [
      'export { infiniteOptions, type InfiniteQuery, type Key, type KeyOptions, type Mutation, ' +
        'mutationOptions, type MutationOptions, type PageParam, type Query, ' +
        `queryOptions } from '../options.ts';`,
      ...operations.flatMap(helpers),
    ].join('\n\n'),
  };
};

const helpers = ({ kind, name, types, list }) => {
  const start = name[0].toLowerCase() + name.slice(1);
  const dataAndVariables = `${types}, ${types}Variables`;
  const write = (
    hook,
    end,
    args,
    type,
    value,
  ) => `/** Options for {@link ${name}}: \`${hook}(${start}${end}(client${args}))\`. */
export const ${start}${end}: ${type} = /*#__PURE__*/ ${value};`;
  if (kind === 'mutation')
    return [
      write(
        'useMutation',
        'Mutation',
        '',
        `(client: Executor, options?: MutationOptions<${types}Variables>) => ` +
          `Mutation<${dataAndVariables}>`,
        `mutationOptionsOf(${name})`,
      ),
    ];
  const optionsType = (base) => `Options<${base}<${dataAndVariables}>, ${types}Variables>`;
  const single = write(
    'useQuery',
    'Options',
    ', variables',
    optionsType('Query'),
    `queryOptionsOf(${name})`,
  );
  if (!list) return [single];
  const value = `infiniteOptionsOf(${name}, (data) => data.${list.join('?.')})`;
  return [
    single,
    write(
      'useInfiniteQuery',
      'InfiniteOptions',
      ', variables',
      optionsType('InfiniteQuery'),
      value,
    ),
  ];
};
