import type { IncomingMessage } from 'node:http';

/**
 * The client of a request, for a fair share among clients: its IPv4 address, or the IPv6 network
 * that one customer usually has.
 */
export function clientOf({ socket }: IncomingMessage): string {
  const address = socket.remoteAddress ?? '';
  const isV4 = address.startsWith('::ffff:') || !address.includes(':');
  return isV4 ? address : address.split(':', 4).join(':');
}
