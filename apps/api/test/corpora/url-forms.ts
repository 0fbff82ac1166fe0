/** One way of writing an address that somebody might take for the address itself. */
export interface UrlForm {
  readonly what: string;
  readonly of: (path: string) => string;
}

const form = (what: string, of: (path: string) => string): UrlForm => ({ what, of });
const hex = (letter: string, prefix = '%'): string => `${prefix}${letter.charCodeAt(0).toString(16)}`;

/** Puts `piece` in place of the n-th slash, counted from the left, from 0. */
const atSlash = (n: number, piece: string) => (path: string) => {
  let seen = -1;
  return path.replaceAll('/', (slash) => (++seen === n ? piece : slash));
};

/** Changes the first letter of the n-th part of the path. */
const atLetter = (n: number, change: (letter: string) => string) => (path: string) =>
  path
    .split('/')
    .map((part, at) => (at === n + 1 && part !== '' ? change(part.charAt(0)) + part.slice(1) : part))
    .join('/');

/** Pieces that are, or look like, nothing but a slash. */
const slashes: readonly string[] = [
  ...[
    '//',
    '///',
    '/./',
    '/.//',
    '/%2e/',
    '/x/../',
    '/x/%2e%2e/',
    '/x/..%2f',
    '/;/',
    '/;a=b/',
    '/%20/',
    '/%00/',
  ],
  ...[
    '%2f',
    '%2F',
    '%252f',
    '%5c',
    '\\',
    '/\\',
    '\\/',
    '%c0%af',
    '%e2%88%95',
    '%ef%bc%8f',
    '/%09/',
    '/.;/',
    '/..;/',
  ],
];

const tails: readonly string[] = [
  ...[
    '/',
    '//',
    '/.',
    '/./',
    '/..',
    '/x/..',
    ';',
    ';a=b',
    ';jsessionid=1',
    '.',
    '..',
    '.json',
    '.html',
    '.css',
    '~',
  ],
  ...[
    '%00',
    '%00.css',
    '%20',
    '%09',
    '%0a',
    '%0d%0a',
    '%23',
    '%3f',
    '%3fa=b',
    '%2f',
    '%2e',
    '%ff',
    '+',
    '*',
    '&a=b',
  ],
];

const heads: readonly string[] = [
  '/',
  '//',
  '/.',
  '/..',
  '/%2e%2e',
  '/x/..',
  '/api/..',
  '/%2f',
  '/api',
  '/livez/..',
  '/;',
];

/** Spellings of one path. None is the path itself. */
export const urlForms: readonly UrlForm[] = [
  ...[0, 1, 2].flatMap((part) => [
    form(
      `an escaped letter in part ${String(part)}`,
      atLetter(part, (letter) => hex(letter)),
    ),
    form(
      `a letter escaped twice in part ${String(part)}`,
      atLetter(part, (letter) => hex(letter, '%25')),
    ),
    form(
      `a capital in part ${String(part)}`,
      atLetter(part, (letter) => letter.toUpperCase()),
    ),
    form(
      `an escaped capital in part ${String(part)}`,
      atLetter(part, (letter) => hex(letter.toUpperCase())),
    ),
    form(
      `a letter as %u in part ${String(part)}`,
      atLetter(part, (letter) => hex(letter, '%u00')),
    ),
  ]),
  ...[1, 2].flatMap((slash) =>
    slashes.map((piece) => form(`${piece} for slash ${String(slash)}`, atSlash(slash, piece))),
  ),
  ...tails.map((tail) => form(`${tail} behind`, (path) => `${path}${tail}`)),
  ...heads.map((head) => form(`${head} in front`, (path) => `${head}${path}`)),
  form('an absolute address', (path) => `http://localhost${path}`),
  form('an absolute address of another host', (path) => `http://elsewhere.example${path}`),
  form('an absolute address with a name', (path) => `http://admin@localhost${path}`),
  form('an absolute address of another scheme', (path) => `ftp://localhost${path}`),
  form('an address without a scheme', (path) => `//localhost${path}`),
  form('every letter escaped', (path) => path.replaceAll(/[a-z]/g, (letter) => hex(letter))),
  form('every letter a capital', (path) => path.toUpperCase()),
  form('the other door written first', (path) => path.replace('/clinic/', '/home/../clinic/')),
];

/** Headers by which some servers take another path or method than the one on the first line. */
export const rewritingHeaders: readonly (readonly string[])[] = [
  ...['x-original-url', 'x-rewrite-url', 'x-forwarded-path', 'x-forwarded-uri', 'x-forwarded-prefix'].map(
    (name) => [`${name}: /api/clinic/caseload`],
  ),
  ...['x-http-method-override', 'x-http-method', 'x-method-override'].map((name) => [`${name}: GET`]),
];
