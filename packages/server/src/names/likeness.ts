/*
 * How a name in the ledger compares with the name of a search. `searched` and `stored` are aliases
 * of rows with the keys of `name_keys`.
 */

/** SQL for how well the names fit, from 0 to 1. */
export const likeness = (searched: string, stored: string): string => {
  const isEqual = (key: string) => `${searched}.${key} = ${stored}.${key}`;
  const similarity = (key: string) => `similarity(${searched}.${key}, ${stored}.${key})`;
  return `(case
      when ${isEqual('exact')} then 1
      when ${isEqual('solid')} then 0.97
      when ${isEqual('skeleton')} then 0.75 + 0.2 * ${similarity('spelled')}
      when ${isEqual('stem')} then 0.6 + 0.2 * ${similarity('spelled')}
      when ${searched}.arabic <> ${stored}.arabic then 0.5 * coalesce(${similarity('skeleton')}, 0)
      else greatest(0.5 * ${similarity('spelled')} + 0.3 * ${similarity('skeleton')},
        0.4 * word_similarity(${searched}.spelled, ${stored}.spelled),
        0.4 * word_similarity(${stored}.spelled, ${searched}.spelled))
    end - case when ${searched}.form > 0 or ${stored}.form > 0 then 0.03 else 0 end)`;
};

/** SQL for the rule by which the names match, a value of `MatchRule`. */
export const ruleOf = (searched: string, stored: string): string => {
  const isEqual = (key: string) => `${searched}.${key} = ${stored}.${key}`;
  return `(case
      when ${isEqual('exact')} then 'EXACT'
      when ${searched}.arabic <> ${stored}.arabic and (${isEqual('skeleton')} or ${isEqual('stem')})
        then 'SCRIPT'
      when ${isEqual('solid')} or ${isEqual('skeleton')} or ${isEqual('stem')} then 'SPELLING'
      else 'SOUND' end)`;
};
