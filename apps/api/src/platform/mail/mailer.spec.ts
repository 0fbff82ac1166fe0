import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
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

function configOf(mode: Config['mode'], smtpUrl?: string): Config {
  return loadConfig({
    SMTP_URL: smtpUrl,
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

  it('go to the mail server where one is set, and nowhere else', async () => {
    const server = await mailServer();
    await new Mailer(configOf('production', server.url)).send(letter);
    server.close();
    const heard = server.heard();
    expect(heard).toContain('RCPT TO:<noor@example.test>');
    expect(heard).toContain('MAIL FROM:<no-reply@portal.example.test>');
    expect(heard).toContain('Message-ID: <a7c1@trellis>');
    expect(readdirSync(dataDir)).toEqual([]);
  });

  it('are not said to be sent when the mail server is away', async () => {
    const server = await mailServer();
    server.close();
    await expect(new Mailer(configOf('production', server.url)).send(letter)).rejects.toThrow();
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

/** A mail server that takes every letter and remembers what was said to it. */
async function mailServer(): Promise<{ url: string; heard(): string; close(): void }> {
  let heard = '';
  const server = createServer((socket) => {
    let inLetter = false;
    socket.write('220 ready\r\n');
    socket.on('data', (chunk) => {
      heard += chunk.toString('utf8');
      const said = chunk.toString('utf8');
      if (inLetter && !said.includes('\r\n.\r\n')) return;
      const answer = inLetter
        ? '250 kept'
        : (answers.find(([start]) => said.startsWith(start))?.[1] ?? '250 ok');
      inLetter = said.startsWith('DATA');
      socket.write(`${answer}\r\n`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${String(port)}`,
    heard: () => heard,
    close: () => {
      server.close();
    },
  };
}

const answers = [
  ['DATA', '354 go on'],
  ['QUIT', '221 bye'],
] as const;
