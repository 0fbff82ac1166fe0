/** Twins of the bad snippets that must pass: a rule that refuses everything proves nothing. */
export interface GoodSnippet {
  readonly path: string;
  readonly code: string;
}

const imports = (path: string, what: string): GoodSnippet => ({
  path,
  code: `import { thing } from '${what}';\nexport const held = [thing];\n`,
});
const code = (path: string, text: string): GoodSnippet => ({ path, code: `${text}\n` });

export const goodSnippets: readonly GoodSnippet[] = [
  imports('apps/api/src/disclosure/disclosure.repository.ts', 'typeorm'),
  imports('apps/api/src/disclosure/disclosure.entity.ts', 'typeorm'),
  imports('apps/api/src/platform/database/data-source.ts', 'typeorm'),
  imports('apps/api/src/platform/jobs/backend.ts', 'bullmq'),
  imports('apps/api/src/reports/export-caseload.processor.ts', 'bullmq'),
  imports('apps/api/src/disclosure/disclosure.controller.ts', './disclosure.service.js'),
  imports('apps/api/src/disclosure/disclosure.service.ts', '../caseload/caseload.service.js'),
  imports('apps/api/src/disclosure/disclosure.service.ts', '../access/case-access.js'),
  imports('apps/api/src/disclosure/disclosure.service.ts', '../platform/database/unit-of-work.js'),
  imports('apps/api/src/disclosure/disclosure.module.ts', '../caseload/caseload.module.js'),
  imports('apps/api/src/demo/demo-people.ts', '@trellis/fixtures'),
  imports('apps/api/src/disclosure/disclosure.service.ts', '@trellis/domain'),
  imports('apps/api/src/disclosure/disclosure.service.ts', '@trellis/contracts'),
  imports('libs/domain/src/schedules/occurrences.ts', 'rrule-temporal'),
  imports('libs/domain/src/schedules/occurrences.ts', '../shared/zoned-time.js'),
  imports('apps/api/src/homework/occurrences.service.ts', '@trellis/schedules'),
  imports('apps/portal/src/app/caseload/caseload-page.ts', '@trellis/vocabulary'),
  imports('apps/portal/src/app/caseload/caseload-page.ts', '../core/session'),
  imports('migrations/1736000000000-create-clinic.ts', 'typeorm'),
  imports('libs/contracts/src/couple/add-couple.request.ts', 'class-validator'),
  code(
    'apps/portal/src/app/caseload/caseload-page.ts',
    "import type { CoupleView } from '@trellis/contracts';\nexport const names = (all: CoupleView[]): number => all.length;",
  ),
  code(
    'apps/api/src/caseload/caseload.repository.ts',
    "void manager.query('select 1 from couple where id = $1', [id]);",
  ),
  code(
    'apps/api/src/platform/database/sql.ts',
    'export const read = (table: string): string => `select id from ${table}`;',
  ),
  code(
    'apps/api/src/caseload/caseload.service.ts',
    'export const words = (n: string): string => `Select ${n} to go on.`;',
  ),
  code('apps/api/src/caseload/caseload.service.ts', 'export const at = (ms: number): Date => new Date(ms);'),
  code('apps/api/src/platform/clock.ts', 'export const now = (): Date => new Date();'),
  code('apps/api/src/platform/config/env.ts', "export const port = process.env['PORT'];"),
  code('apps/api/src/caseload/no-such-couple.ts', 'export class NoSuchCouple extends Error {}'),
  code('apps/portal/src/app/caseload/caseload-page.html', '<p>{{ text() }}</p>'),
];
