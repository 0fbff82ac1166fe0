/** Names under which proxies say for whom they ask. */
const names: readonly string[] = [
  ...['x-forwarded-for', 'x-real-ip', 'x-client-ip', 'client-ip', 'true-client-ip', 'cf-connecting-ip'],
  ...[
    'fastly-client-ip',
    'x-cluster-client-ip',
    'x-originating-ip',
    'x-remote-ip',
    'x-remote-addr',
    'x-envoy-external-address',
  ],
];

/** What such a header says; the last names whoever would be trusted in front. */
const sources: readonly string[] = [
  ...['203.0.113.7', '203.0.113.7, 127.0.0.1', '127.0.0.1, 203.0.113.7', '2001:db8::7'],
];

const spellings: readonly string[] = [
  ...[
    '"203.0.113.7"',
    '203.0.113.7:4711',
    '[2001:db8::7]:4711',
    '::ffff:203.0.113.7',
    '0xcb.0x0.0x71.7',
    '3405803783',
  ],
  ...[
    '203.0.113.7,,,',
    ',203.0.113.7',
    ' , , ',
    'unknown',
    '203.0.113.0/24',
    '*',
    '127.1',
    'localhost',
    '-1',
    '999.1.1.1',
  ],
  ...[
    '203.0.113.7;127.0.0.1',
    '203.0.113.7 127.0.0.1',
    '203.0.113.7\t',
    "' OR 1=1 --",
    '',
    Array(200).fill('203.0.113.7').join(),
  ],
];

const standard: readonly string[] = [
  ...[
    'for=203.0.113.7',
    'for="[2001:db8::7]:4711"',
    'for=203.0.113.7;by=127.0.0.1;proto=https;host=elsewhere.example',
  ],
  ...[
    'For=203.0.113.7, for=127.0.0.1',
    'for=_hidden',
    'for=unknown',
    'host=elsewhere.example',
    'proto=https',
  ],
];

const others: readonly string[] = [
  ...[
    'x-forwarded-host: elsewhere.example',
    'x-forwarded-proto: https',
    'x-forwarded-proto: javascript',
    'x-forwarded-port: 1',
  ],
  ...[
    'x-forwarded-server: elsewhere.example',
    'x-forwarded-ssl: on',
    'front-end-https: on',
    'x-forwarded-scheme: https',
  ],
  ...[
    'x-host: elsewhere.example',
    'x-original-host: elsewhere.example',
    'via: 1.1 elsewhere.example',
    'x-forwarded-user: owner',
  ],
  ...[
    'x-forwarded-by: 127.0.0.1',
    'x-trusted-proxy: 1',
    'x-forwarded-client-cert: By=spiffe',
    'x-remote-user: owner',
  ],
];

/** Header lines of one request each, by which a peer that is nobody's proxy says to be somebody else. */
export const forwardedHeaders: readonly (readonly string[])[] = [
  ...names.flatMap((name) => sources.map((source) => [`${name}: ${source}`])),
  ...spellings.map((text) => [`x-forwarded-for: ${text}`]),
  ...standard.map((text) => [`forwarded: ${text}`]),
  ...others.map((line) => [line]),
  ['x-forwarded-for: 203.0.113.7', 'x-forwarded-for: 203.0.113.8'],
  ['X-FORWARDED-FOR: 203.0.113.7', 'Forwarded: for=203.0.113.8', 'X-Real-IP: 203.0.113.9'],
];
