import { isURL } from 'class-validator';
import { readEdtf } from '../../values/edtf.ts';
import { GeoJson } from '../../values/geojson.ts';
import { Language } from '../../values/scalars.ts';

const isAddress = (value: unknown): boolean =>
  isURL(value as string, {
    protocols: ['http', 'https'],
    require_protocol: true,
    require_tld: false,
    allow_underscores: true,
  });

const reads = (read: (value: string) => unknown) => (value: unknown) => {
  try {
    read(value as string);
    return true;
  } catch {
    return false;
  }
};

/** What a value must be beyond its type, by its key, and the words for it: what the API asks of whoever writes it there. */
export const meanings: Readonly<
  Record<string, [check: (value: unknown) => boolean, what: string]>
> = {
  edtf: [reads(readEdtf), 'a date in EDTF, such as 2018-07-10~'],
  language: [reads((value) => Language.parseValue(value)), 'a language by BCP 47, such as ar'],
  geometry: [reads((value) => GeoJson.parseValue(value)), 'a geometry of GeoJSON (RFC 7946)'],
  url: [isAddress, 'an address with http:// or https://'],
  archivedUrl: [isAddress, 'an address with http:// or https://'],
};
