import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { importZones } from './import-zones.mjs';
import { rooms } from './rooms.mjs';
import { syntaxZones } from './syntax-zones.mjs';

// Lints snippets handed in as JSON on stdin with the real configuration, as if they lay at the given paths,
// and prints `{ answers: { [name]: ["ruleId: message", …] }, rules, zones, pairs }`. Types are left out: the files do not exist.
// A process of its own, because Jest's module registry is no place to load ESLint's plugins.

/** @returns {Promise<string>} everything that arrives on stdin */
async function readInput() {
  let text = '';
  for await (const chunk of process.stdin) text += chunk;
  return text;
}

const eslint = new ESLint({
  overrideConfig: [
    {
      files: ['**/*.ts'],
      rules: tseslint.configs.disableTypeChecked.rules,
      languageOptions: { parserOptions: { projectService: false, program: null, project: false } },
    },
  ],
});

const answers = {};
for (const { name, path, code } of JSON.parse(await readInput())) {
  const [result] = await eslint.lintText(code, { filePath: path });
  answers[name] = (result?.messages ?? []).map(
    ({ ruleId, message }) => `${ruleId ?? 'unparsed'}: ${message}`,
  );
}
const typed = await new ESLint().calculateConfigForFile('apps/api/src/main.ts');
const on = Object.entries(typed.rules).filter(([, setting]) => setting[0] === 2);
process.stdout.write(
  JSON.stringify({
    answers,
    rules: on.map(([rule]) => rule),
    zones: [...importZones, ...rooms, ...syntaxZones].map(({ id, message }) => ({ id, message })),
    pairs: rooms.map((house) => house.pairs),
  }),
);
