import type { IncomingMessage } from 'node:http';

/**
 * Who a request comes from, as far as fairness among clients goes: an address, or of one in IPv6
 * the network that one customer usually has to himself.
 */
export function clientOf({ socket }: IncomingMessage): string {
  const address = socket.remoteAddress ?? '';
  const isV4 = address.startsWith('::ffff:') || !address.includes(':');
  return isV4 ? address : address.split(':', 4).join(':');
}
