const options = {
  protocols: ['http', 'https'],
  require_protocol: true,
  require_tld: false,
  allow_underscores: true,
};

/** What `IsUrl` needs to accept an address with http or https, and what to say about any other. */
export const httpUrl: [typeof options, { message: string }] = [
  options,
  { message: '$property must be an address with http:// or https://, blanks and signs encoded' },
];
