/** A snippet that must be refused, and the words the refusal must carry. */
export interface BadSnippet {
  readonly breaks: string;
  readonly path: string;
  readonly code: string;
}

const imports = (what: string): string => `import { thing } from '${what}';\nexport const held = [thing];\n`;
const bad = (breaks: string, path: string, what: string): BadSnippet => ({
  breaks,
  path,
  code: imports(what),
});

const SERVICE = 'apps/api/src/disclosure/disclosure.service.ts';
const PORTAL = 'apps/portal/src/app/caseload/caseload-page.ts';
const HOMEWORK = 'apps/homework/src/app/today/today-page.ts';

/** One or more per row of import-zones.mjs and rooms.mjs. */
export const badImports: readonly BadSnippet[] = [
  bad('typeorm-in-its-place', SERVICE, 'typeorm'),
  bad('bullmq-in-its-place', SERVICE, 'bullmq'),
  bad('bullmq-in-its-place', SERVICE, 'ioredis'),
  bad('controller-without-repository', 'apps/api/src/admin/admin.controller.ts', './admin.repository.js'),
  bad(
    'platform-without-features',
    'apps/api/src/platform/jobs/relay.ts',
    '../../caseload/caseload.service.js',
  ),
  bad('platform-without-features', 'apps/api/src/platform/jobs/relay.ts', '../../access/case-access.js'),
  bad('audit-stands-on-platform', 'apps/api/src/audit/audit-writer.ts', '../caseload/caseload.service.js'),
  bad('access-stands-on-audit', 'apps/api/src/access/case-access.ts', '../homework/homework.service.js'),
  bad('fixtures-stay-in-tests', SERVICE, '@trellis/fixtures'),
  bad('server-without-angular', SERVICE, '@angular/core'),
  bad('server-without-angular', SERVICE, '../../../portal/src/app/app.config.js'),
  bad('browser-without-server', PORTAL, '@nestjs/common'),
  bad('browser-without-server', HOMEWORK, 'node:fs'),
  bad('browser-without-server', PORTAL, '../../../../api/src/main'),
  bad('contracts-as-types', PORTAL, '@trellis/contracts'),
  bad('apps-apart', PORTAL, '../../../../homework/src/app/today/today-page'),
  bad('couple-app-apart', HOMEWORK, '../../../../portal/src/app/core/session'),
  bad('couple-app-apart', HOMEWORK, '@angular/material/button'),
  bad('ui-is-presentational', 'libs/ui/src/card/card.ts', '@angular/common/http'),
  bad('domain-alone', 'libs/domain/src/shared/result.ts', 'node:fs'),
  bad('domain-alone', 'libs/domain/src/shared/result.ts', '@trellis/contracts'),
  bad('schedules-small', 'libs/domain/src/schedules/occurrences.ts', 'node:fs'),
  bad('recurrence-in-schedules', 'libs/domain/src/homework/occurrences.ts', 'rrule-temporal'),
  bad('recurrence-in-schedules', SERVICE, 'rrule-temporal'),
  bad('schedules-apart', 'libs/domain/src/homework/occurrences.ts', '../schedules/occurrences.js'),
  bad('schedules-apart', HOMEWORK, '@trellis/schedules'),
  bad('contracts-small', 'libs/contracts/src/couple/couple.view.ts', '@nestjs/common'),
  bad('fixtures-small', 'libs/fixtures/src/people.ts', 'typeorm'),
  bad('migrations-alone', 'migrations/1736000000000-create-clinic.ts', '@trellis/domain'),
  bad(
    'migrations-alone',
    'migrations/1736000000000-create-clinic.ts',
    '../apps/api/src/platform/database/sql.js',
  ),
  bad('journeys-from-outside', 'apps/web-e2e/src/first-hour.spec.ts', '../../api/src/main.ts'),
  {
    breaks: 'exceptions-in-http',
    path: SERVICE,
    code: "import { NotFoundException } from '@nestjs/common';\nthrow new NotFoundException();\n",
  },
  {
    breaks: 'repository-from-unit-of-work',
    path: SERVICE,
    code: "import { InjectDataSource } from '@nestjs/typeorm';\nexport const held = InjectDataSource;\n",
  },
  bad('env-through-config', SERVICE, 'node:process'),
  bad('feature-apart', SERVICE, '../homework/homework.repository.js'),
  bad('feature-apart', SERVICE, '../homework/homework.entity.js'),
  bad('feature-apart', SERVICE, '../reports/reports.service.js'),
  bad('feature-apart', SERVICE, '../audit/audit.repository.js'),
  bad('portal-area-apart', PORTAL, '../disclosure/disclosure.api'),
  bad('portal-area-apart', 'apps/portal/src/app/core/session.ts', '../caseload/caseload.api'),
  bad('homework-area-apart', HOMEWORK, '../writing/writing-page'),
  // The same walls once more, by the project graph.
  bad('@nx/enforce-module-boundaries', 'libs/domain/src/shared/result.ts', '@trellis/contracts'),
  bad('@nx/enforce-module-boundaries', PORTAL, '../../../../api/src/main'),
  bad('@nx/enforce-module-boundaries', SERVICE, '@angular/core'),
  bad('@nx/enforce-module-boundaries', HOMEWORK, '@nestjs/common'),
  bad('@nx/enforce-module-boundaries', 'migrations/1736000000000-create-clinic.ts', '@trellis/domain'),
];
