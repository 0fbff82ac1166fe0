import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from '@jest/globals';

type Listener = (event: Record<string, unknown>) => void;

/** Runs the program as a browser would, and says which requests it answers. */
function answered(requests: readonly { url: string; method?: string; mode?: string }[]): readonly string[] {
  const listeners = new Map<string, Listener>();
  const self = {
    location: { origin: 'https://home.example' },
    addEventListener: (name: string, act: Listener) => listeners.set(name, act),
  };
  const file = join(import.meta.dirname, '../../apps/homework/public/shell.js');
  const nothing = { match: () => Promise.resolve(undefined), open: () => Promise.reject(new Error('none')) };
  runInNewContext(readFileSync(file, 'utf8'), {
    ...{ self, URL, Headers, Promise, setTimeout, caches: nothing },
    fetch: () => Promise.resolve({ ok: false, status: 200 }),
    Response: { error: () => null },
  });
  const taken: string[] = [];
  for (const { url, method = 'GET', mode = 'cors' } of requests) {
    const respondWith = (answer: Promise<unknown>): void => {
      answer.catch(() => undefined);
      taken.push(url);
    };
    listeners.get('fetch')?.({ request: { url, method, mode }, respondWith });
  }
  return taken;
}

describe('the program that keeps the shell', () => {
  it('answers pages and files of the build, and passes the clinic and everybody else by', () => {
    const page = { url: 'https://home.example/tasks/7', mode: 'navigate' };
    const file = { url: 'https://home.example/main-A1b2C3d4.js' };
    expect(
      answered([
        page,
        file,
        { url: 'https://home.example/api/home/homework/today' },
        { url: 'https://home.example/api/home/session', mode: 'navigate' },
        { url: 'https://home.example/api' },
        { url: 'https://home.example/main-A1b2C3d4.js', method: 'POST' },
        { url: 'https://other.example/main-A1b2C3d4.js' },
        { url: 'https://home.example/app.webmanifest' },
      ]),
    ).toEqual([page.url, file.url]);
  });
});
