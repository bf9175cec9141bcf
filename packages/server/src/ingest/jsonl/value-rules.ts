import { isURL } from 'class-validator';
import { readEdtf } from '../../values/edtf.ts';
import { GeoJson } from '../../values/geojson.ts';
import { Language } from '../../values/scalars.ts';

export type IsValid = (value: unknown) => boolean;

/** Whether a text is read without an error. */
const canBe =
  (read: (value: string) => unknown): IsValid =>
  (value) => {
    if (typeof value !== 'string') return false;
    try {
      read(value);
      return true;
    } catch {
      return false;
    }
  };

const isGeoJson: IsValid = (value) => {
  try {
    GeoJson.parseValue(value);
    return true;
  } catch {
    return false;
  }
};

const isWebAddress: IsValid = (value) =>
  typeof value === 'string' &&
  isURL(value, {
    protocols: ['http', 'https'],
    require_protocol: true,
    require_tld: false,
    allow_underscores: true,
  });

/** Rules for values beyond their type, by key, with a description. The API has the same rules. */
export const valueRules: Readonly<Record<string, [isValid: IsValid, description: string]>> = {
  edtf: [canBe(readEdtf), 'a date in EDTF, such as 2018-07-10~'],
  language: [canBe((text) => Language.parseValue(text)), 'a BCP 47 language tag, such as ar'],
  geometry: [isGeoJson, 'a GeoJSON geometry (RFC 7946)'],
  url: [isWebAddress, 'an address with http:// or https://'],
  archivedUrl: [isWebAddress, 'an address with http:// or https://'],
};
