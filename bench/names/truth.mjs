// cspell:ignore neighbou rhood
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import anyAscii from 'any-ascii';
import { readCsv } from './csv.mjs';

/**
 * The set that matching is measured on: UCDP's exact places (`where_prec` 1), each with the
 * communities that it may refer to. The method is independent of the rules that it judges:
 * `any-ascii` for both scripts, edit distance, distance on the ground, and then corrections by hand
 * (`corrections.json`).
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
  const evaluated = [...places.values()].map((place) => ({
    ...place,
    half: half(place.id),
    near: near(place, communities),
  }));
  // A person checked the first 200 of the judging half, and everything in corrections.json.
  const judged = evaluated
    .filter((place) => place.half === 'judge' && place.near.some(({ right }) => right))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const checkedIds = new Set([
    ...judged.slice(0, 200).map(({ id }) => id),
    ...Object.keys(corrections),
  ]);
  return {
    communities,
    places: evaluated.map((place) => ({
      ...place,
      near: withCorrections(place),
      checked: checkedIds.has(place.id),
    })),
  };
}

/** Id of a place → P-codes that it refers to, empty for none nearby. A person determined them. */
const corrections = JSON.parse(readFileSync(new URL('corrections.json', import.meta.url), 'utf8'));

const withCorrections = ({ id, near }) =>
  id in corrections
    ? near.map((each) => ({ ...each, right: corrections[id].includes(each.pcode) }))
    : near;

/** Rules are tuned on one half and judged on the other. */
const half = (id) => (Number.parseInt(id.slice(-1), 16) % 2 === 0 ? 'tune' : 'judge');

export const maxKm = 1.5;
/** A name is plausible if two thirds of its letters agree, or half of them at the same spot. */
const isPlausible = (likeness, km) => likeness >= (km <= 0.3 ? 0.5 : 0.67);
/** Candidates within this distance of the best likeness are all right. */
const tieMargin = 0.05;

/** The communities around a place with the likeness of their names, the best match first. */
function near(place, communities) {
  const forms = place.name.split('/').map((part) => plain(part.replace(features, '')));
  const candidates = communities
    .map((community) => ({ community, km: distance(place, community) }))
    .filter(({ km }) => km <= maxKm)
    .map(({ community, km }) => {
      const likeness = Math.max(
        ...forms.flatMap((form) => community.forms.map((other) => likenessOf(form, other))),
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
    ...candidates
      .filter(({ likeness, km }) => isPlausible(likeness, km))
      .map(({ likeness }) => likeness),
  );
  return candidates.map((each) => ({
    ...each,
    right: isPlausible(each.likeness, each.km) && each.likeness >= best - tieMargin,
  }));
}

/** Words that UCDP adds to a name to say what kind of place it is. */
const features = new RegExp(
  '\\s+(town|village|city|suburb|neighbou?rhood|district|area|camp|refugee camp|checkpoint' +
    '|airbase|air base|farm|farms)$',
  'i',
);

const plain = (text) =>
  anyAscii(text)
    .toLowerCase()
    .replace(/^\s*(al|el|ul|an|ar|as|ash|at|ad|az|adh|ath)[\s-]+/, '')
    .replace(/[^a-z]/g, '');
const consonants = (text) => text.replace(/[aeiouwy]/g, '').replace(/(.)\1+/g, '$1');

/**
 * The likeness of two names, from 0 to 1: by letters, or by consonants if both have at least two.
 * If one name only starts or ends like the other, it is nine tenths of that.
 */
function likenessOf(one, other) {
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
