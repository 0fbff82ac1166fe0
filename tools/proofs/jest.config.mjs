import { join } from 'node:path';
import node from '../../jest.node.mjs';
import { areas } from './mutation-areas.mjs';

const root = join(import.meta.dirname, '../..');
const { specs, without } = areas[process.env.PROOF_AREA] ?? {
  specs: ['libs/domain/src', 'libs/fixtures/src'],
  without: [],
};

/** Domain and fixtures in one run: the specs of both count. */
export default {
  ...node,
  displayName: 'proofs',
  rootDir: root,
  roots: specs.map((folder) => join(root, folder)),
  testPathIgnorePatterns: ['/node_modules/', ...without],
};
