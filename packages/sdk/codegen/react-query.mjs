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
      'import { type Executor, type InfiniteQuery, infiniteOptions, type Mutation, ' +
        `mutationOptions, type Options, options, type Query } from '../options.ts';`,
      `import { ${names.join(', ')} } from './operations.ts';`,
    ],
    content: operations.flatMap(helpers).join('\n\n'),
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
        `(client: Executor) => Mutation<${dataAndVariables}>`,
        `mutationOptions(${name})`,
      ),
    ];
  const optionsType = (base) => `Options<${base}<${dataAndVariables}>, ${types}Variables>`;
  const single = write(
    'useQuery',
    'Options',
    ', variables',
    optionsType('Query'),
    `options(${name})`,
  );
  if (!list) return [single];
  const value = `infiniteOptions(${name}, (data) => data.${list.join('?.')})`;
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
