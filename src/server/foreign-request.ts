import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';

/** By which names a server may be reached, and from the pages of which origins. */
export interface Home {
  /** Where clients reach the server. */
  readonly publicUrl: () => string;
  /** Further names of hosts, in lower case; null: every one. */
  readonly allowedHosts: readonly string[] | null;
  /** Further origins of pages. */
  readonly allowedOrigins: readonly string[];
}

/**
 * Why a request may come from a page of another site that made its own name lead here (DNS rebinding).
 * Null: it does not. An address of numbers cannot be made to lead elsewhere, and programs name no origin.
 */
export function foreignness(headers: IncomingHttpHeaders, home: Home): string | null {
  const host = hostnameOf(`http://${headers.host ?? ''}`);
  if (host === null || !isHomeHost(host, home)) {
    return 'The “Host” is not a name of this server. Expected localhost, an IP address, the host of PUBLIC_URL, or one of ALLOWED_HOSTS.';
  }
  const { origin } = headers;
  if (origin !== undefined && !isHomeOrigin(origin, home)) {
    return 'Pages of this “Origin” may not ask here. Expected one of this machine or of PUBLIC_URL, or one that ALLOWED_ORIGINS names.';
  }
  return null;
}

function isHomeHost(host: string, { publicUrl, allowedHosts }: Home): boolean {
  if (isLocal(host) || isIP(host.replace(/^\[|\]$/g, '')) !== 0) return true;
  return allowedHosts === null || allowedHosts.includes(host) || host === hostnameOf(publicUrl());
}

function isHomeOrigin(origin: string, { publicUrl, allowedOrigins }: Home): boolean {
  if (allowedOrigins.includes(origin)) return true;
  const host = hostnameOf(origin);
  return host !== null && (isLocal(host) || origin === new URL(publicUrl()).origin);
}

function isLocal(host: string): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])$/.test(host) || host.endsWith('.localhost');
}

function hostnameOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).hostname : null;
}
