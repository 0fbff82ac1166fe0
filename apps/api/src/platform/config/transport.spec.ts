import { describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { ConfigError, loadConfig } from './env.js';

const good = {
  TRELLIS_MODE: 'test',
  DATABASE_URL: 'postgres://owner@127.0.0.1:5432/trellis',
  TRELLIS_DATA_DIR: '/srv/trellis',
  TRELLIS_MASTER_KEY_FILE: '/srv/trellis/master.key',
};
const taken = (settings: object): boolean => {
  try {
    return Object.isFrozen(loadConfig({ ...good, ...settings }));
  } catch (error) {
    if (error instanceof ConfigError) return false;
    throw error;
  }
};

describe('K-7: addresses of database and queue', () => {
  it.each([
    'postgres://o@localhost/t',
    'postgres://o@LOCALHOST:5432/t',
    'postgres://o@127.0.0.1/t',
    'postgres://o@127.9.9.9/t',
    'postgres://o@[::1]:5432/t',
    'postgres:///t?host=/var/run/postgresql',
    'postgres://o@db.example/t?host=/var/run/postgresql',
    'postgres://o@db.example/t?sslmode=verify-full',
    'postgres://o@10.0.0.7/t?sslmode=verify-full&sslrootcert=/etc/ca.pem',
  ])('K-7: takes %s', (url) => {
    expect(taken({ DATABASE_URL: url })).toBe(true);
    expect(taken({ DATABASE_DIRECT_URL: url })).toBe(true);
  });

  it.each([
    'postgres://o:secret-word@db.example/t',
    'postgres://o:secret-word@10.0.0.7/t',
    'postgres://o:secret-word@[fd00::7]/t',
    'postgres://o:secret-word@db.example/t?sslmode=disable',
    'postgres://o:secret-word@db.example/t?sslmode=prefer',
    'postgres://o:secret-word@db.example/t?sslmode=require',
    'postgres://o:secret-word@db.example/t?sslmode=verify-ca',
    'postgres://o:secret-word@db.example/t?sslmode=no-verify',
    'postgres://o:secret-word@db.example/t?sslmode=verify-full&sslmode=disable',
    'postgres://o:secret-word@localhost/t?host=db.example',
    'postgres://o:secret-word@localhost.example/t',
    'postgres://o:secret-word@127.0.0.1.example/t',
  ])('K-7: refuses %s in a sentence that says what to do', (url) => {
    for (const name of ['DATABASE_URL', 'DATABASE_DIRECT_URL']) {
      const load = (): unknown => loadConfig({ ...good, [name]: url });
      expect(load).toThrow(
        new RegExp(`^${name} leaves this machine without TLS. Add \\?sslmode=verify-full`),
      );
      expect(load).not.toThrow(/secret-word/);
    }
  });

  it('K-7: Redis by TLS only, but on this machine', () => {
    expect(taken({ REDIS_URL: 'redis://localhost:6379' })).toBe(true);
    expect(taken({ REDIS_URL: 'rediss://queue.example:6379' })).toBe(true);
    expect(() => loadConfig({ ...good, REDIS_URL: 'redis://queue.example' })).toThrow(/^REDIS_URL .*rediss:/);
  });

  it('K-7: an operator may name hosts of a private network, one by one', () => {
    const url = 'postgres://o@postgres:5432/t';
    expect(taken({ DATABASE_URL: url })).toBe(false);
    expect(taken({ DATABASE_URL: url, TRELLIS_PRIVATE_HOSTS: 'valkey' })).toBe(false);
    expect(taken({ DATABASE_URL: url, TRELLIS_PRIVATE_HOSTS: 'valkey, postgres' })).toBe(true);
  });

  it('K-7: verify-full makes the driver refuse a server that cannot prove who it is, at TLS 1.2 at least', () => {
    const { connectionParameters } = new pg.Client({
      connectionString: 'postgres://o@db.example/t?sslmode=verify-full',
    }) as unknown as { connectionParameters: { ssl: { rejectUnauthorized?: boolean; minVersion?: string } } };
    expect(connectionParameters.ssl).toBeTruthy();
    expect(connectionParameters.ssl.rejectUnauthorized).not.toBe(false);
    expect(connectionParameters.ssl.minVersion ?? 'TLSv1.2').toBe('TLSv1.2');
  });
});
