import { describe, expect, it } from '@jest/globals';
import { filesLike, textOf } from './source-files.ts';

const shown = filesLike(/^(apps\/(portal|homework)|libs\/ui)\/src\/.*\.(ts|html|css)$/).filter(
  (path) => !/\.spec\.ts$/.test(path),
);
const pages = filesLike(/^apps\/(portal|homework)\/(src|public)\/.*\.(html|webmanifest|svg|json)$/);

/** Ways by which text could become markup or a program. */
const MARKUP =
  /\b(innerHTML|outerHTML|insertAdjacentHTML|bypassSecurityTrust\w*|createContextualFragment|DOMParser|srcdoc|parseHTMLUnsafe|setHTMLUnsafe|setHTML)\b|document\.write|\beval\(|new Function\(|javascript:/;
const ADDRESS = /(?:https?:|wss?:)?\/\/[a-z0-9-]+\.[a-z]{2,}[^\s'"`)]*/gi;
/** Names, not places: nothing is fetched from them. */
const NAMES = [/^https?:\/\/www\.w3\.org\//];
const KEPT = /\b(localStorage|sessionStorage|indexedDB|caches\.open|document\.cookie|serviceWorker)\b/;
/** The places that keep something on a device: sealed copies and random numbers, and the empty shell of the app. */
const KEEPERS = [
  'apps/homework/src/app/core/device/device-store.ts',
  'apps/homework/src/app/core/device/keep-shell.ts',
];

describe('sources of what browsers show', () => {
  it('W-2 show text as text: nothing turns it into markup', () => {
    expect(shown.length).toBeGreaterThan(200);
    expect(shown.filter((path) => MARKUP.test(textOf(path)))).toEqual([]);
    for (const bad of ['el.innerHTML = a', '[innerHTML]="a"', 'document.write(a)', 'new Function(a)'])
      expect(MARKUP.test(bad)).toBe(true);
  });

  it('W-5 name no other host, in code, style, page or manifest', () => {
    const named = [...shown, ...pages].flatMap((path) =>
      (textOf(path).match(ADDRESS) ?? [])
        .filter((one) => !NAMES.some((name) => name.test(one)))
        .map((one) => `${path} ${one}`),
    );
    expect(named).toEqual([]);
    expect('fetch("https://cdn.example.com/a.js")'.match(ADDRESS)).toHaveLength(1);
  });

  it('W-5 keep on the device only what is listed here, and no words', () => {
    expect(shown.filter((path) => KEPT.test(textOf(path)))).toEqual(KEEPERS);
  });
});
