import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { arrangeCase, type ArrangedCase } from '../arrange-case.js';
import { oversize } from '../corpora/oversize.js';
import { hiddenPath, rawRequests } from '../corpora/raw-requests.js';
import { hear, type Heard } from '../heard.js';
import { listen } from '../raw-request.js';
import { sendBytes } from '../raw-socket.js';
import { testApp, type TestApp } from '../test-app.js';

const doors = ['clinic', 'home'] as const;

/** A body in chunks of one byte costs the parser seconds on a busy machine; a second server would cut it off sooner. */
const soonMs = 10_000;

describe.each(doors)('bytes at the door of %s', (door) => {
  let app: TestApp;
  let port: number;
  let ours: ArrangedCase;
  let heard: readonly Heard[];

  beforeAll(async () => {
    app = await testApp();
    ours = await arrangeCase(app);
    port = await listen(app.doors[door]);
    heard = hear([app.doors[door]]);
  });
  afterAll(async () => app.close());

  const cookie = (): string =>
    door === 'clinic'
      ? `cookie: __Host-staff=${ours.mina.cookie('__Host-staff') ?? ''}`
      : `cookie: __Host-client=${ours.rowan.cookie('__Host-client') ?? ''}`;

  it('V-1 are of corpora of at least forty requests with two readings and sixty too large', () => {
    const distinct = (all: readonly { bytes: Buffer }[]): number =>
      new Set(all.map(({ bytes }) => bytes.toString('latin1'))).size;
    expect(distinct(rawRequests(door))).toBeGreaterThanOrEqual(40);
    expect(distinct(oversize(door))).toBeGreaterThanOrEqual(60);
  });

  it('V-1 that two servers might cut apart in two ways are refused, and nothing hidden in them is carried out', async () => {
    const wrong: string[] = [];
    for (const { what, bytes, comes } of rawRequests(door)) {
      const { statuses, closed } = await sendBytes(port, bytes, { end: comes !== 'refused', patience: 1500 });
      const refused = statuses.every((status) => status >= 400 && status < 500);
      const right =
        comes === 'one' ? statuses.length === 1 && refused : closed && refused && statuses.length <= 1;
      if (!right) wrong.push(`${what}: ${statuses.join(' ')} ${closed ? 'closed' : 'left open'}`);
    }
    expect(wrong).toEqual([]);
    expect(heard.filter(({ path }) => path.includes(hiddenPath))).toEqual([]);
  }, 240_000);

  it('V-3 beyond a limit of size are refused soon, whole requests at the limit are read', async () => {
    const wrong: string[] = [];
    const before = process.memoryUsage().rss;
    for (const { what, bytes, answers } of oversize(door)) {
      const { statuses, took } = await sendBytes(port, bytes);
      const [status = 0] = statuses;
      if (!answers.includes(status) || statuses.length > 1 || took > soonMs)
        wrong.push(`${what}: ${statuses.join(' ')} in ${String(Math.round(took))} ms`);
    }
    expect(wrong).toEqual([]);
    expect(process.memoryUsage().rss - before).toBeLessThan(256 * 1024 * 1024);
  }, 120_000);

  it('V-1 of many requests in one go are answered in order, each for whom it names', async () => {
    const ask = (own: boolean, at: number): string => {
      const lines = [
        'host: localhost',
        ...(own ? [cookie()] : []),
        ...(at === 39 ? ['connection: close'] : []),
      ];
      return [`GET /api/${door}/session HTTP/1.1`, ...lines, '', ''].join('\r\n');
    };
    const order = Array.from(randomBytes(40), (byte) => byte % 2 === 0);
    const { statuses } = await sendBytes(port, Buffer.from(order.map(ask).join('')));
    expect(statuses).toEqual(order.map((own) => (own ? 200 : 401)));
  });

  it('V-3 that stop in the middle and go away leave the door open for others', async () => {
    await Promise.all(
      Array.from({ length: 60 }, (_, at) => {
        const socket = connect(port, '127.0.0.1', () => {
          socket.write(rawRequests(door)[at % 40]?.bytes.subarray(0, 20 + at * 2) ?? '');
          setTimeout(() => (at % 2 === 0 ? socket.destroy() : socket.resetAndDestroy()), 20);
        });
        socket.on('error', () => undefined);
        return new Promise((resolve) => socket.on('close', resolve));
      }),
    );
    const alive = await sendBytes(
      port,
      Buffer.from(
        `GET /api/${door}/session HTTP/1.1\r\nhost: localhost\r\n${cookie()}\r\nconnection: close\r\n\r\n`,
      ),
    );
    expect(alive.statuses).toEqual([200]);
  });
});
