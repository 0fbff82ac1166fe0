/** Ways to say one parameter of a query more than once, or as something that it is not. */
const twice = (name: string, value: string): readonly string[] => [
  `${name}=${value}&${name}=${value}`,
  `${name}=${value}&${name}=other`,
  `${name}=&${name}=${value}`,
  `${name}[]=${value}`,
  `${name}[0]=${value}`,
  `${name}[a]=${value}`,
  `${name}[$ne]=${value}`,
  `${name}[__proto__]=${value}`,
  `${name}%5B%5D=${value}`,
  `${name}.a=${value}`,
  `${name}=${value}&${name}[]=${value}`,
  `${name}=${value}&${name.toUpperCase()}=${value}`,
  `${name}=${value}&%20${name}=${value}`,
  `${name}=${value}&${name}%00=${value}`,
];

/** Queries of a list that reads these parameters; each has to be refused. */
export const repeatedParameters = (known: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(known).flatMap(([name, value]) => twice(name, value));

/** Parameters that belong somewhere else: into the path or the body. */
export const strayParameters: readonly string[] = [
  ...[
    'id',
    'coupleId',
    'clinicId',
    'personId',
    'staffId',
    'taskId',
    'name',
    'version',
    'role',
    '_method',
    'callback',
    'include',
  ],
  ...[
    'filter',
    'fields',
    'order',
    'page',
    'offset',
    '_sort',
    'where',
    'select',
    'q',
    '__proto__',
    'constructor',
    'access_token',
  ],
].map((name) => `${name}=1`);
