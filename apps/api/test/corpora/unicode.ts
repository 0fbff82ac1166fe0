const names: readonly string[] = [
  ...[
    'Ríos',
    'Müller',
    'Ångström',
    'Nguyễn',
    'Łukasz',
    'İstanbul',
    'ıı',
    'ß',
    'ẞ',
    'ﬁne',
    'Ⅷ',
    'ﷺ',
    '㎏',
    'Å',
  ],
  ...[
    '李小龍',
    '김철수',
    'やまだ',
    'ﾔﾏﾀﾞ',
    'محمد',
    'שלום',
    'नमस्ते',
    'ภาษาไทย',
    'Ελένη',
    'Анна',
    'Հայ',
    'ქართ',
    '𐍈𐌰𐌽',
    '𝓡𝓸𝔀𝓪𝓷',
  ],
];

/** Letters that look like those of Rowan and Iris and are others. */
const alike: readonly string[] = [
  'Rоwan',
  'Rοwan',
  'Ꭱowan',
  'Rоwаn',
  'ⲣowan',
  'lris',
  'Ιris',
  'Іris',
  'Irіs',
  '1ris',
  'I\u0307ris',
  'Ｉｒｉｓ',
];

const unseen: readonly string[] = [
  ...[
    '\u200b',
    '\u200c',
    '\u200d',
    '\u2060',
    '\ufeff',
    '\u00ad',
    '\u034f',
    '\u061c',
    '\u115f',
    '\u180e',
    '\u3164',
  ],
  ...['\u2061', '\u2062', '\u2063', '\ufe0f', '\u{e0001}', '\u{e0061}', '\u{e007f}', '\u206a', '\ufff9'],
];

const turning: readonly string[] = [
  '\u202a',
  '\u202b',
  '\u202c',
  '\u202d',
  '\u202e',
  '\u2066',
  '\u2067',
  '\u2068',
  '\u2069',
  '\u200e',
  '\u200f',
];

const spaces: readonly string[] = [
  '\u00a0',
  '\u1680',
  '\u2000',
  '\u2003',
  '\u2007',
  '\u202f',
  '\u205f',
  '\u3000',
];

const pictures: readonly string[] = [
  ...[
    '🌱',
    '👩‍👩‍👧',
    '🏳️‍🌈',
    '👍🏽',
    '🇺🇸',
    '❤️',
    '☺︎',
    '☺️',
    '1️⃣',
    '👨🏿‍🦽‍➡️',
    '🫱🏻‍🫲🏿',
    '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
    '🇺',
    '\u{1f3fb}',
    '⛓️‍💥',
    '\u{1fae8}',
  ],
  ...[
    'e\u0301\u0301\u0301',
    `a${'\u0300'.repeat(20)}`,
    '\u0301',
    '\u{20000}',
    '\u{2ffff}',
    '\u{10ffff}',
    '\ufffd',
    '\ufffe',
    '\uffff',
    '\u{1fffe}',
    '\ue000',
  ],
];

const inWords = (signs: readonly string[]): readonly string[] =>
  signs.flatMap((sign) => [`Ro${sign}wan`, `${sign}Rowan`, `Rowan${sign}`]);

/** Texts of every script and trick, each to be kept as it is, sign by sign. */
export const keptTexts: readonly string[] = [
  ...new Set([
    ...names,
    ...names.map((name) => name.normalize('NFD')),
    ...names.map((name) => name.normalize('NFKC')),
    ...alike,
    ...inWords(unseen),
    ...inWords(turning),
    ...inWords(spaces),
    ...pictures,
    ...['\u202eנתן\u202c (a)', 'abc \u2067אבג\u2069 def', 'مرحبا 123 abc', 'עברית, English, 12:30'],
  ]),
];

/** Texts that no database keeps as they are, as JSON writes them: each has to be refused. */
export const refusedTexts: readonly string[] = [
  ...['\\u0000', '\\ud800', '\\udfff', '\\udc00\\ud800', '\\udbff', '\\ud83c', '\\udf31', '\\ud83c\\ud83c'],
].flatMap((half) => [half, `Rowan${half}`, `${half}Rowan`, `Ro${half}wan`]);

/** Spellings of one address that lead to one account, and addresses that look like it and do not. */
export const sameAddress: readonly string[] = [
  ...[
    'mina@pier.example',
    'MINA@PIER.EXAMPLE',
    'Mina@Pier.Example',
    ' mina@pier.example ',
    'ｍｉｎａ@pier.example',
    'mina@ｐｉｅｒ.example',
    'ⓜina@pier.example',
  ],
];
export const otherAddresses: readonly string[] = [
  ...[
    'mіna@pier.example',
    'mina@рier.example',
    'mi\u200bna@pier.example',
    'mi\u00adna@pier.example',
    '\u202emina@pier.example',
    'mìna@pier.example',
    'mına@pier.example',
    'm.ina@pier.example',
    'mina+a@pier.example',
  ],
];
