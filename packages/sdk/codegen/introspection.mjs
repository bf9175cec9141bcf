import { minifyIntrospection, preprocessIntrospection } from '@gql.tada/internal';
import {
  getNamedType,
  getNullableType,
  introspectionFromSchema,
  isInputObjectType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  specifiedDirectives,
} from 'graphql';
import { brandSchema } from './branded.mjs';
import { head } from './documents.mjs';

/**
 * A plugin for GraphQL Code Generator. It writes the schema as a type that gql.tada reads, with the
 * same id, enum and input types as the operations.
 */
export const plugin = (schema, _documents, config) => {
  const brandedSchema = brandSchema(schema);
  const types = Object.values(brandedSchema.schema.getTypeMap()).filter(
    ({ name }) => !name.startsWith('__'),
  );
  const inputs = types.filter(isInputObjectType);
  const { __schema } = introspectionFromSchema(brandedSchema.schema, { descriptions: false });
  const introspection = minifyIntrospection({
    name: undefined,
    __schema: { ...__schema, types: __schema.types.filter(({ kind }) => kind !== 'INPUT_OBJECT') },
  });
  const configured = Object.entries(config.scalars).map(([name, type]) => [
    name,
    type.split('#').at(-1),
  ]);
  const scalars = {
    ...Object.fromEntries(configured),
    ID: 'NodeId',
    ...brandedSchema.scalars,
    ...Object.fromEntries(inputs.map(({ name }) => [name, name])),
  };
  const imported = Object.keys(scalars).filter(
    (name) => scalars[name] === name && name !== 'GeoJSON',
  );
  const withArguments = types
    .filter((type) => isObjectType(type) || isInterfaceType(type))
    .flatMap((type) =>
      Object.values(type.getFields()).map(({ name, args }) => [`${type.name}.${name}`, args]),
    )
    .filter(([, args]) => args.length > 0);
  const parameters = [
    ...specifiedDirectives
      .filter(({ name }) => name === 'include' || name === 'skip')
      .map(({ name, args }) => [`@${name}`, args, isRequiredArgument]),
    ...withArguments.map(([name, args]) => [name, args, isRequiredArgument]),
    ...inputs.map((type) => [
      type.name,
      Object.values(type.getFields()),
      isRequiredInputField,
      type.isOneOf,
    ]),
  ];
  return {
    prepend: [
      head,
      `import type { GeoJSON } from '../geojson.ts';`,
      `import type { OpenEnum } from '../open-enum.ts';`,
      `import type { ${imported.sort().join(', ')} } from './operations.ts';`,
    ],
    content: [
      `/** The TypeScript types of the schema's scalars. */`,
      `export type Scalars = { ${Object.entries(scalars)
        .map(([name, type]) => `${name}: ${type}`)
        .join('; ')} };`,
      '',
      `/** The schema in the form that gql.tada reads. */`,
      `export type Introspection = ${preprocessIntrospection(introspection)};`,
      '',
      '/**',
      ' * The named types of the arguments of fields (`Query.claims`) and of the fields of inputs',
      ' * (`ClaimFilter`).',
      ' */',
      `export interface Parameters {\n${parameters.map(parameterTypes).join('\n')}\n}`,
      '',
      '/** The same types as a variable for them is declared: `[ClaimKind!]`. */',
      `export interface ParameterTypes {\n${parameters.map(declaredTypes).join('\n')}\n}`,
      '',
      '/** The names of those that are required. */',
      `export interface RequiredParameters {\n${parameters.map(requiredNames).join('\n')}\n}`,
      '',
      '/** The inputs of which exactly one field is given. */',
      `export type OneOfInput = ${inputs
        .filter(({ isOneOf }) => isOneOf)
        .map(({ name }) => `'${name}'`)
        .join(' | ')};`,
    ].join('\n'),
  };
};

function parameterTypes([owner, list]) {
  const types = list.map(({ name, type }) => `${name}: '${getNamedType(type).name}'`);
  return `  '${owner}': { ${types.join('; ')} };`;
}

/**
 * A parameter with a default value takes a variable that may be null, but not null itself: `Int=`.
 * The one field of a `@oneOf` input is never null. Ids are declared as `ID`.
 */
function declaredTypes([owner, list, , isOneOf]) {
  const types = list.map(({ name, type, defaultValue }) => {
    const hasDefault = isNonNullType(type) && defaultValue !== undefined;
    const location = hasDefault ? `${getNullableType(type)}=` : isOneOf ? `${type}!` : String(type);
    return `${name}: '${location.replace(/\w+Id\b/, 'ID')}'`;
  });
  return `  '${owner}': { ${types.join('; ')} };`;
}

function requiredNames([owner, list, isRequired]) {
  const names = list.filter(isRequired).map(({ name }) => `'${name}'`);
  return `  '${owner}': ${names.join(' | ') || 'never'};`;
}
