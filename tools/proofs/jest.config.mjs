import { existsSync } from 'node:fs';
import { join } from 'node:path';
import node from '../../jest.node.mjs';

const root = join(import.meta.dirname, '../..');
const inFolders = (...folders) =>
  folders.map((folder) => join(root, folder)).filter((path) => existsSync(path));

/** Where the specs of an area lie. A mutant is worth the specs of its own area and the worked example. */
const SPECS = {
  access: inFolders('libs/domain/src/access'),
  disclosure: inFolders('libs/domain/src/disclosure', 'libs/fixtures/src/proofs'),
  scoring: inFolders(
    'libs/domain/src/predictors',
    'libs/domain/src/trackers',
    'libs/domain/src/instruments',
    'libs/fixtures/src/ellery',
  ),
};

/** Domain and fixtures in one run: the specs of both count. */
export default {
  ...node,
  displayName: 'proofs',
  rootDir: root,
  roots: SPECS[process.env.PROOF_AREA] ?? inFolders('libs/domain/src', 'libs/fixtures/src'),
};
