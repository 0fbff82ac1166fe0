/** A body as it stands on the wire. */
export interface JsonShape {
  readonly what: string;
  readonly body: string | Buffer;
}

const shape = (what: string, body: string | Buffer): JsonShape => ({ what, body });
const repeated = (text: string, times: number): string => text.repeat(times);

/** Keys that reach for what every object has. */
const reaching: readonly string[] = [
  ...['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', 'toJSON', 'then'],
  ...['__defineGetter__', '__lookupSetter__', 'length', 'isAdmin'],
];

/** Values to stand under such keys. `polluted` is what no object may come to have. */
const below: readonly string[] = [
  ...[
    '{"polluted":true}',
    '{"prototype":{"polluted":true}}',
    '{"__proto__":{"polluted":true}}',
    '[{"polluted":true}]',
  ],
  ...['null', '1', '"polluted"', '{"constructor":{"prototype":{"polluted":true}}}'],
];

/** Where such a pair stands: alone, inside an object, inside a list, behind another of the same name, spelt out. */
const places: readonly ((key: string, value: string) => string)[] = [
  (key, value) => `{"${key}":${value}}`,
  (key, value) => `{"name":{"${key}":${value}}}`,
  (key, value) => `{"name":[{"${key}":${value}}]}`,
  (key, value) => `{"${key}":1,"${key}":${value}}`,
];

/** Letters of a key written as escapes, which a search for the plain text does not find. */
const spelt = (key: string): string =>
  [...key].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');

const opening = ['[', '{"a":', '[[', '[{"a":', '{"a":[', '{"__proto__":', '{"constructor":'];
const closing: Readonly<Record<string, string>> = { '[': ']', '{': '}' };
const closed = (open: string, times: number): string =>
  repeated(open, times) +
  '1' +
  repeated(
    [...open]
      .filter((sign) => sign in closing)
      .reverse()
      .map((sign) => closing[sign])
      .join(''),
    times,
  );

const depths = [33, 100, 1000, 10_000];

const deep: readonly JsonShape[] = opening.flatMap((open) =>
  depths.flatMap((times) => [
    shape(`${open} ${String(times)} deep`, `{"name":${closed(open, times)}}`),
    shape(`${open} ${String(times)} deep and never closed`, repeated(open, times)),
  ]),
);

const wide: readonly JsonShape[] = [10, 100, 1000, 5000, 20_000].flatMap((count) => {
  const numbers = Array.from({ length: count }, (_, at) => at);
  return [
    shape(`${String(count)} keys`, `{${numbers.map((at) => `"k${String(at)}":1`).join()}}`),
    shape(`${String(count)} keys of one name`, `{${numbers.map(() => '"name":1').join()}}`),
    shape(`${String(count)} keys below one`, `{"name":{${numbers.map((at) => `"${String(at)}":1`).join()}}}`),
    shape(`${String(count)} items`, `{"careTeam":[${numbers.map(() => '{}').join()}]}`),
    shape(`${String(count)} items of nothing`, `{"name":[${numbers.map(() => 'null').join()}]}`),
    shape(`${String(count)} lists in lists`, `{"careTeam":[${numbers.map(() => '[[]]').join()}]}`),
  ];
});

const long: readonly JsonShape[] = [10_000, 200_000, 262_144, 1_000_000].flatMap((length) => [
  shape(`${String(length)} letters`, `{"name":"${repeated('x', length)}"}`),
  shape(`${String(length)} letters as a key`, `{"${repeated('x', length)}":1}`),
  shape(`${String(length)} digits`, `{"name":${repeated('9', length)}}`),
  shape(`${String(length)} digits behind the point`, `{"name":0.${repeated('9', length)}}`),
  shape(`${String(length)} spaces`, `{"name":${repeated(' ', length)}1}`),
  shape(`${String(length)} escapes`, `{"name":"${repeated('\\u0041', Math.floor(length / 6))}"}`),
]);

const wrongWords: readonly JsonShape[] = [
  ...[
    'NaN',
    'Infinity',
    '-Infinity',
    'undefined',
    'True',
    'nil',
    '01',
    '+1',
    '.5',
    '1.',
    '1e',
    '0x10',
    '1_000',
    '--1',
  ],
  ...[
    "'single'",
    '`tick`',
    '"tab\there"',
    '"line\nbreak"',
    '"\\x41"',
    '"\\u12"',
    '"\\uZZZZ"',
    '"open',
    '/*c*/1',
    '1//c',
  ],
  ...[
    '1,',
    ',1',
    '1 2',
    '[1,]',
    '[,1]',
    '{"a":1,}',
    '{a:1}',
    '{1:1}',
    '{"a" 1}',
    '{"a":}',
    '{:1}',
    '[1}',
    '{"a":1]',
  ],
].map((value) => shape(`${value} for a value`, `{"name":${value}}`));

const wholes: readonly JsonShape[] = [
  ...[
    '',
    ' ',
    'null',
    'true',
    'false',
    '0',
    '-0',
    '1e400',
    '""',
    '"text"',
    '[]',
    '[[]]',
    '[{}]',
    '{}{}',
    '{},{}',
    '{}x',
  ],
  ...[
    '{',
    '}',
    '[',
    ']',
    '"',
    ':',
    ',',
    '\\',
    '//',
    '#',
    '<a/>',
    'a=b',
    '()',
    'NaN',
    "{'a':1}",
    ")]}',\n{}",
    '\u2028{}',
  ],
].map((body) => shape(`${JSON.stringify(body)} as a whole`, body));

const lone = ['\\ud800', '\\udfff', '\\udc00\\ud800', 'a\\udbff', '\\u0000', 'a\\u0000b'];
const texts: readonly JsonShape[] = lone.flatMap((text) => [
  shape(`"${text}" as a value`, `{"name":"${text}"}`),
  shape(`"${text}" as a key`, `{"${text}":1}`),
  shape(`"${text}" in a list`, `{"careTeam":["${text}"]}`),
]);

const bytes = (...parts: readonly (string | readonly number[])[]): Buffer =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)));

const encodings: readonly JsonShape[] = [
  shape('a byte order mark alone', bytes([0xef, 0xbb, 0xbf])),
  shape('a byte order mark in front of a list', bytes([0xef, 0xbb, 0xbf], '[]')),
  shape('a byte order mark in front of a word', bytes([0xef, 0xbb, 0xbf], '{"__proto__":{"polluted":true}}')),
  shape('two byte order marks', bytes([0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf], '{}')),
  ...(['utf16le', 'latin1'] as const).map((code) => shape(code, Buffer.from('{"name":"ü"}', code))),
  ...[
    [0xff],
    [0xc0, 0xaf],
    [0xed, 0xa0, 0x80],
    [0xf8, 0x88, 0x80, 0x80, 0x80],
    [0xc3],
    [0x80],
    [0xfe, 0xff],
  ].flatMap((wrong) => [
    shape(`bytes ${wrong.join(' ')} as a value`, bytes('{"name":"', wrong, '"}')),
    shape(`bytes ${wrong.join(' ')} as a key`, bytes('{"', wrong, '":1}')),
    shape(`bytes ${wrong.join(' ')} in front`, bytes(wrong, '{"name":1}')),
  ]),
  shape('a gzip header', Buffer.from('1f8b0800000000000003', 'hex')),
  shape('bytes of nothing', Buffer.alloc(1000)),
];

/** Bodies that no handler takes: each has to be refused, at once, and to leave no trace in the process. */
export const jsonShapes: readonly JsonShape[] = [
  ...reaching.flatMap((key) =>
    below.flatMap((value) => places.map((put) => shape(`${key} ${value}`, put(key, value)))),
  ),
  ...reaching.map((key) => shape(`${key} spelt out`, `{"${spelt(key)}":{"polluted":true}}`)),
  ...[...deep, ...wide, ...long, ...wrongWords, ...wholes, ...texts, ...encodings],
];
