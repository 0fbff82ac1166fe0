const SERVER_PACKAGES = ['@nestjs/*', 'typeorm', 'bullmq', 'ioredis', 'pg'];
const LIBS_FOR_BROWSER = ['type:domain', 'type:contracts', 'type:ui'];

/**
 * Options of @nx/enforce-module-boundaries: which project may depend on which, by tag.
 * There is no row for '*': a project without a row of its own may import nothing.
 */
export const projectBoundaries = {
  allow: ['^([.][.]/)+tools/launch/[a-z-]+[.]ts$'], // test set-ups start the same Postgres as `npm start`
  depConstraints: [
    {
      sourceTag: 'type:domain',
      onlyDependOnLibsWithTags: [],
      allowedExternalImports: ['@jest/globals', 'fast-check', 'rrule-temporal'],
    },
    {
      sourceTag: 'type:contracts',
      onlyDependOnLibsWithTags: ['type:domain'],
      allowedExternalImports: [
        'class-validator',
        'class-transformer',
        'reflect-metadata',
        '@jest/globals',
        'fast-check',
      ],
    },
    {
      sourceTag: 'type:fixtures',
      onlyDependOnLibsWithTags: ['type:domain', 'type:contracts'],
      allowedExternalImports: ['@jest/globals', 'fast-check'],
    },
    {
      sourceTag: 'type:ui',
      onlyDependOnLibsWithTags: ['type:domain', 'type:contracts'],
      bannedExternalImports: SERVER_PACKAGES,
    },
    {
      sourceTag: 'type:migrations',
      onlyDependOnLibsWithTags: [],
      allowedExternalImports: ['typeorm', '@jest/globals'],
    },
    { sourceTag: 'type:e2e', onlyDependOnLibsWithTags: ['type:fixtures', 'type:contracts'] },
    {
      sourceTag: 'scope:server',
      onlyDependOnLibsWithTags: [
        'type:domain',
        'type:contracts',
        'type:fixtures',
        'type:migrations',
        'type:tools',
      ],
      bannedExternalImports: ['@angular/*', '@jsverse/*'],
    },
    {
      sourceTag: 'scope:portal',
      onlyDependOnLibsWithTags: LIBS_FOR_BROWSER,
      bannedExternalImports: SERVER_PACKAGES,
    },
    {
      sourceTag: 'scope:homework',
      onlyDependOnLibsWithTags: LIBS_FOR_BROWSER,
      bannedExternalImports: [...SERVER_PACKAGES, '@angular/material'],
    },
    {
      sourceTag: 'scope:web',
      onlyDependOnLibsWithTags: ['scope:web', 'scope:shared'],
      bannedExternalImports: SERVER_PACKAGES,
    },
    { sourceTag: 'scope:shared', onlyDependOnLibsWithTags: ['scope:shared'] },
  ],
};
