/** The one media type of the API, in the spellings that are taken. */
export const takenTypes: readonly string[] = [
  'application/json',
  'application/json; charset=utf-8',
  'application/json;charset=utf-8',
];

const json = 'application/json';

/** Other names for much the same, and names of other things. */
const otherNames: readonly string[] = [
  'text/json',
  'text/plain',
  'text/html',
  'text/x-json',
  'application/jsonx',
  'application/x-json',
  'application/json5',
  'application/jsonp',
  'application/javascript',
  'application/ld+json',
  'application/vnd.api+json',
  'application/merge-patch+json',
  'application/json-patch+json',
  'application/problem+json',
  'application/csp-report',
  'application/graphql',
  'application/xml',
  'application/x-www-form-urlencoded',
  'application/octet-stream',
  'application/x-ndjson',
  'multipart/form-data; boundary=x',
  'multipart/form-data',
  'multipart/mixed; boundary=json',
  '*/*',
  'application/*',
  '*',
  'json',
  '/json',
  'application/',
  '/',
  'null',
  'undefined',
  '__proto__',
  'constructor/prototype',
];

/** What has been put before or behind the type to get past a comparison. */
const dressed: readonly string[] = [
  ...[';', ';;', ' ;', ',', '/', '\\', '%20', '%00', '\t;', '; ', ' a', '.', '+', '+json', '#', '?'].map(
    (tail) => `${json}${tail}`,
  ),
  ...['charset', 'charset=', 'charset=utf-16', 'charset=latin1', 'charset=utf-7', 'charset="utf-8"'].map(
    (part) => `${json}; ${part}`,
  ),
  ...['charset=utf-8; charset=utf-16', 'boundary=x', 'q=1', 'a=b; charset=utf-8', '__proto__=x'].map(
    (part) => `${json}; ${part}`,
  ),
  ...['\tcharset=utf-8', '\t', 'CHARSET=UTF-8'].map((part) => `${json};${part}`),
  ...['text/plain, ', 'text/plain; ', '"', '/', ';', 'x-'].map((front) => `${front}${json}`),
  ...['Application/JSON', 'APPLICATION/JSON', 'application/Json', 'application /json', 'application/ json'],
  ...['applicat\u0131on/json', 'application/j\u017fon', 'application\u2044json'],
  `${json}, ${json}`,
  `${json}; ${'x'.repeat(4000)}=1`,
];

/** Header lines that name no type that is taken, and none at all. */
export const otherTypes: readonly (readonly string[])[] = [
  [],
  ['content-type:'],
  ...[...otherNames, ...dressed].map((type) => [`content-type: ${Buffer.from(type).toString('latin1')}`]),
];

/** Lines that come down to a type that is taken, or in which one of several names it: refused, or checked in full. */
export const doubtfulTypes: readonly (readonly string[])[] = [
  [`content-type:   ${json}`],
  [`content-type:\t${json}\t`],
  [`CONTENT-TYPE: ${json}`],
  [`content-type: ${json}`, 'content-type: text/plain'],
  ['content-type: text/plain', `content-type: ${json}`],
  [`content-type: ${json}`, 'content-encoding: gzip'],
  [`content-type: ${json}`, 'content-encoding: identity'],
  [`content-type: ${json}`, 'x-content-type: text/plain', 'x-http-method-override: GET'],
];
