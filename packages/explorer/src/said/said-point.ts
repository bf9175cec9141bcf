import type { LatLon } from '../data/mark.ts';

const latitude = String.raw`-?\d{1,2}`;
const longitude = String.raw`-?\d{1,3}`;
const decimals = String.raw`\.\d+`;

/**
 * Two numbers with a decimal point each, or a comma with a space between them. Otherwise "32,69"
 * may be one number, and "32 41.5" may be degrees and minutes.
 */
const forms = [
  `(${latitude}${decimals})°?(?: ?[,،;] ?| )(${longitude}${decimals})°?`,
  `(${latitude}(?:${decimals})?)°?[,،;] (${longitude}(?:${decimals})?)°?`,
].map((form) => new RegExp(`^${form}$`));

/** Reads a position in degrees, latitude first: "32.69, 36.10". Undefined: it is not one. */
export function understandPoint(text: string): LatLon | undefined {
  const western = text
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/[\u200b-\u200f]/g, '')
    .replace(/٫/g, '.')
    .replace(/−/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
  const match = forms.map((form) => form.exec(western)).find(Boolean);
  const [lat, lon] = [Number(match?.[1]), Number(match?.[2])];
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon } : undefined;
}
