import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

/**
 * Names the client of a request, so that clients get fair shares. The name is the IPv4 address, or
 * the IPv6 network that one customer usually has.
 */
export type ClientOf = (request: IncomingMessage) => string;

/**
 * Makes the function. `header` is the header in which our proxy writes the address of its client;
 * null means that clients connect to us. If it lists several addresses, the last one counts: our
 * proxy wrote it, while the client may have written the others. Without a valid address, the
 * address of the connection counts.
 */
export function clientsBy(header: string | null): ClientOf {
  return ({ headers, socket }) => {
    const given = header === null ? undefined : headers[header];
    const named = given === undefined ? null : lastAddress(String(given));
    return networkOf(named ?? socket.remoteAddress ?? '');
  };
}

/** The last address of a list, without its port; null if it is not valid. */
function lastAddress(list: string): string | null {
  const last = list.slice(list.lastIndexOf(',') + 1).trim();
  const [, bracketed] = /^\[([^\]]+)\](?::\d+)?$/.exec(last) ?? [];
  const [, bare] = /^([\d.]+):\d+$/.exec(last) ?? [];
  const address = bracketed ?? bare ?? last;
  return isIP(address) === 0 ? null : address;
}

function networkOf(address: string): string {
  const isV4 = address.startsWith('::ffff:') || !address.includes(':');
  return isV4 ? address.replace('::ffff:', '') : wholeOf(address).slice(0, 4).join(':');
}

/** The eight groups of an IPv6 address. "::" stands for the missing groups, which are zero. */
function wholeOf(address: string): readonly string[] {
  const [before = '', after] = address.toLowerCase().split('::', 2);
  const groups = (text: string) => (text === '' ? [] : text.split(':'));
  const [head, tail] = [groups(before), groups(after ?? '')];
  const missing = after === undefined ? 0 : Math.max(0, 8 - head.length - tail.length);
  const zeros = Array.from({ length: missing }, () => '0');
  return [...head, ...zeros, ...tail].map((group) => group.replace(/^0+(?=.)/, ''));
}
