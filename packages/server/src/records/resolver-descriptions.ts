/**
 * Descriptions that the resolvers of all record types share.
 *
 * @param noun the record type as a word, such as `claim`
 * @param prefix the prefix of its ids, such as `clm_`
 */
export const descriptionsOf = (noun: string, prefix: string) => ({
  payload: `The result of a mutation that writes a ${noun}.`,
  result: `The ${noun} after the write.`,
  byId:
    `The ${noun} with this id, even if it has been withdrawn. ` +
    'Null, with the error NOT_FOUND: there is none.',
  id: `The id of the ${noun}: \`${prefix}\` and a UUID.`,
  page: `A page of ${noun}s. Withdrawn ${noun}s are left out.`,
  create: `Creates a ${noun} and returns it.`,
  createInput: `The fields of the new ${noun}.`,
  update:
    `Changes a ${noun}. An omitted field keeps its value, null clears it, and a list replaces ` +
    'the whole list. Fails with CONFLICT if `expectedVersion` is stale.',
  idToUpdate: `The id of the ${noun} to change: \`${prefix}\` and a UUID.`,
  expectedVersion:
    `The \`version\` of the ${noun} as you last read it. ` +
    `If the ${noun} has changed since, the write fails with CONFLICT.`,
  updateInput: `The fields of the ${noun} to change.`,
  upsert:
    `Changes the ${noun} that has this external id, or creates a ${noun} if there is none. ` +
    'Repeating the call has no further effect.',
  upsertKey: `The external id by which the ${noun} is found.`,
  upsertInput: `The ${noun} as it should be after the write.`,
  withdraw:
    `Withdraws a ${noun}, which leaves lists and counts but stays readable by its id and in ` +
    'its history.',
  idToWithdraw: `The id of the ${noun} to withdraw: \`${prefix}\` and a UUID.`,
  updateRationale: `Why the ${noun} is changed. Its history shows the reason. Null: not stated.`,
  restore:
    `Restores a withdrawn ${noun}, which returns to lists and counts. If it depends on records ` +
    'that are still withdrawn, it is marked `restsOnWithdrawn`, with a warning.',
  idToRestore: `The id of the ${noun} to restore: \`${prefix}\` and a UUID.`,
  restoreRationale: `Why the ${noun} is restored. Its history shows the reason.`,
  withdrawRationale: `Why the ${noun} is withdrawn. Its history shows the reason.`,
});
