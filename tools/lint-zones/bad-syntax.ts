import type { BadSnippet } from './bad-imports.ts';

const SERVICE = 'apps/api/src/caseload/caseload.service.ts';
const REPOSITORY = 'apps/api/src/caseload/caseload.repository.ts';
const PAGE = 'apps/portal/src/app/caseload/caseload-page.ts';
const DOMAIN = 'libs/domain/src/shared/local-date.ts';

const bad = (breaks: string, path: string, code: string): BadSnippet => ({ breaks, path, code: `${code}\n` });
const inTemplate = (html: string): string =>
  `import { Component } from '@angular/core';\n@Component({ selector: 'tr-a', template: '${html}' }) export class A {}`;
const lines = (count: number): string => Array.from({ length: count }, (_, at) => `  use(${at});`).join('\n');

/** One or more per row of syntax-zones.mjs. */
export const badSyntax: readonly BadSnippet[] = [
  bad('sql-with-parameters', REPOSITORY, 'void manager.query(`select * from couple where name = ${name}`);'),
  bad('sql-with-parameters', REPOSITORY, "void manager.query('select * from couple where id = ' + id);"),
  bad('sql-with-parameters', REPOSITORY, 'const text = `update couple set name = ${name}`; use(text);'),
  bad('sql-with-parameters', REPOSITORY, "const text = 'delete from couple where id = ' + id; use(text);"),
  bad('sql-with-parameters', REPOSITORY, 'builder.andWhere(`couple.id = ${id}`);'),
  bad(
    'inject-repository',
    SERVICE,
    'class A { constructor(@InjectRepository(Couple) private readonly all: Couples) {} }',
  ),
  bad('no-forward-ref', SERVICE, 'use(forwardRef(() => CaseloadModule));'),
  bad('process-env', SERVICE, "use(process.env['PORT']);"),
  bad('process-env', SERVICE, 'const { env } = process; use(env);'),
  bad('sanitizer-stays-on', PAGE, 'use(sanitizer.bypassSecurityTrustHtml(text));'),
  bad('no-html-from-text', PAGE, 'element.innerHTML = text;'),
  bad('no-html-from-text', PAGE, 'element.outerHTML = text;'),
  bad('no-html-from-text', PAGE, "element.insertAdjacentHTML('beforeend', text);"),
  bad('no-html-binding', 'apps/portal/src/app/caseload/caseload-page.html', '<p [innerHTML]="text()"></p>'),
  bad('no-html-binding', PAGE, inTemplate('<p [innerHTML]="a"></p>')),
  bad('no-plain-storage', PAGE, "localStorage.setItem('a', 'b');"),
  bad('no-plain-storage', PAGE, 'window.sessionStorage.clear();'),
  bad('no-plain-storage', PAGE, "document.cookie = 'a=b';"),
  bad('no-console', SERVICE, "console.log('here');"),
  bad('server-clock', SERVICE, 'use(new Date());'),
  bad('server-clock', SERVICE, 'use(Date.now());'),
  bad('domain-without-clock', DOMAIN, 'export const now = () => new Date();'),
  bad('domain-without-clock', DOMAIN, 'export const now = () => Date.now();'),
  bad('no-math-random', SERVICE, 'use(Math.random());'),
  bad('no-enum', SERVICE, "export enum Side { Left = 'left' }"),
  bad('no-inheritance', SERVICE, 'export class A extends B { readonly a = 1; }'),
  bad('no-ceremony-names', SERVICE, 'export interface ICouple { readonly id: string }'),
  bad('no-ceremony-names', SERVICE, 'export class BaseService { readonly a = 1; }'),
  bad(
    'constructor-budget',
    SERVICE,
    'class A { constructor(a: A, b: B, c: C, d: D, e: E, f: F, g: G) { use(a, b, c, d, e, f, g); } }',
  ),
  bad('alias-not-imported-later', SERVICE, "use(await import('@trellis/domain'));"),
  bad('domain-without-mocks', 'libs/domain/src/shared/result.spec.ts', "jest.mock('./result.js');"),
  bad('file-name', 'apps/api/src/caseload/caseloadService.ts', 'export const a = 1;'),
  bad('empty-name', 'apps/api/src/caseload/caseload-utils.ts', 'export const a = 1;'),
  bad('empty-name', 'libs/ui/src/helpers/list.ts', 'export const a = 1;'),
  bad('no-barrel', 'apps/api/src/caseload/index.ts', "export { a } from './a.js';"),
  bad('no-explicit-any', SERVICE, 'export const a = (b: any): string => String(b);'),
  bad('ban-ts-comment', SERVICE, '// @ts-ignore\nexport const a = 1;'),
  bad('zones/syntax', SERVICE, "// eslint-disable-next-line\nconsole.log('hidden');"),
  bad('max-lines:', SERVICE, `use(1);\n${lines(301)}`),
  bad('max-lines:', 'apps/api/src/caseload/caseload.spec.ts', `use(1);\n${lines(401)}`),
  bad('max-lines-per-function', SERVICE, `export function long(): void {\n${lines(41)}\n}`),
  bad('template/click-events-have-key-events', PAGE, inTemplate('<div (click)="a()"></div>')),
];
