/** Languages of CLDR in the scripts that a search reads. */
const languages = ['en', 'ar', 'fa', 'ckb', 'ku', 'tr', 'ru', 'uk', 'fr', 'es', 'de', 'ps', 'bg'];
/** A search looks up these names. Those of the other languages are spelled like one of them. */
const searchedLanguages = new Set(['en', 'ar', 'fa', 'ru', 'tr', 'fr']);

/** "Palestinian Territories" is long, "Palestine" is short. */
const styles = ['long', 'short'] as const;

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const everyCode = letters.flatMap((one) => letters.map((other) => one + other));

/** A name without differences in case, accents, punctuation and the forms of Arabic letters. */
const nameKey = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('ة', 'ه')
    .replace(/[ىی]/g, 'ي')
    .replaceAll('ک', 'ك')
    .replace(/[^\p{L}\p{N}]/gu, '');

/** By the key of each name of a country in CLDR: the names of it that a search looks up. */
function readCountryNames(): Map<string, ReadonlySet<string>> {
  const english = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const countries = everyCode
    .filter((code) => english.of(code) !== undefined)
    .map((code) => ({ code, names: new Set<string>() }));
  const byKey = new Map<string, Set<string>>();
  for (const language of languages)
    for (const style of styles) {
      const names = new Intl.DisplayNames(language, { type: 'region', style, fallback: 'none' });
      for (const country of countries) {
        const name = names.of(country.code);
        if (name === undefined) continue;
        if (searchedLanguages.has(language)) country.names.add(name);
        if (!byKey.has(nameKey(name))) byKey.set(nameKey(name), country.names);
      }
    }
  return byKey;
}

/**
 * The names of countries in other languages. They are translations, such as Сирия and سوريا, which
 * no rule of spelling finds.
 */
export class CountryNames {
  private byKey: Map<string, ReadonlySet<string>> | undefined;

  /** The other names of the country with this name. None: it is not the name of a country. */
  othersOf(text: string): string[] {
    this.byKey ??= readCountryNames();
    const key = nameKey(text);
    return [...(this.byKey.get(key) ?? [])].filter((name) => nameKey(name) !== key);
  }
}
