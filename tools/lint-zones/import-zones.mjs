/**
 * Who may import whom, below the level of projects. One row is one rule:
 *   files    where it holds                except   files it spares
 *   ban      what may not be imported      allow    what may be, although `ban` fits
 *   types    true: `import type` is fine   message  what the reader is told
 * Targets are written as paths from the root without ending, or as package names.
 */
const SPECS = ['**/*.{spec,int-spec,e2e-spec}.ts'];
const ANGULAR = ['apps/portal/src/**', 'apps/homework/src/**', 'libs/ui/src/**'];
const SERVER_PACKAGES = [
  '@nestjs/**',
  'typeorm',
  'typeorm/**',
  'bullmq',
  'bullmq/**',
  'ioredis',
  'pg',
  'node:**',
];

export const importZones = [
  {
    id: 'typeorm-in-its-place',
    files: ['apps/api/src/**'],
    except: ['**/*.entity.ts', '**/*.repository.ts', 'apps/api/src/platform/database/**', ...SPECS],
    ban: ['typeorm', 'typeorm/**'],
    message:
      'typeorm belongs in *.entity.ts, *.repository.ts and platform/database. Ask a repository instead.',
  },
  {
    id: 'bullmq-in-its-place',
    files: ['apps/api/src/**'],
    except: ['apps/api/src/platform/jobs/**', '**/*.processor.ts'],
    ban: ['bullmq', 'bullmq/**', '@nestjs/bullmq', 'ioredis'],
    message: 'bullmq belongs in platform/jobs and *.processor.ts. Write an outbox row instead.',
  },
  {
    id: 'controller-without-repository',
    files: ['apps/api/src/**/*.controller.ts'],
    ban: ['**/*.repository', '**/*.entity'],
    message: 'A controller delegates to its service; it imports no repository and no entity.',
  },
  {
    id: 'platform-without-features',
    files: ['apps/api/src/platform/**'],
    except: SPECS,
    ban: ['apps/api/src/**'],
    allow: ['apps/api/src/platform/**', 'apps/api/src/access/declare-access'], // its probes are @Public too
    message: 'platform/ is technical: it imports no feature, no access rule and no audit.',
  },
  {
    id: 'audit-stands-on-platform',
    files: ['apps/api/src/audit/**'],
    except: SPECS,
    ban: ['apps/api/src/**'],
    allow: ['apps/api/src/platform/**', 'apps/api/src/audit/**', 'apps/api/src/access/declare-access'], // it has pages
    message: 'audit/ imports platform/ only, so that everything else may call it.',
  },
  {
    id: 'access-stands-on-audit',
    files: ['apps/api/src/access/**'],
    except: SPECS,
    ban: ['apps/api/src/**'],
    allow: ['apps/api/src/platform/**', 'apps/api/src/audit/**', 'apps/api/src/access/**'],
    message: 'access/ imports platform/ and audit/ only; it asks SQL for facts, never a feature.',
  },
  {
    id: 'fixtures-stay-in-tests',
    files: ['apps/api/src/**', 'libs/domain/src/**', 'libs/contracts/src/**', ...ANGULAR],
    except: ['apps/api/src/demo/**', ...SPECS],
    ban: ['@trellis/fixtures'],
    message: 'Fixtures are for demo/, tests and specs; product code holds no invented people.',
  },
  {
    id: 'server-without-angular',
    files: ['apps/api/**', 'migrations/**', 'tools/**'],
    ban: ['@angular/**', '@jsverse/**', '@trellis/ui', 'apps/{portal,homework}/**', 'libs/ui/**'],
    message: 'The server imports nothing of Angular.',
  },
  {
    id: 'browser-without-server',
    files: ANGULAR,
    ban: [...SERVER_PACKAGES, 'apps/api/**', '@trellis/migrations', 'migrations/**', 'tools/**'],
    message: 'Server packages never enter a browser bundle.',
  },
  {
    id: 'contracts-as-types',
    files: ANGULAR,
    types: true,
    ban: ['@trellis/contracts'],
    message:
      'Types only: a value import puts class-validator in the bundle. Values live in @trellis/vocabulary.',
  },
  {
    id: 'apps-apart',
    files: ['apps/portal/**'],
    ban: ['apps/**'],
    allow: ['apps/portal/**'],
    message: 'Apps share through libs, never through each other.',
  },
  {
    id: 'couple-app-apart',
    files: ['apps/homework/**'],
    ban: ['apps/**', '@angular/material', '@angular/material/**'],
    allow: ['apps/homework/**'],
    message: "No other app's file and no Material may reach the couple's bundle.",
  },
  {
    id: 'ui-is-presentational',
    files: ['libs/ui/src/**'],
    ban: ['@angular/common/http', '@angular/router', '@angular/material', '@angular/material/**', 'apps/**'],
    message: 'libs/ui shows what it is given: no HTTP, no router, no Material, no app.',
  },
  {
    id: 'domain-alone',
    files: ['libs/domain/src/**'],
    except: [...SPECS, 'libs/domain/src/schedules/**'],
    ban: ['**'],
    allow: ['libs/domain/src/**'],
    message: 'libs/domain is pure: it imports its own files and nothing else.',
  },
  {
    id: 'schedules-small',
    files: ['libs/domain/src/schedules/**'],
    except: SPECS,
    ban: ['**'],
    allow: ['libs/domain/src/**', 'rrule-temporal'],
    message: 'domain/schedules imports the domain and the recurrence library, nothing else.',
  },
  {
    id: 'recurrence-in-schedules',
    files: ['**'],
    except: ['libs/domain/src/schedules/**'],
    ban: ['rrule-temporal', 'rrule-temporal/**'],
    message: 'Recurrence is asked of @trellis/schedules, so that one place decides about clock changes.',
  },
  {
    id: 'schedules-apart',
    files: ['libs/domain/src/**', 'apps/homework/**'],
    except: ['libs/domain/src/schedules/**'],
    ban: ['@trellis/schedules', 'libs/domain/src/schedules/**'],
    message: "The recurrence library must not reach the homework app's first chunk: keep schedules apart.",
  },
  {
    id: 'contracts-small',
    files: ['libs/contracts/src/**'],
    except: SPECS,
    ban: ['**'],
    allow: ['libs/contracts/src/**', '@trellis/domain', 'class-validator', 'class-transformer'],
    message: 'Contracts import the domain, class-validator and class-transformer, nothing else.',
  },
  {
    id: 'fixtures-small',
    files: ['libs/fixtures/src/**'],
    except: SPECS,
    ban: ['**'],
    allow: ['libs/fixtures/src/**', '@trellis/domain', '@trellis/contracts', '@trellis/vocabulary'],
    message: 'Fixtures are plain data over domain and contracts.',
  },
  {
    id: 'migrations-alone',
    files: ['migrations/**'],
    except: SPECS,
    ban: ['**'],
    allow: ['typeorm', 'migrations/**'],
    message: 'A migration imports typeorm and nothing else: it must mean the same in five years.',
  },
  {
    id: 'journeys-from-outside',
    files: ['apps/web-e2e/**'],
    ban: ['apps/{api,portal,homework}/**', '@nestjs/**', '@angular/**', 'typeorm', 'bullmq'],
    message: 'A journey sees what a person sees: it imports no code of the apps.',
  },
  {
    id: 'exceptions-in-http',
    files: ['apps/api/src/**'],
    except: ['apps/api/src/platform/http/**', ...SPECS],
    ban: ['@nestjs/common#*Exception'],
    message: 'Throw AppError(code, facts); only platform/http turns errors into HTTP.',
  },
  {
    id: 'repository-from-unit-of-work',
    files: ['apps/api/**'],
    ban: ['@nestjs/typeorm#{InjectRepository,InjectEntityManager,InjectDataSource}'],
    except: ['apps/api/src/platform/database/**'],
    message: 'An injected repository escapes the transaction. Ask the unit of work for its manager.',
  },
  {
    id: 'env-through-config',
    files: ['apps/api/src/**', 'libs/**', ...ANGULAR],
    except: ['apps/api/src/platform/config/**', ...SPECS],
    ban: ['node:process', 'process'],
    message: 'Configuration is read once, in platform/config.',
  },
];
