/** Name of the advisory lock under which one writes the ledger at a time. */
export const ledgerLock = 7_301_535;
