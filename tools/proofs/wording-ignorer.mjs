import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

const WORDED = new Set(['say', 'entry', 'itemsOf', 'indicator', 'setting']);

const called = (node) => (node?.type === 'CallExpression' ? node.callee?.name : undefined);

/** True for words that people read: a sentence, or an argument of a call that makes wording. */
function isWording(path) {
  if (!path.isStringLiteral() && !path.isTemplateLiteral()) return false;
  if (path.isStringLiteral() && /\s|[¿¡]/.test(path.node.value)) return true;
  const call = path.findParent((parent) => parent.isCallExpression());
  return WORDED.has(called(call?.node));
}

/** Keeps sentences out of the mutation tests: other specs read them, and none of them decides anything. */
export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, 'wording', {
    shouldIgnore: (path) => (isWording(path) ? 'wording' : undefined),
  }),
];
