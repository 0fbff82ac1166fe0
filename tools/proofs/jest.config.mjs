import { join } from 'node:path';
import node from '../../jest.node.mjs';

const root = join(import.meta.dirname, '../..');

/** Domain and fixtures in one run, for the mutation tests: examples of both kill mutants of the domain. */
export default {
  ...node,
  displayName: 'proofs',
  rootDir: root,
  roots: [join(root, 'libs/domain/src'), join(root, 'libs/fixtures/src')],
};
