import { readFileSync } from 'node:fs';
import { isEnumType } from 'graphql';
import { doc, head, quoted } from './documents.mjs';

const labelsIn = (language) =>
  JSON.parse(readFileSync(new URL(`labels.${language}.json`, import.meta.url), 'utf8'));

/**
 * A plugin for GraphQL Code Generator. It writes each enum as a constant: its values in their
 * order, with a label in English and, for what people read, in Arabic.
 */
export const plugin = (
  schema,
  _documents,
  { labels = { en: labelsIn('en'), ar: labelsIn('ar') } },
) => {
  const enums = Object.values(schema.getTypeMap()).filter(
    (type) => isEnumType(type) && !type.name.startsWith('__'),
  );
  assertLabelsFit(enums, labels);
  return {
    prepend: [head, `import type { Label } from '../lists.ts';`],
    content: enums.map((type) => constant(type, labels)).join('\n\n'),
  };
};

function constant(type, { en, ar }) {
  const members = type.getValues().map(({ name, description }) => {
    const label = [['en', en[type.name]?.[name] ?? englishLabel(name)]];
    const arabic = ar[type.name]?.[name];
    if (arabic) label.push(['ar', arabic]);
    const text = label.map(([language, words]) => `${language}: ${quoted(words)}`).join(', ');
    return { type: `${doc(description)}readonly ${name}: Label;`, value: `${name}: { ${text} },` };
  });
  return `${doc(type.description)}export const ${listName(type.name)}: {
${members.map((each) => each.type).join('\n')}
} = {
${members.map((each) => each.value).join('\n')}
};`;
}

/** `ClaimKind` → `claimKinds`. */
function listName(type) {
  const name = type[0].toLowerCase() + type.slice(1);
  if (name.endsWith('y')) return name.replace(/y$/, 'ies');
  if (name.endsWith('sis')) return name.replace(/is$/, 'es');
  return /(s|ch|ce)$/.test(name) ? name.replace(/e?$/, 'es') : `${name}s`;
}

/** `AT_LEAST` → `At least`. */
function englishLabel(value) {
  const words = value.toLowerCase().replaceAll('_', ' ');
  return words[0].toUpperCase() + words.slice(1);
}

/** A translated list is whole, and labels of values that no longer exist are removed. */
function assertLabelsFit(enums, { en, ar }) {
  const problems = [];
  const valuesOf = new Map(
    enums.map((type) => [type.name, type.getValues().map(({ name }) => name)]),
  );
  for (const [language, lists] of Object.entries({ en, ar }))
    for (const [type, labels] of Object.entries(lists)) {
      const values = valuesOf.get(type) ?? [];
      const unknown = Object.keys(labels).filter((value) => !values.includes(value));
      const missing = language === 'ar' ? values.filter((value) => !labels[value]) : [];
      for (const value of unknown)
        problems.push(`labels.${language}.json: there is no ${type}.${value}.`);
      for (const value of missing)
        problems.push(`labels.${language}.json: ${type}.${value} is missing.`);
    }
  if (problems.length > 0) throw new Error(problems.join('\n'));
}
