import { type LoadedWindow, reloadOnce } from './reload-once.js';

function opened(type?: string) {
  const reload = jest.fn();
  const entries = type === undefined ? [] : [{ type }];
  const view = { performance: { getEntriesByType: () => entries }, location: { reload } };
  return { reload, view: view as unknown as LoadedWindow };
}

describe('loading a page anew', () => {
  it.each(['navigate', 'back_forward', undefined])('is done after opening by %s', (type) => {
    const { reload, view } = opened(type);
    expect(reloadOnce(view)).toBe(true);
    expect(reload).toHaveBeenCalledTimes(1);
  });

  it('is not done a second time', () => {
    const { reload, view } = opened('reload');
    expect(reloadOnce(view)).toBe(false);
    expect(reload).not.toHaveBeenCalled();
  });
});
