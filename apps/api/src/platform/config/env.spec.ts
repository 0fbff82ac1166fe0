import { describe, expect, it } from '@jest/globals';
import { ConfigError, loadConfig } from './env.js';

const good = {
  TRELLIS_MODE: 'demo',
  PORT: '3100',
  DATABASE_URL: 'postgres://owner@127.0.0.1:5432/trellis',
  TRELLIS_DATA_DIR: '/srv/trellis',
  TRELLIS_MASTER_KEY_FILE: '/srv/trellis/master.key',
};

describe('configuration', () => {
  it('puts the homework app one port above the portal and is frozen', () => {
    const config = loadConfig(good);
    expect(config).toMatchObject({
      portalPort: 3100,
      homeworkPort: 3101,
      homeworkUrl: 'http://localhost:3101',
    });
    expect(Object.isFrozen(config)).toBe(true);
  });

  it('is production unless something else is said', () => {
    const { TRELLIS_MODE: _mode, ...unsaid } = good;
    const config = loadConfig({
      ...unsaid,
      TRELLIS_PORTAL_URL: 'https://portal.example',
      TRELLIS_HOMEWORK_URL: 'https://home.example',
    });
    expect(config.mode).toBe('production');
  });

  it.each(['DATABASE_URL', 'TRELLIS_DATA_DIR', 'TRELLIS_MASTER_KEY_FILE'])(
    'has no default for %s',
    (name) => {
      expect(() => loadConfig({ ...good, [name]: undefined })).toThrow(new RegExp(name));
    },
  );

  it.each([
    ['PORT', '70000'],
    ['PORT', 'many'],
    ['DATABASE_URL', 'mysql://somewhere'],
    ['REDIS_URL', 'http://somewhere'],
    ['SMTP_URL', 'mailhost'],
    ['TRELLIS_MODE', 'develop'],
  ])('refuses %s=%s in a sentence that names the setting', (name, value) => {
    expect(() => loadConfig({ ...good, [name]: value })).toThrow(new RegExp(name));
  });

  it('names every wrong setting at once and never a value', () => {
    const wrong = { ...good, DATABASE_URL: 'secret-value', TRELLIS_DATA_DIR: undefined };
    try {
      loadConfig(wrong);
      throw new Error('was taken');
    } catch (error) {
      expect(error).toBeInstanceOf(ConfigError);
      expect(String(error)).toMatch(/DATABASE_URL[\s\S]*TRELLIS_DATA_DIR/);
      expect(String(error)).not.toContain('secret-value');
    }
  });

  it('wants the public addresses in production, where no port can be guessed', () => {
    expect(() => loadConfig({ ...good, TRELLIS_MODE: 'production' })).toThrow(/TRELLIS_PORTAL_URL/);
  });
});
