import { arabicSpelling } from './arabic.rules.ts';
import { marks } from './exact.rules.ts';
import { statements } from './rule.ts';

/** Languages that PostgreSQL can stem. All others, Arabic too, have our spelling rules alone. */
const stemmers: Readonly<Record<string, string>> = {
  en: 'english',
  fr: 'french',
  de: 'german',
  es: 'spanish',
  ru: 'russian',
  tr: 'turkish',
};
const configurations = ['simple', ...Object.values(stemmers)];

/**
 * Characters of a text that are indexed. PostgreSQL takes 1 MB of different words per index entry.
 */
const maxIndexed = 100_000;

const vector = (configuration: string, text: string): string =>
  `to_tsvector('pg_catalog.${configuration}', ${text})`;
const queryInAnyLanguage = (parser: string): string =>
  configurations.map((each) => `${parser}('pg_catalog.${each}', x)`).join(' || ');

/** Removes accents and Arabic spelling variants from the variable `x`, which is in lower case. */
const foldX = `
  if octet_length(x) <> char_length(x) then
    x := normalize(x, NFKD);
${statements([marks])}
    x := normalize(x, NFC);
    if x ~ '[\\u0600-\\u06FF]' then
      x := ' ' || x || ' ';
${statements(arabicSpelling)}
    end if;
  end if;`;

/**
 * Full-text search. A text is indexed by the words of its one language; a search does not say its
 * language, so it is parsed in all of them.
 */
export const fullTextFunctions = `
create or replace function fold_text(content text) returns text
language plpgsql immutable strict parallel safe as $$
declare
  x text := lower(left(content, ${maxIndexed}));
begin${foldX}
  return x;
end $$;

-- The words of a text. Indexes use it, and PostgreSQL maintains and analyses indexes with an empty
-- search path: so it sets its own path and calls no function of ours.
create or replace function words_of(language text, said text) returns tsvector
language plpgsql immutable parallel safe
set search_path = public, pg_temp as $$
declare
  x text := lower(left(coalesce(said, ''), ${maxIndexed}));
begin${foldX}
  return case lower(split_part(language, '-', 1))
    ${Object.entries(stemmers)
      .map(([tag, configuration]) => `when '${tag}' then ${vector(configuration, 'x')}`)
      .join('\n    ')}
    else ${vector('simple', 'x')} end;
exception when program_limit_exceeded then
  return ${vector('simple', `left(x, 10000)`)};
end $$;

-- The query for a parsed search text, see \`search-text.ts\`. A word that is excluded is excluded
-- in every language. Null: nothing is searched.
create or replace function search_words(alternatives jsonb) returns tsquery
language plpgsql immutable strict parallel safe as $$
declare
  alternative jsonb;
  piece text;
  x text;
  result tsquery;
  one tsquery;
begin
  for alternative in select * from jsonb_array_elements(alternatives) loop
    x := fold_text(replace(alternative ->> 'words', '"', ' " '));
    one := ${queryInAnyLanguage('websearch_to_tsquery')};
    for piece in select * from jsonb_array_elements_text(alternative -> 'phrases') loop
      x := fold_text(piece);
      one := one && (${queryInAnyLanguage('phraseto_tsquery')});
    end loop;
    for piece in select * from jsonb_array_elements_text(alternative -> 'excluded') loop
      x := fold_text(piece);
      -- Not words alone would find all texts.
      if numnode(one) > 0 then one := one && !!(${queryInAnyLanguage('phraseto_tsquery')}); end if;
    end loop;
    result := coalesce(result || one, one);
  end loop;
  return result;
end $$;

-- Whether a text has each of the phrases, in this form.
create or replace function has_phrases(content text, phrases text[]) returns boolean
language plpgsql immutable strict parallel safe as $$
declare
  vector tsvector := ${vector('simple', 'fold_text(content)')};
  phrase text;
begin
  foreach phrase in array phrases loop
    if not vector @@ phraseto_tsquery('pg_catalog.simple', fold_text(phrase)) then
      return false;
    end if;
  end loop;
  return true;
exception when program_limit_exceeded then -- a text with too many different words
  return false;
end $$;

-- Whether a text has one of the words in a form of any language. For texts whose language has no
-- stemmer: their index has other forms than the query.
create or replace function has_any_form(content text, words text[]) returns boolean
language plpgsql immutable strict parallel safe as $$
declare
  y text := fold_text(content);
  word text;
  x text;
begin
  foreach word in array words loop
    x := fold_text(word);
    if ${configurations
      .map((each) => `${vector(each, 'y')} @@ phraseto_tsquery('pg_catalog.${each}', x)`)
      .join(' or ')} then return true; end if;
  end loop;
  return false;
end $$;
`;

/** SQL for whether texts in the language of a row are not stemmed. */
export const isUnstemmed = (language: string): string =>
  `coalesce(lower(split_part(${language}, '-', 1)), '') not in (${Object.keys(stemmers)
    .map((tag) => `'${tag}'`)
    .join(', ')})`;

/** A text that is searched. */
interface SearchedText {
  table: 'report' | 'claim';
  /** Names its index, `<table>_<name>_words_idx`. */
  name: string;
  /** SQL for the indexed words, and for the text itself. */
  words: string;
  content: string;
  /** The score of a hit in it. */
  score: number;
}

/** The texts that are searched, by record type. */
export const searchedTexts: Record<'REPORT' | 'CLAIM', readonly SearchedText[]> = {
  REPORT: [
    {
      table: 'report',
      name: 'title',
      words: 'words_of(language, title)',
      content: 'title',
      score: 0.62,
    },
    {
      table: 'report',
      name: 'body',
      words: `words_of(language, coalesce(summary, '') || ' ' || coalesce(body, ''))`,
      content: `coalesce(summary, '') || ' ' || coalesce(body, '')`,
      score: 0.58,
    },
  ],
  CLAIM: [
    {
      table: 'claim',
      name: 'statement',
      words: 'words_of(language, statement)',
      content: 'statement',
      score: 0.6,
    },
  ],
};
