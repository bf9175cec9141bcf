import type { LatLon } from '../data/mark.ts';

/** Reads a position in degrees, latitude first: "32.69, 36.10". Undefined: it is not one. */
export function understandPoint(text: string): LatLon | undefined {
  const western = text.replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660));
  const match = /^\s*(-?\d{1,2}(?:\.\d+)?)°?\s*[,،;\s]\s*(-?\d{1,3}(?:\.\d+)?)°?\s*$/.exec(western);
  const [lat, lon] = [Number(match?.[1]), Number(match?.[2])];
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon } : undefined;
}
