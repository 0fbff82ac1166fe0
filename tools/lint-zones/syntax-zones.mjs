/**
 * What may not be written. One row is one rule:
 *   files      where it holds            except   files it spares
 *   selectors  shapes of code (esquery)  message  what the reader is told
 */
const SPECS = ['**/*.{spec,int-spec,e2e-spec}.ts', 'apps/api/test/**'];
const CODE = ['apps/**/*.ts', 'libs/**/*.ts', 'migrations/**/*.ts', 'tools/**/*.ts'];
const BROWSER = ['apps/portal/src/**/*.ts', 'apps/homework/src/**/*.ts', 'libs/ui/src/**/*.ts'];
const TEMPLATES = ['**/*.html'];
const ENTRY_POINTS = ['apps/api/src/{main,worker,migrate,seed}.ts', 'apps/{portal,homework}/src/main.ts'];
const SQL_START =
  '/^\\s*(select\\s[\\s\\S]*\\bfrom\\b|insert\\s+into\\b|update\\s+\\S+\\s+set\\b|delete\\s+from\\b|alter\\s+(table|role)\\b|create\\s+(table|role|policy|index)\\b|drop\\s+(table|role|policy|index)\\b|set\\s+(local|role|session)\\b)/i';
const SQL_CALL = '/^(query|where|andWhere|orWhere|having|andHaving|orHaving)$/';

export const syntaxZones = [
  {
    id: 'sql-with-parameters',
    files: ['apps/api/src/**/*.ts', 'libs/**/*.ts'],
    except: ['apps/api/src/platform/database/sql.ts', ...SPECS],
    selectors: [
      `CallExpression[callee.property.name=${SQL_CALL}] > TemplateLiteral[expressions.length>0]`,
      `CallExpression[callee.property.name=${SQL_CALL}] > BinaryExpression[operator="+"]`,
      `:not(TaggedTemplateExpression) > TemplateLiteral[expressions.length>0] > TemplateElement:first-child[value.raw=${SQL_START}]`,
      `BinaryExpression[operator="+"] > Literal[value=${SQL_START}]`,
    ],
    message: 'SQL is never glued together: pass values as parameters, or use platform/database/sql.ts.',
  },
  {
    id: 'inject-repository',
    files: ['apps/api/**/*.ts'],
    selectors: ['Decorator > CallExpression[callee.name="InjectRepository"]'],
    message: '@InjectRepository escapes the transaction. Ask the unit of work for its manager.',
  },
  {
    id: 'no-forward-ref',
    files: ['apps/api/src/**/*.ts'],
    selectors: ['CallExpression[callee.name="forwardRef"]'],
    message: 'forwardRef hides a circle between modules; take the circle apart.',
  },
  {
    id: 'process-env',
    files: ['apps/**/*.ts', 'libs/**/*.ts', 'migrations/**/*.ts'],
    except: [
      'apps/api/src/platform/config/**',
      'apps/api/test/**',
      'apps/web-e2e/**',
      '**/*.config.ts',
      ...SPECS,
    ],
    selectors: [
      'MemberExpression[object.name="process"][property.name="env"]',
      'VariableDeclarator[init.name="process"] > ObjectPattern > Property[key.name="env"]',
    ],
    message: 'process.env is read once, in platform/config; take the config object.',
  },
  {
    id: 'sanitizer-stays-on',
    files: BROWSER,
    selectors: ['Identifier[name=/^bypassSecurityTrust/]', 'Literal[value=/^bypassSecurityTrust/]'],
    message: "Angular's sanitizer stays on: bypassSecurityTrust… is never the answer.",
  },
  {
    id: 'no-html-from-text',
    files: BROWSER,
    selectors: [
      'Identifier[name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]',
      'Literal[value=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]',
    ],
    message: 'Text is bound as text; nothing turns a string into HTML.',
  },
  {
    id: 'no-html-binding',
    files: TEMPLATES,
    selectors: [
      'BoundAttribute[name=/^(innerHTML|outerHTML|srcdoc)$/i]',
      'TextAttribute[name=/^(innerHTML|srcdoc)$/i]',
    ],
    message: 'Text is bound as text; nothing turns a string into HTML.',
  },
  {
    id: 'no-plain-storage',
    files: BROWSER,
    selectors: [
      'Identifier[name=/^(localStorage|sessionStorage)$/]',
      'Literal[value=/^(localStorage|sessionStorage)$/]',
      'MemberExpression[object.name="document"][property.name="cookie"]',
    ],
    message: 'Nothing readable stays on a device: no localStorage, no sessionStorage, no cookie by script.',
  },
  {
    id: 'no-console',
    files: CODE,
    except: ['tools/**', ...ENTRY_POINTS],
    selectors: ['MemberExpression[object.name="console"]'],
    message: 'Write through the logger, which lets only listed fields out.',
  },
  {
    id: 'server-clock',
    files: ['apps/api/src/**/*.ts'],
    except: ['apps/api/src/platform/clock.ts', ...SPECS],
    selectors: [
      'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
      'NewExpression[callee.name="Date"][arguments.length=0]',
    ],
    message: 'Ask platform/clock.ts for the time, so that the demo clinic and the tests can set it.',
  },
  {
    id: 'domain-without-clock',
    files: ['libs/domain/**/*.ts'],
    selectors: [
      'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
      'NewExpression[callee.name="Date"][arguments.length=0]',
      'CallExpression[callee.name=/^(setTimeout|setInterval|fetch)$/]',
    ],
    message: 'The domain takes the time as a parameter and does no I/O.',
  },
  {
    id: 'no-math-random',
    files: CODE,
    selectors: ['MemberExpression[object.name="Math"][property.name="random"]'],
    message: 'Math.random is neither secret nor repeatable: use node:crypto, or a seeded generator in tests.',
  },
  {
    id: 'no-enum',
    files: CODE,
    selectors: ['TSEnumDeclaration'],
    message: 'Use an `as const` object or a union of strings; an enum leaves code behind.',
  },
  {
    id: 'no-inheritance',
    files: CODE,
    except: ['libs/contracts/src/**/*.{view,request}.ts'], // shapes of messages, without behaviour
    selectors: [
      ':matches(ClassDeclaration, ClassExpression)[superClass]:not([superClass.name=/(Error|^WorkerHost|^TitleStrategy|^ThrottlerGuard)$/]):not([superClass.callee.name="PassportStrategy"])',
    ],
    message: 'Compose; only errors, and the few classes a framework asks for, extend another class.',
  },
  {
    id: 'no-ceremony-names',
    files: CODE,
    selectors: [
      'TSInterfaceDeclaration[id.name=/^I[A-Z][a-z]/]',
      'ClassDeclaration[id.name=/^(Base|Abstract|Default)[A-Z]/]',
    ],
    message: 'Name it for what it is: no I…, Base…, Abstract… or Default….',
  },
  {
    id: 'constructor-budget',
    files: CODE,
    selectors: ['MethodDefinition[kind="constructor"] > FunctionExpression[params.length>6]'],
    message: 'More than 6 dependencies: this class has more than one job.',
  },
  {
    id: 'alias-not-imported-later',
    files: CODE,
    selectors: ['ImportExpression[source.value=/^@trellis\\u002F/]'],
    message: 'The build does not rewrite import() of an alias; import it at the top.',
  },
  {
    id: 'domain-without-mocks',
    files: ['libs/domain/**/*.ts'],
    selectors: [
      'CallExpression[callee.object.name="jest"][callee.property.name=/^(mock|fn|spyOn|unstable_mockModule)$/]',
    ],
    message: 'Pure functions need no mock: pass plain data.',
  },
];
