/** Bytes as they stand on the wire, and what they have to come to. */
export interface RawBytes {
  readonly what: string;
  readonly bytes: Buffer;
  /**
   * `refused` closes at once with 4xx or without a word; `unfinished` does so when the sender goes away; `one` is one
   * request with one answer. In none of them the hidden request is carried out.
   */
  readonly comes: 'refused' | 'unfinished' | 'one';
}

/** The path of what somebody tries to slip past whoever stands in front. No answer may ever be for it. */
export const hiddenPath = '/api/smuggled';

const hidden = `GET ${hiddenPath} HTTP/1.1\r\nhost: localhost\r\n\r\n`;
const target = (door: 'clinic' | 'home'): string => `/api/${door}/session`;

type Build = (path: string) => string;
interface Case {
  readonly what: string;
  readonly of: Build;
  readonly comes: RawBytes['comes'];
}
const refused = (what: string, of: Build): Case => ({ what, of, comes: 'refused' });
const unfinished = (what: string, of: Build): Case => ({ what, of, comes: 'unfinished' });
const one = (what: string, of: Build): Case => ({ what, of, comes: 'one' });

/** A write with these header lines and this body; `host` and the media type are right. */
const post =
  (lines: readonly string[], body: string): Build =>
  (path) =>
    [`POST ${path} HTTP/1.1`, 'host: localhost', 'content-type: application/json', ...lines, '', body].join(
      '\r\n',
    );

/** A reading with these header lines, and something behind it. */
const get =
  (lines: readonly string[], behind = ''): Build =>
  (path) =>
    `${[`GET ${path} HTTP/1.1`, 'host: localhost', ...lines, '', ''].join('\r\n')}${behind}`;

const inChunks = `0\r\n\r\n${hidden}`;

/** Two lengths, or a length and chunks: a proxy may count by the one and the server by the other. */
const lengths: readonly Case[] = [
  ...[
    ['content-length: 4', 'transfer-encoding: chunked'],
    ['transfer-encoding: chunked', 'content-length: 4'],
    ['content-length: 0', 'transfer-encoding: chunked'],
    ['Content-Length: 4', 'Transfer-Encoding: CHUNKED'],
    ['content-length: 4', 'transfer-encoding:chunked'],
    ['content-length: 4', 'transfer-encoding:\tchunked'],
    ['content-length: 4', 'transfer-encoding: identity, chunked'],
    ['content-length: 4', 'transfer-encoding: chunked', 'transfer-encoding: identity'],
  ].map((lines) => refused(lines.join(' + '), post(lines, inChunks))),
  ...[
    ['content-length: 2', 'content-length: 4'],
    ['content-length: 2', 'Content-Length: 2'],
    ['content-length: 2, 4'],
    ['content-length: 2,2'],
    ['content-length: +2'],
    ['content-length: -2'],
    ['content-length: 0x2'],
    ['content-length: 2.0'],
    ['content-length: 2e0'],
    ['content-length: 2 2'],
    ['content-length: "2"'],
    ['content-length: two'],
    ['content-length:'],
    ['content-length: 99999999999999999999999'],
    ['content-length : 2'],
    ['content-length\t: 2'],
  ].map((lines) => refused(lines.join(' + '), post(lines, `{}${hidden}`))),
];

const codings: readonly Case[] = [
  ...[
    'chunked, identity',
    'chunked, chunked',
    'identity',
    'xchunked',
    'chunked\u000b',
    '"chunked"',
    'chunked;q=1',
    'gzip',
    'chunked, gzip',
    ' ,chunked,',
    'chunk',
    "'chunked'",
  ].map((value) => refused(`transfer-encoding: ${value}`, post([`transfer-encoding: ${value}`], inChunks))),
  refused('transfer-encoding with a space before the colon', post(['transfer-encoding : chunked'], inChunks)),
  refused(
    'transfer-encoding on a folded line',
    post(['transfer-encoding:', ' chunked', 'content-length: 4'], inChunks),
  ),
];

const chunked = ['transfer-encoding: chunked'];
const chunks: readonly Case[] = [
  ...['-1', '+2', '0x2', 'g', ' 2', '2 2', '', 'fffffffffffffffffff', '2_0'].map((size) =>
    refused(`a chunk of "${size}"`, post(chunked, `${size}\r\n{}\r\n0\r\n\r\n${hidden}`)),
  ),
  refused('a chunk longer than it says', post(chunked, `2\r\n{}{}\r\n0\r\n\r\n${hidden}`)),
  refused('a chunk that ends in LF', post(chunked, `2\n{}\n0\n\n${hidden}`)),
  refused('a chunk without its last CR', post(chunked, `2\r\n{}\n0\r\n\r\n${hidden}`)),
  refused('a chunk whose extension never ends', post(chunked, `2;${'x'.repeat(20_000)}\r\n{}\r\n0\r\n\r\n`)),
  refused('a NUL in the name of an extension', post(chunked, `2;a\u0000b\r\n{}\r\n0\r\n\r\n${hidden}`)),
  refused('a trailer that is no header', post(chunked, `2\r\n{}\r\n0\r\nno colon here\r\n\r\n${hidden}`)),
  unfinished('a chunk cut short', post(chunked, '20\r\n{"name":')),
  unfinished('chunks without their end', post(chunked, '2\r\n{}\r\n')),
  unfinished('a body cut short', post(['content-length: 4000'], '{"name":')),
  unfinished('headers without their end', (path) => `GET ${path} HTTP/1.1\r\nhost: localhost\r\nx-a: b`),
  unfinished('half a first line', (path) => `GET ${path.slice(0, 6)}`),
];

const lines: readonly Case[] = [
  refused('LF alone between lines', (path) => `GET ${path} HTTP/1.1\nhost: localhost\n\n`),
  refused('LF alone behind a header', (path) => `GET ${path} HTTP/1.1\r\nhost: localhost\nx-a: b\r\n\r\n`),
  refused('CR alone behind a header', (path) => `GET ${path} HTTP/1.1\r\nhost: localhost\rx-a: b\r\n\r\n`),
  ...['\u0000', '\u0001', '\u0007', '\u007f', '\r', '\n'].flatMap((sign) => [
    refused(`sign ${String(sign.charCodeAt(0))} in a value`, get([`x-a: b${sign}c`], hidden)),
    refused(`sign ${String(sign.charCodeAt(0))} in a name`, get([`x-${sign}a: b`], hidden)),
  ]),
  ...['a b: c', ': c', 'a', '(a): c', 'a@b: c', 'ä: c', ' a: c', '"a": c'].map((line) =>
    refused(`a header "${line}"`, (path) => `GET ${path} HTTP/1.1\r\n${line}\r\nhost: localhost\r\n\r\n`),
  ),
  refused('a folded header', get(['x-a: b', ' c'], hidden)),
  refused('no host', (path) => `GET ${path} HTTP/1.1\r\n\r\n`),
  one('a host that is not ours', (path) => `GET ${path} HTTP/1.1\r\nhost: elsewhere.example\r\n\r\n`),
  ...['HTTP/9.9', 'HTTP/1.2', 'HTTP/2.0', 'HTTP/1.1.1', 'HTTP/ 1.1', 'http/1.1', 'ICY/1.1', 'HTTP/1.1 x'].map(
    (version) => refused(version, (path) => `GET ${path} ${version}\r\nhost: localhost\r\n\r\n`),
  ),
  unfinished('HTTP/0.9', (path) => `GET ${path}\r\n`),
  refused('the preface of HTTP/2', () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'),
  refused('a TLS greeting', () => '\u0016\u0003\u0001\u0002\u0000\u0001\u0000'),
  ...['GE T', 'get', 'G\u0000T', 'GET\t', '', 'BREW'].map((method) =>
    refused(`method "${method}"`, (path) => `${method} ${path} HTTP/1.1\r\nhost: localhost\r\n\r\n`),
  ),
  refused('a space in the path', (path) => `GET ${path} x HTTP/1.1\r\nhost: localhost\r\n\r\n`),
];

const odd: readonly Case[] = [
  one(
    'an absolute address',
    (path) => `GET http://elsewhere.example${path} HTTP/1.1\r\nhost: localhost\r\n\r\n`,
  ),
  one('HTTP/1.0 that asks to stay', (path) => `GET ${path} HTTP/1.0\r\nconnection: keep-alive\r\n\r\n`),
  one(
    'an upgrade to h2c',
    get(['connection: upgrade, http2-settings', 'upgrade: h2c', 'http2-settings: AAMAAABk']),
  ),
  one('an expectation of 100', post(['expect: 100-continue', 'content-length: 2'], '{}')),
  one('an expectation nobody meets', get(['expect: 200-ok'])),
  one('chunks in any letters', post(['Transfer-Encoding: cHuNkEd'], '2\r\n{}\r\n0\r\n\r\n')),
  one('a trailer', post(chunked, '2\r\n{}\r\n0\r\nx-forwarded-for: 203.0.113.7\r\n\r\n')),
  one('a length for a reading', get(['content-length: 2'], '{}')),
  one('empty lines in front', (path) => `\r\n\r\n${get([])(path)}`),
  refused(
    'a way through to somebody else',
    () => 'CONNECT elsewhere.example:443 HTTP/1.1\r\nhost: localhost\r\n\r\n',
  ),
];

const all: readonly Case[] = [...lengths, ...codings, ...chunks, ...lines, ...odd];

/** Requests that two servers might cut apart in two ways, at one of the doors. */
export const rawRequests = (door: 'clinic' | 'home'): readonly RawBytes[] =>
  all.map(({ what, of, comes }) => ({ what, comes, bytes: Buffer.from(of(target(door)), 'latin1') }));
