import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import anyAscii from 'any-ascii';
import { readCsv } from './csv.mjs';

/**
 * The set that matching is measured on: UCDP's exact places (`where_prec` 1), each with the communities that it may mean. It is made by means that
 * have nothing in common with the rules it judges: `any-ascii` for both scripts, edit distance, distance on the ground; then by eye (`corrections.json`).
 */
export function evaluationSet(data) {
  const events = readCsv(
    readFileSync(join(data, 'ucdp-ged-syria-2016-2019/ged_syria.csv'), 'utf8'),
  );
  const communities = readCsv(
    readFileSync(join(data, 'gazetteer-syria/syria_communities.csv'), 'utf8'),
  ).map((row) => ({
    ...row,
    lat: Number(row.latitude),
    lon: Number(row.longitude),
    forms: [...row.name_en.split(/\s+-\s+/), ...row.name_ar.split(/[_-]/)]
      .map(plain)
      .filter(Boolean),
  }));
  const places = new Map();
  for (const {
    where_prec: exact,
    where_coordinates: name,
    latitude,
    longitude,
    adm_1: admin1,
    adm_2: admin2,
  } of events) {
    if (exact !== '1' || !latitude) continue;
    const id = createHash('sha256')
      .update(`${name} ${latitude} ${longitude}`)
      .digest('hex')
      .slice(0, 10);
    if (!places.has(id))
      places.set(id, { id, name, lat: Number(latitude), lon: Number(longitude), admin1, admin2 });
  }
  const found = [...places.values()].map((place) => ({
    ...place,
    half: half(place.id),
    near: near(place, communities),
  }));
  // The ones that were looked at: the first 200 of the half that judges, and what was found wrong or wanting among the rest.
  const listed = found
    .filter((place) => place.half === 'judge' && place.near.some(({ right }) => right))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const seen = new Set([...listed.slice(0, 200).map(({ id }) => id), ...Object.keys(corrections)]);
  return {
    communities,
    places: found.map((place) => ({ ...place, near: corrected(place), seen: seen.has(place.id) })),
  };
}

/** Id of a place → P-codes of what it means, none where nothing near is meant. Facts, found by looking. */
const corrections = JSON.parse(readFileSync(new URL('corrections.json', import.meta.url), 'utf8'));

const corrected = ({ id, near }) =>
  id in corrections
    ? near.map((each) => ({ ...each, right: corrections[id].includes(each.pcode) }))
    : near;

/** Rules are tuned on the first half and judged on the second. */
const half = (id) => (Number.parseInt(id.slice(-1), 16) % 2 === 0 ? 'tune' : 'judge');

export const maxKm = 1.5;
/** From here on a form is plausible: two in three letters agree; or half of them, on the very spot. */
const plausible = (likeness, km) => likeness >= (km <= 0.3 ? 0.5 : 0.67);
/** Of several, those that come as near to the name as the nearest does. */
const tie = 0.05;

/** Communities around a place, with how much their names look alike; the ones that are held to be right come first. */
function near(place, communities) {
  const forms = place.name.split('/').map((part) => plain(part.replace(features, '')));
  const found = communities
    .map((community) => ({ community, km: distance(place, community) }))
    .filter(({ km }) => km <= maxKm)
    .map(({ community, km }) => {
      const likeness = Math.max(
        ...forms.flatMap((form) => community.forms.map((other) => alike(form, other))),
      );
      return {
        pcode: community.pcode,
        name: community.name_en,
        nameAr: community.name_ar,
        km,
        likeness,
      };
    })
    .sort((a, b) => b.likeness - a.likeness || a.km - b.km);
  const best = Math.max(
    0,
    ...found.filter(({ likeness, km }) => plausible(likeness, km)).map(({ likeness }) => likeness),
  );
  return found.map((each) => ({
    ...each,
    right: plausible(each.likeness, each.km) && each.likeness >= best - tie,
  }));
}

/** What UCDP adds to a name to say what it is. */
const features =
  /\s+(town|village|city|suburb|neighbou?rhood|district|area|camp|refugee camp|checkpoint|airbase|air base|farm|farms)$/i;

const plain = (text) =>
  anyAscii(text)
    .toLowerCase()
    .replace(/^\s*(al|el|ul|an|ar|as|ash|at|ad|az|adh|ath)[\s-]+/, '')
    .replace(/[^a-z]/g, '');
const consonants = (text) => text.replace(/[aeiouwy]/g, '').replace(/(.)\1+/g, '$1');

/** From 0 to 1, by letters, or by consonants, where there are at least two; nine tenths of that where one only begins or ends like the other. */
function alike(one, other) {
  const ratio = (a, b) => (a && b ? 1 - edits(a, b) / Math.max(a.length, b.length) : 0);
  const [a, b] = [consonants(one), consonants(other)];
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  const part =
    short.length < 4
      ? 0
      : 0.9 *
        Math.max(
          ratio(short, long.slice(0, short.length)),
          ratio(short, long.slice(-short.length)),
        );
  return Math.max(ratio(one, other), Math.min(a.length, b.length) < 2 ? 0 : ratio(a, b), part);
}

function edits(one, other) {
  let before = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 1; i <= one.length; i += 1) {
    const now = [i];
    for (let j = 1; j <= other.length; j += 1)
      now[j] = Math.min(
        before[j] + 1,
        now[j - 1] + 1,
        before[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1),
      );
    before = now;
  }
  return before[other.length];
}

function distance(a, b) {
  const radians = Math.PI / 180;
  const h =
    Math.sin(((b.lat - a.lat) * radians) / 2) ** 2 +
    Math.cos(a.lat * radians) *
      Math.cos(b.lat * radians) *
      Math.sin(((b.lon - a.lon) * radians) / 2) ** 2;
  return 2 * 6371.0088 * Math.asin(Math.sqrt(h));
}
