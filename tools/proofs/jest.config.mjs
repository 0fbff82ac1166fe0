import { join } from 'node:path';
import node from '../../jest.node.mjs';

const root = join(import.meta.dirname, '../..');

/** With an area: its bundle, made by bundle-specs.mjs. Without: every spec of domain and fixtures, as they stand. */
export default process.env.PROOF_AREA
  ? {
      testEnvironment: 'node',
      displayName: 'proofs',
      rootDir: root,
      roots: [join(root, 'proof-bundle')],
      testMatch: ['**/all.spec.cjs'],
      transform: {},
    }
  : {
      ...node,
      displayName: 'proofs',
      rootDir: root,
      roots: [join(root, 'libs/domain/src'), join(root, 'libs/fixtures/src')],
    };
