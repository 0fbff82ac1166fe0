const openings: readonly string[] = [
  ...[
    "'",
    '"',
    "')",
    '"))',
    "\\'",
    "''",
    '`',
    '$$',
    ';',
    '',
    '%27',
    '\u02bc',
    '\uff07',
    "q'",
    "E'\\'",
    "' ",
    '0',
    '1)',
  ],
];

const middles: readonly string[] = [
  ...[
    'OR 1=1',
    "OR 'a'='a'",
    'OR true',
    "OR name LIKE '%'",
    'AND 1=0',
    'AND 1=1',
    '|| true ||',
    'OR EXISTS(SELECT 1)',
  ],
  ...[
    'UNION SELECT NULL',
    'UNION ALL SELECT current_user,version()',
    'UNION SELECT name FROM person',
    'OR pg_sleep(5) IS NULL',
  ],
  ...['; SELECT pg_sleep(5)', '; DROP TABLE couple CASCADE', '; UPDATE staff_member SET role = $q$owner$q$'],
  ...['; SET ROLE trellis_owner', "; SET app.clinic_id = ''", '; RESET ALL', "; COPY clinic TO PROGRAM 'id'"],
  ...[
    '|| (SELECT string_agg(name, $q$,$q$) FROM couple) ||',
    'AND 1=CAST(version() AS int)',
    'ORDER BY 99',
    'LIMIT 0 OFFSET 1',
  ],
  ...[
    "AND (SELECT CASE WHEN 1=1 THEN pg_sleep(5) END)::text=''",
    '; COMMIT; BEGIN',
    '; DISCARD ALL',
    '::regclass',
  ],
];

const endings: readonly string[] = ['', '--', ' -- ', '/*', '#', ';', "'", "AND '1'='1"];

/** Texts that would change a statement that was put together from them. */
export const sqlTexts: readonly string[] = [
  ...new Set(
    openings.flatMap((open) => middles.flatMap((middle) => endings.map((end) => `${open} ${middle} ${end}`))),
  ),
];
