import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
} from 'graphql';

const escapeHtml = (text) => String(text).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
/** A description: its paragraphs, with the code in it. */
const prose = (text) =>
  (text ?? '')
    .split(/\n\s*\n/)
    .filter(Boolean)
    .map((paragraph) => `<p>${escapeHtml(paragraph).replace(/`([^`]+)`/g, '<code>$1</code>')}</p>`)
    .join('');
const json = (value) => `<pre>${escapeHtml(JSON.stringify(value, null, 2))}</pre>`;
const typeLink = (type) => {
  const { name } = getNamedType(type);
  const link = `<a href="#${name}">${name}</a>`;
  return `<code>${escapeHtml(type).replace(name, () => link)}</code>`;
};
const defaultOf = ({ defaultValue }) =>
  defaultValue === undefined
    ? ''
    : `, default <code>${escapeHtml(JSON.stringify(defaultValue))}</code>`;
const deprecation = ({ deprecationReason }) =>
  deprecationReason ? `<p><strong>Deprecated.</strong> ${escapeHtml(deprecationReason)}</p>` : '';
const list = (items) => (items.length > 0 ? `<dl>${items.join('')}</dl>` : '');
const member = (id, name, type, element) =>
  `<dt id="${id}"><code>${name}</code>${type ? `: ${typeLink(type)}` : ''}` +
  `${defaultOf(element)}</dt>` +
  `<dd>${prose(element.description)}${deprecation(element)}</dd>`;

function rootField(field, example) {
  const args = field.args.map((arg) =>
    member(`${field.name}-${arg.name}`, arg.name, arg.type, arg),
  );
  const variables = Object.keys(example.variables).length > 0;
  return `<section id="${field.name}"><h3><code>${field.name}</code>: ${typeLink(field.type)}</h3>
${prose(field.description)}${deprecation(field)}${list(args)}
<details open><summary>Example</summary>
<pre>${escapeHtml(example.text)}</pre>
${variables ? `<p>Variables:</p>${json(example.variables)}` : ''}
<p>Answer:</p>${json({ data: example.answer })}</details></section>`;
}

function membersOf(type) {
  if (isEnumType(type))
    return type
      .getValues()
      .map((value) => member(`${type.name}.${value.name}`, value.name, undefined, value));
  if (isUnionType(type))
    return type.getTypes().map((each) => `<dt>${typeLink(each)}</dt><dd></dd>`);
  if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => [
    member(`${type.name}.${field.name}`, field.name, field.type, field),
    ...(field.args ?? []).map((arg) =>
      member(
        `${type.name}.${field.name}.${arg.name}`,
        `${field.name}(${arg.name}:)`,
        arg.type,
        arg,
      ),
    ),
  ]);
}

const typeSection = (type) =>
  `<section id="${type.name}"><h3><code>${type.name}</code></h3>
${prose(type.description)}${list(membersOf(type))}</section>`;

const style = `
body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 60rem; padding: 1rem }
pre { background: #f4f4f4; max-height: 24rem; overflow: auto; padding: 0.75rem }
nav { columns: 14rem } nav a { display: block } dd p { margin: 0 0 0.5rem }`;

/** The page about the schema: root fields with their examples, then all types. */
export function schemaPage(schema, examples) {
  const roots = [
    ['Queries', schema.getQueryType()],
    ['Mutations', schema.getMutationType()],
  ].map(([title, type]) => [title, Object.values(type.getFields())]);
  const types = Object.values(schema.getTypeMap())
    .filter((type) => !type.name.startsWith('__') && !/^(Query|Mutation)$/.test(type.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const links = (items) => items.map(({ name }) => `<a href="#${name}">${name}</a>`).join('');
  const contents = [...roots, ['Types', types]].map(
    ([title, items]) => `<h2>${title}</h2><nav>${links(items)}</nav>`,
  );
  const sections = (fields) =>
    fields.map((field) => rootField(field, examples.get(field.name))).join('\n');
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Claimgraph: the GraphQL API</title>
<style>${style}</style>
<h1>The GraphQL API</h1>
<p>Each root field has an example that ran against the server when this page was written.
<a href="sdk/index.html">The SDK</a> is on its own pages.</p>
${contents.join('\n')}
${roots.map(([title, fields]) => `<h2>${title}</h2>${sections(fields)}`).join('\n')}
<h2>Types</h2>
${types.map(typeSection).join('\n')}
</html>
`;
}
