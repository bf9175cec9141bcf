import type { IncomingMessage } from 'node:http';
import { type BlockList, isIP } from 'node:net';

/** The address of the client of a request, as far as it is known. */
export type AddressOf = (request: IncomingMessage) => string;

/** IPv6 sockets show IPv4 addresses behind this. */
const mapped = /^::ffff:(?=\d+\.)/i;

const isIn = (networks: BlockList, address: string): boolean =>
  isIP(address) !== 0 && networks.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');

/**
 * Anyone can send `X-Forwarded-For`, so it only counts if the connection comes from one of these
 * proxies. Each proxy adds the address that it sees, so the last one that is not a proxy is the
 * client.
 */
export const addressReader =
  (proxies: BlockList): AddressOf =>
  ({ socket, headers }) => {
    let address = (socket.remoteAddress ?? '').replace(mapped, '');
    const forwarded = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',').reverse();
    for (const each of forwarded) {
      if (!isIn(proxies, address)) break;
      const next = each.trim().replace(mapped, '');
      if (isIP(next) === 0) break;
      address = next;
    }
    return address;
  };

/** One network of IPv6 counts as one client: it has as many addresses as it likes. */
export function clientOf(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = '', tail] = address.split('::');
  const before = head ? head.split(':') : [];
  const after = tail ? tail.split(':') : [];
  const zeros = Array<string>(tail === undefined ? 0 : 8 - before.length - after.length).fill('0');
  return `${[...before, ...zeros, ...after].slice(0, 4).join(':')}::/64`;
}
