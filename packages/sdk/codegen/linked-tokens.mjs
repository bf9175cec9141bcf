/**
 * Makes the parser of gql.tada read a linked list of tokens, `[Token, Rest]`, in place of a tuple
 * of all tokens. TypeScript creates a type with n type parameters for each length n of a tuple, so
 * a text of 6,000 characters took a gigabyte. The lines of the text are tokenized one by one,
 * because each step of the tokenizer creates a type of all the text that is left.
 */
export function linkTokens(name, text) {
  if (name === 'tokenize') return tokenize;
  if (name === 'tokenizeStep')
    return `${tokenText}\n\n${replaceAllOf(text, [stringToken, integerToken])}`;
  if (name === 'takeValue')
    return linkPatterns(replaceAllOf(parameterless(text), [stringValue, integerValue]));
  if (name === 'parseDocument')
    return text.replace('infer Definitions], any>', 'infer Definitions], []>');
  if (!/^(_?take[A-Z]\w*|_match2?)$/.test(name) || name === 'takeNameLiteralRec') return text;
  return linkPatterns(parameterless(text));
}

const parameterless = (text) => text.replaceAll('In extends any[]', 'In');

/**
 * The text of a token. An interface, because compilers look for type parameters in all object types
 * of other kinds, so that long lists of tokens would be too deep for them.
 */
const tokenText = 'interface TokenText<Text> {\n  text: Text;\n}';

/** The token of a text without escapes has the text, so that literal ids can be checked. */
const stringToken = [
  /_state<skipString<In>, \[\.\.\.Out, Token\.String\]>/,
  `In extends \`\${infer Text}"\${infer Rest}\`
  ? Text extends \`\${string}\\\\\${string}\`
    ? _state<skipString<In>, [...Out, Token.String]>
    : _state<Rest, [...Out, Token.String & TokenText<Text>]>
  : void`,
];
const textOfToken = 'value: Head extends { text: infer Text } ? Text : string;';
const stringValue = [/value: string;(\s+block: false)/, `${textOfToken}$1`];
/** The token of an integer has its digits, so that different values of an argument are found. */
const integerToken = [
  /_state<skipDigits<In>, \[\.\.\.Out, Token\.Integer\]>/g,
  `skipDigits<In> extends infer After extends string
  ? Rest extends \`\${infer Digits}\${After}\`
    ? _state<After, [...Out, Token.Integer & TokenText<\`\${Char}\${Digits}\`>]>
    : void
  : void`,
];
const integerValue = [/(kind: Kind\.INT;\s+)value: string;/, `$1${textOfToken}`];

const replaceAllOf = (text, replacements) =>
  replacements.reduce((result, each) => replaceOnce(result, ...each), text);

/** Replaces a part of a text that must be there. */
export function replaceOnce(text, pattern, replacement) {
  if (!pattern.test(text)) throw new Error(`gql.tada has changed: ${pattern} is missing.`);
  return text.replace(pattern, replacement);
}

/** `[A, B, ...infer In]` → `[A, [B, infer In]]`, and `[A, ...any[]]` → `[A, any]`. */
function linkPatterns(text) {
  const rest = /\.\.\.(infer In|any\[\]),?\s*\]/g;
  let result = text;
  for (const match of [...text.matchAll(rest)].reverse()) {
    const start = openingBracket(result, match.index);
    const elements = splitElements(result.slice(start + 1, match.index));
    const end = match[1] === 'any[]' ? 'any' : match[1];
    const linked = elements.reduceRight((tail, each) => `[${each}, ${tail}]`, end);
    result = result.slice(0, start) + linked + result.slice(match.index + match[0].length);
  }
  return result;
}

/** The place of the bracket that is open at a position. */
function openingBracket(text, position) {
  let depth = 0;
  for (let i = position - 1; i >= 0; i--) {
    if (text[i] === ']') depth++;
    else if (text[i] === '[' && depth-- === 0) return i;
  }
  throw new Error('A pattern of the parser has no opening bracket.');
}

function splitElements(text) {
  const elements = [''];
  let depth = 0;
  for (const character of text) {
    if ('[{('.includes(character)) depth++;
    if (']})'.includes(character)) depth--;
    if (character === ',' && depth === 0) elements.push('');
    else elements[elements.length - 1] += character;
  }
  return elements.map((each) => each.trim()).filter(Boolean);
}

const tokenize = `type tokenize<In extends string> = linkLines<reverseLines<In, []>, []>;

// The lines of a text, as a linked list that begins with the last one.
type reverseLines<In extends string, Out> = In extends \`\${infer Line}\\n\${infer Rest}\`
  ? Line extends \`\${string}"""\${string}\`
    ? [In, Out]
    : reverseLines<Rest, reverseParts<Line, Out>>
  : reverseParts<In, Out>;

// A text may be one long line. Strings and comments are not divided.
type reverseParts<Line extends string, Out> = Line extends \`\${string}\${'"' | '#'}\${string}\`
  ? [Line, Out]
  : Line extends \`\${infer Part}{\${infer Rest}\`
    ? reverseParts<Rest, ['{', [Part, Out]]>
    : [Line, Out];

type linkLines<Lines, Out> = Lines extends [infer Line, infer Before]
  ? linkLines<Before, prependTokens<tokenizeLine<_state<Line & string, []>>, Out>>
  : Out;

type prependTokens<Tokens, Out> = Tokens extends [...infer Others, infer Last]
  ? prependTokens<Others, [Last, Out]>
  : Out;

// No part of the grammar matches the token void.
type tokenizeLine<State> =
  State extends _state<'', any>
    ? State['out']
    : State extends _state<any, any>
      ? tokenizeLine<tokenizeStep4<State>>
      : [void];`;
