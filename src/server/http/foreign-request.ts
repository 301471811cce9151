import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';

/** The names of the server, and the origins of pages that may call it. */
export interface Home {
  /** The public URL of the server. */
  readonly publicUrl: () => string;
  /** More host names, in lower case; null: any host name. */
  readonly allowedHosts: readonly string[] | null;
  /** More origins of pages. */
  readonly allowedOrigins: readonly string[];
}

/**
 * The reason to refuse a request that may come from a page of another site, which made its own host
 * name lead here (DNS rebinding). Null if there is none. A host given as an IP address cannot be
 * made to lead elsewhere, and programs send no origin.
 */
export function foreignness(headers: IncomingHttpHeaders, home: Home): string | null {
  const host = hostnameOf(`http://${headers.host ?? ''}`);
  if (host === null || !isHomeHost(host, home)) {
    return 'The “Host” is not a name of this server. Expected localhost, an IP address, the host of PUBLIC_URL, or one of ALLOWED_HOSTS.';
  }
  const { origin } = headers;
  if (origin !== undefined && !isHomeOrigin(origin, home)) {
    return 'Pages of this “Origin” may not call this server. Expected the origin of this machine, of PUBLIC_URL, or one of ALLOWED_ORIGINS.';
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
