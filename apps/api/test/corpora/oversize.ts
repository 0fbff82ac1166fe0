import { gzipSync } from 'node:zlib';

/** A request that is larger than it should be, or as large as it may be. */
export interface Oversize {
  readonly what: string;
  readonly bytes: Buffer;
  /** The answers that are right; 0 is a connection closed without one. */
  readonly answers: readonly number[];
}

/** Bytes that the body of a request may have. */
export const bodyLimit = 256 * 1024;

const head = (method: string, path: string, lines: readonly string[]): string =>
  [`${method} ${path} HTTP/1.1`, 'host: localhost', 'connection: close', ...lines, '', ''].join('\r\n');
const write = (path: string, lines: readonly string[], body: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(
      head('POST', path, ['content-type: application/json', 'sec-fetch-site: same-origin', ...lines]),
    ),
    body,
  ]);
const measured = (path: string, body: Buffer, lines: readonly string[] = []): Buffer =>
  write(path, [`content-length: ${String(body.length)}`, ...lines], body);

/** A body of exactly so many bytes, and no request that anybody takes. */
const padded = (bytes: number): Buffer => Buffer.from(`{"x":1${' '.repeat(bytes - 7)}}`);

const chunksOf = (body: Buffer, size: number): Buffer => {
  const parts: Buffer[] = [];
  for (let at = 0; at < body.length; at += size) {
    const part = body.subarray(at, at + size);
    parts.push(Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from('\r\n'));
  }
  return Buffer.concat([...parts, Buffer.from('0\r\n\r\n')]);
};

const tooLarge = [413, 0];
const headTooLarge = [431, 0];

const bodies = (path: string): readonly Oversize[] => [
  ...[-1, 0].map((more) => ({
    what: `a body of the limit ${String(more)}`,
    bytes: measured(path, padded(bodyLimit + more)),
    answers: [400],
  })),
  ...[1, 2, 1024, bodyLimit, 4 * bodyLimit, 32 * bodyLimit].map((more) => ({
    what: `a body of the limit +${String(more)}`,
    bytes: measured(path, padded(bodyLimit + more)),
    answers: tooLarge,
  })),
  ...[bodyLimit + 1, 10 * bodyLimit, 10 ** 10, Number.MAX_SAFE_INTEGER].map((length) => ({
    what: `a body that says ${String(length)} and sends two bytes`,
    bytes: write(path, [`content-length: ${String(length)}`], Buffer.from('{}')),
    answers: tooLarge,
  })),
  ...[1, 1000, 65_536].flatMap((size) => [
    {
      what: `chunks of ${String(size)} up to the limit`,
      bytes: write(
        path,
        ['transfer-encoding: chunked'],
        chunksOf(padded(size === 1 ? 5000 : bodyLimit), size),
      ),
      answers: [400],
    },
    {
      what: `chunks of ${String(size)} beyond it`,
      bytes: write(path, ['transfer-encoding: chunked'], chunksOf(padded(bodyLimit + 1), size)),
      answers: tooLarge,
    },
  ]),
  ...['gzip', 'deflate', 'br', 'gzip, gzip'].flatMap((coding) =>
    [1, 64].map((times) => ({
      what: `${String(times)} MiB behind ${coding}`,
      bytes: measured(path, gzipSync(Buffer.alloc(times * 1024 * 1024, 32)), [`content-encoding: ${coding}`]),
      answers: [400, 415],
    })),
  ),
  ...[1, 1000].map((parts) => ({
    what: `${String(parts)} parts of a form`,
    bytes: Buffer.concat([
      Buffer.from(
        head('POST', path, ['content-type: multipart/form-data; boundary=x', 'content-length: 100']),
      ),
      Buffer.from('--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n'.repeat(parts)),
    ]),
    answers: [415],
  })),
];

const heads = (path: string): readonly Oversize[] => [
  ...[1000, 2000, 10_000].map((count) => ({
    what: `${String(count)} headers`,
    bytes: Buffer.from(
      head(
        'GET',
        path,
        Array.from({ length: count }, (_, at) => `x-${String(at)}: ${'v'.repeat(10)}`),
      ),
    ),
    answers: headTooLarge,
  })),
  ...[17_000, 64 * 1024, 1024 * 1024].flatMap((length) =>
    ['cookie: a=', 'authorization: ', 'user-agent: ', 'x-forwarded-for: ', `${'x'.repeat(20)}: `].map(
      (line) => ({
        what: `${String(length)} bytes of ${line}`,
        bytes: Buffer.from(head('GET', path, [`${line}${'v'.repeat(length)}`])),
        answers: headTooLarge,
      }),
    ),
  ),
  ...[17_000, 64 * 1024].map((length) => ({
    what: `a header name of ${String(length)} bytes`,
    bytes: Buffer.from(head('GET', path, [`${'n'.repeat(length)}: v`])),
    answers: headTooLarge,
  })),
  ...[1000, 4000].map((count) => ({
    what: `${String(count)} cookies in one line`,
    bytes: Buffer.from(
      head('GET', path, [`cookie: ${Array.from({ length: count }, () => 'a=b').join('; ')}`]),
    ),
    answers: count === 1000 ? [401] : headTooLarge,
  })),
];

const addresses = (path: string): readonly Oversize[] => [
  ...[101, 1000, 8 * 1024].map((length) => ({
    what: `a part of ${String(length)} letters`,
    bytes: Buffer.from(head('GET', `${path}/${'p'.repeat(length)}`, [])),
    answers: [404, 414],
  })),
  ...[1000, 8 * 1024].map((length) => ({
    what: `a query of ${String(length)} letters`,
    bytes: Buffer.from(head('GET', `${path}?q=${'q'.repeat(length)}`, [])),
    answers: [400, 401, 414],
  })),
  ...[100, 1000, 3000].map((count) => ({
    what: `${String(count)} slashes`,
    bytes: Buffer.from(head('GET', `${path}${'/a'.repeat(count)}`, [])),
    answers: [404, 414],
  })),
  ...[100, 1000].map((count) => ({
    what: `${String(count)} parameters`,
    bytes: Buffer.from(
      head('GET', `${path}?${Array.from({ length: count }, (_, at) => `q${String(at)}=1`).join('&')}`, []),
    ),
    answers: [400, 401, 414],
  })),
  ...[17_000, 64 * 1024, 1024 * 1024].map((length) => ({
    what: `an address of ${String(length)} letters`,
    bytes: Buffer.from(head('GET', `${path}/${'u'.repeat(length)}`, [])),
    answers: [431, 414, 0],
  })),
  ...[17_000, 64 * 1024].map((length) => ({
    what: `a method of ${String(length)} letters`,
    bytes: Buffer.from(`${'M'.repeat(length)} ${path} HTTP/1.1\r\nhost: localhost\r\n\r\n`),
    answers: [400, 431, 0],
  })),
];

/** Requests at and beyond every limit of size, at one of the doors. */
export const oversize = (door: 'clinic' | 'home'): readonly Oversize[] => {
  const reading = `/api/${door}/session`;
  const writing = door === 'clinic' ? '/api/clinic/session/password' : '/api/home/session';
  return [...bodies(writing), ...heads(reading), ...addresses(reading)];
};
