/** Whether an address may be a link. Reports come from outside, so theirs may be any text. */
export const isWebAddress = (address: string | null | undefined): address is string =>
  typeof address === 'string' &&
  URL.canParse(address) &&
  /^https?:$/.test(new URL(address).protocol);
