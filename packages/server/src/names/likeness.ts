/** How well a kept name fits one that is asked, from 0 to 1; both are aliases of rows with the keys of `name_keys`. */
export const likeness = (asked: string, kept: string): string => `(case
      when ${asked}.exact = ${kept}.exact then 1
      when ${asked}.solid = ${kept}.solid then 0.97
      when ${asked}.skeleton = ${kept}.skeleton then 0.75 + 0.2 * similarity(${asked}.spelled, ${kept}.spelled)
      when ${asked}.stem = ${kept}.stem then 0.6 + 0.2 * similarity(${asked}.spelled, ${kept}.spelled)
      else greatest(0.5 * similarity(${asked}.spelled, ${kept}.spelled) + 0.3 * similarity(${asked}.skeleton, ${kept}.skeleton),
        0.4 * word_similarity(${asked}.spelled, ${kept}.spelled), 0.4 * word_similarity(${kept}.spelled, ${asked}.spelled))
    end - case when ${asked}.form > 0 or ${kept}.form > 0 then 0.03 else 0 end)`;

/** The rule by which a kept name was found, as `MatchRule` names them. */
export const ruleOf = (asked: string, kept: string): string => `(case
      when ${asked}.exact = ${kept}.exact then 'EXACT'
      when ${asked}.arabic <> ${kept}.arabic and (${asked}.skeleton = ${kept}.skeleton or ${asked}.stem = ${kept}.stem) then 'SCRIPT'
      when ${asked}.solid = ${kept}.solid or ${asked}.skeleton = ${kept}.skeleton or ${asked}.stem = ${kept}.stem then 'SPELLING'
      else 'SOUND' end)`;
