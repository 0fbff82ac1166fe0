import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from '../harness/journey.ts';

const BUILT = path.join(import.meta.dirname, '../../../../dist/homework/browser');
/** Bytes of brotli that a phone loads before it can show anything. */
const MOST_BYTES = 90_000;

test('the scripts of the first screen are at most 90 kB in brotli', () => {
  const seen = new Map<string, Buffer>();
  const load = (file: string): void => {
    if (seen.has(file)) return;
    const bytes = readFileSync(path.join(BUILT, file));
    seen.set(file, bytes);
    for (const [, next] of bytes.toString('utf8').matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g))
      load(next ?? '');
  };
  const page = readFileSync(path.join(BUILT, 'index.html'), 'utf8');
  for (const [, file] of page.matchAll(/(?:src|href)="\/?([^"]+\.js)"/g)) load(file ?? '');
  const bytes = [...seen.values()].reduce((sum, file) => sum + brotliCompressSync(file).length, 0);
  test.info().annotations.push({ type: 'brotli', description: String(bytes) });
  process.stdout.write(`  initial scripts: ${String(seen.size)} files, ${String(bytes)} bytes in brotli\n`);
  expect(seen.size).toBeGreaterThan(1);
  expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
});
