const { ClaimById } = require('@claimgraph/sdk/operations');

/** The code under test: the title of the report in which a claim was read. */
exports.titleOf = async (client, id) => {
  const { data, errors } = await client.result(ClaimById, { id });
  return errors ? errors[0].kind : data.claim.report.title;
};
