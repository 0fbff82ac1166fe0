import { isIP } from 'node:net';

/** Where passwords and rows would travel in the clear (K-7): one sentence for each address, none when all is well. */
export function openTransports(
  addresses: Readonly<Record<'DATABASE_URL' | 'DATABASE_DIRECT_URL' | 'REDIS_URL', string | null>>,
  privateHosts: readonly string[],
): string[] {
  const { REDIS_URL, ...databases } = addresses;
  const isOpen = (url: string | null, isSealed: (address: URL) => boolean): boolean => {
    const address = url === null ? null : parsed(url);
    if (address === null) return false;
    const host = hostOf(address);
    return !isHere(host) && !privateHosts.includes(host) && !isSealed(address);
  };
  const open = Object.entries(databases)
    .filter(([, url]) => isOpen(url, verifiesServer))
    .map(
      ([name]) =>
        `${name} leaves this machine without TLS. Add ?sslmode=verify-full to it (and &sslrootcert=FILE where an ` +
        'authority of your own signs), or name its host in TRELLIS_PRIVATE_HOSTS when no one else is on that network.',
    );
  if (isOpen(REDIS_URL, ({ protocol }) => protocol === 'rediss:')) {
    open.push(
      'REDIS_URL leaves this machine without TLS. Begin it with rediss://, or name its host in TRELLIS_PRIVATE_HOSTS ' +
        'when no one else is on that network.',
    );
  }
  return open;
}

/** Encrypted alone is not enough: whoever answers has to prove who they are. */
function verifiesServer(address: URL): boolean {
  const modes = address.searchParams.getAll('sslmode');
  return modes.length === 1 && modes[0] === 'verify-full';
}

/** A parameter `host` wins over the address before it, as in libpq. */
function hostOf(address: URL): string {
  return (address.searchParams.get('host') ?? address.hostname).toLowerCase();
}

function isHere(host: string): boolean {
  if (host === '' || host.startsWith('/') || host === 'localhost') return true;
  return host === '[::1]' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

function parsed(url: string): URL | null {
  return URL.canParse(url) ? new URL(url) : null;
}
