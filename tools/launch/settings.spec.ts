import { describe, expect, it } from '@jest/globals';
import { readSettings } from './settings.ts';

describe('settings of the start', () => {
  it('needs nothing set for the demo', () => {
    const settings = readSettings({}, '/checkout');
    expect(settings).toEqual({
      mode: 'demo',
      port: 3000,
      homePort: 3001,
      dataDir: '/checkout/.trellis',
      databaseUrl: undefined,
      masterKeyFile: undefined,
    });
    expect(Object.isFrozen(settings)).toBe(true);
  });

  it('takes what is set and treats an empty value as not set', () => {
    const env = {
      PORT: '4000',
      TRELLIS_DATA_DIR: '/data',
      DATABASE_URL: ' ',
      TRELLIS_MASTER_KEY_FILE: '/key',
    };
    const settings = readSettings(env, '/checkout');
    expect(settings).toMatchObject({ port: 4000, homePort: 4001, dataDir: '/data', masterKeyFile: '/key' });
    expect(settings.databaseUrl).toBeUndefined();
  });

  it.each(['0', '65535', 'abc', '-1', '3000.5', '1e3'])('refuses %s as a port', (PORT) => {
    expect(() => readSettings({ PORT }, '/checkout')).toThrow(`PORT is "${PORT}", but it has to be`);
  });

  it('has no default for the database and the key in production mode', () => {
    const env = { TRELLIS_MODE: 'production', DATABASE_URL: 'postgres://db/trellis' };
    expect(() => readSettings(env, '/')).toThrow('In production mode TRELLIS_MASTER_KEY_FILE must be set');
    expect(readSettings({ ...env, TRELLIS_MASTER_KEY_FILE: '/key' }, '/').mode).toBe('production');
  });

  it('refuses a mode that does not exist', () => {
    expect(() => readSettings({ TRELLIS_MODE: 'test' }, '/')).toThrow('TRELLIS_MODE is "test"');
  });
});
