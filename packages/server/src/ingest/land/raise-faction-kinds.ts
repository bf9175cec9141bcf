import { factionKinds } from '../stage/faction.ts';

const rank = (kind: string): string =>
  `array_position(array[${factionKinds.map((each) => `'${each}'`).join(', ')}], ${kind})`;

/**
 * Gives each faction the most telling kind of all rows, see {@link factionKinds}: staged factions
 * that turned out to be the same, and those that exist already. A faction that anybody else than an
 * import has written stays as it is.
 */
export const raiseFactionKinds = `
  update stage_faction s
  set kind = o.kind
  from (
    select id, (array_agg(kind order by ${rank('kind')} desc))[1] as kind
    from stage_faction
    group by id
    having count(*) > 1
  ) o
  where o.id = s.id and o.kind <> s.kind;

  update faction t
  set kind = s.kind
  from stage_faction s
  where s.id = t.id and ${rank('s.kind')} > ${rank('t.kind')}
    and not exists (
      select from revision r
      where r.record_type = 'FACTION' and r.record_id = t.id and not follows_file(r.action)
    );`;
