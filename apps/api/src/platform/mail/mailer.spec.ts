import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadConfig, type Config } from '../config/env.js';
import { inBothLanguages, letters } from './letters.js';
import { Mailer, MailNotSetUpError } from './mailer.js';

let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'trellis-mail-'));
});

afterEach(() => {
  rmSync(dataDir, { recursive: true, force: true });
});

function configOf(mode: Config['mode']): Config {
  return loadConfig({
    TRELLIS_MODE: mode,
    DATABASE_URL: 'postgres://localhost/none',
    TRELLIS_DATA_DIR: dataDir,
    TRELLIS_MASTER_KEY_FILE: 'none',
    TRELLIS_PORTAL_URL: 'https://portal.example.test',
    TRELLIS_HOMEWORK_URL: 'https://homework.example.test',
  });
}

const letter = { id: 'a7c1', to: 'noor@example.test', ...inBothLanguages('exportReady') };

describe('letters', () => {
  it('are kept as files where no mail server is set, one for each id', async () => {
    const mailer = new Mailer(configOf('demo'));
    await mailer.send(letter);
    await mailer.send(letter);
    const folder = join(dataDir, 'outbox');
    expect(readdirSync(folder)).toEqual(['a7c1.eml']);
    const text = readFileSync(join(folder, 'a7c1.eml'), 'utf8');
    expect(text).toContain('Message-ID: <a7c1@trellis>');
    expect(text).toContain('To: noor@example.test');
    expect(statSync(join(folder, 'a7c1.eml')).mode & 0o077).toBe(0);
  });

  it('wait in production until a mail server is set', async () => {
    await expect(new Mailer(configOf('production')).send(letter)).rejects.toThrow(MailNotSetUpError);
    expect(readdirSync(dataDir)).toEqual([]);
  });

  it('say the same in both languages, without a name or a speciality', () => {
    for (const { en, es } of Object.values(letters)) {
      for (const text of [en.subject, en.text, es.subject, es.text]) {
        expect(text.length).toBeGreaterThan(10);
        expect(text).not.toMatch(/couple|pareja|therap|terap|disclos|betray|porn/i);
      }
    }
  });
});
