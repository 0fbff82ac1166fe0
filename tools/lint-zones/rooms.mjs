/**
 * Folders that live side by side and may not look into each other.
 *   root    the folder that holds the rooms
 *   shared  rooms that everyone may enter (their own limits are in import-zones.mjs)
 *   pairs   the doors: room -> rooms whose *.service.ts (and, from a module, *.module.ts) it may import.
 *           Listed by hand, so that a circle of features is a failed lint. '*' is for the demo clinic only.
 */
export const rooms = [
  {
    id: 'feature-apart',
    root: 'apps/api/src',
    shared: ['platform', 'access', 'audit'],
    doors: ['*.service', '*.module'],
    pairs: {
      demo: ['*'],
      caseload: ['identity'],
      invitations: ['identity'],
      staff: ['identity'],
      homework: ['caseload', 'predictors', 'stage-gates'], // Today lists the open rating beside the tasks
      predictors: ['caseload', 'aftercare'], // what concerns safety calls therapists like any other alert
      disclosure: ['caseload'],
      readiness: ['disclosure'],
      'disclosure-document': ['disclosure', 'erasure'], // destroyed words go into the ledger
      questions: ['disclosure'],
      letters: ['disclosure', 'homework', 'erasure'],
      'disclosure-session': ['disclosure', 'disclosure-document', 'homework'], // reading without a copy
      aftercare: ['disclosure', 'cover'],
      'stage-gates': ['aftercare'],
      instruments: ['aftercare'], // what concerns safety calls therapists like any other alert
      slips: ['disclosure', 'aftercare', 'stage-gates'], // a slip pauses touch exercises
      'disclosure-clock': ['disclosure', 'aftercare', 'slips', 'predictors', 'appointments'],
      release: ['homework'], // a new revision of an answer ends what was released of the one before
      reports: ['caseload', 'homework', 'predictors', 'disclosure'],
    },
    message:
      "A feature imports platform/, access/, audit/, libs, and another feature's *.service.ts where tools/lint-zones/rooms.mjs lists the pair.",
  },
  {
    id: 'portal-area-apart',
    root: 'apps/portal/src/app',
    shared: ['core'],
    doors: [],
    pairs: {},
    message:
      'An area imports core/, its own files and libs. What two areas need belongs in libs/ui or libs/domain.',
  },
  {
    id: 'homework-area-apart',
    root: 'apps/homework/src/app',
    shared: ['core'],
    doors: [],
    pairs: {},
    message:
      'An area imports core/, its own files and libs. What two areas need belongs in libs/ui or libs/domain.',
  },
];

/** Files of a shared room that stay its own. */
export const privateOfShared = ['*.repository', '*.entity', '*.mapper'];
