import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import chromium from '@sparticuz/chromium';

/**
 * Web security stays on, unlike in the package's own list of arguments, and no name but this machine's can be
 * looked up: a page that asks a third party for anything gets nothing, and the watch on the page notes it.
 */
export const BROWSER_ARGUMENTS: readonly string[] = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-default-apps',
  '--no-pings',
  '--no-first-run',
  '--disable-gpu',
  '--font-render-hinting=none',
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost',
];

/**
 * Path of the browser: `CHROMIUM_PATH`, or the one that comes inside an npm package. That one is unpacked into
 * the temporary folder and any file of its name there is taken for it, so each version gets a folder of its own.
 */
export async function browserProgram(): Promise<string> {
  const chosen = process.env['CHROMIUM_PATH'];
  if (chosen !== undefined && chosen !== '') return chosen;
  const usual = process.env['TMPDIR'];
  const folder = path.join(os.tmpdir(), `trellis-chromium-${packageVersion()}`);
  mkdirSync(folder, { recursive: true });
  process.env['TMPDIR'] = folder;
  try {
    return await chromium.executablePath();
  } finally {
    if (usual === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = usual;
  }
}

/** The package does not export its package.json, so it is found from its entry. */
function packageVersion(): string {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const text = readFileSync(path.join(entry, '../../package.json'), 'utf8');
  const { version } = JSON.parse(text) as { readonly version: string };
  return version;
}
