/** What of a window is asked here. */
export interface LoadedWindow {
  readonly performance: Pick<Performance, 'getEntriesByType'>;
  readonly location: Pick<Location, 'reload'>;
}

/**
 * Loads a page anew, once: a page that was loaded anew a moment ago is left as it is, so that it never goes round.
 * @returns whether the page is on its way out
 */
export function reloadOnce({ performance, location }: LoadedWindow): boolean {
  const [entry] = performance.getEntriesByType('navigation') as Partial<PerformanceNavigationTiming>[];
  if (entry?.type === 'reload') return false;
  location.reload();
  return true;
}
