import { ActsInTurn } from './acts-in-turn';

/** An act that ends when it is told to. */
function held() {
  let end!: (went: boolean) => void;
  const ended = new Promise<boolean>((done) => (end = done));
  const act = jest.fn(async () => {
    if (!(await ended)) throw new Error('refused');
  });
  return { act, end };
}

describe('acts in turn', () => {
  it('let what is pressed during another act wait for it, and lose nothing', async () => {
    const acts = new ActsInTurn();
    const [first, second] = [held(), held()];
    const one = acts.run('one', first.act);
    const two = acts.run('two', second.act);
    await Promise.resolve();
    expect(first.act).toHaveBeenCalledTimes(1);
    expect(second.act).not.toHaveBeenCalled();
    expect(acts.busy()).toBe(true);
    first.end(true);
    expect(await one).toBe(true);
    second.end(true);
    expect(await two).toBe(true);
    expect(second.act).toHaveBeenCalledTimes(1);
    expect(acts.busy()).toBe(false);
  });

  it('take the same act twice for one', async () => {
    const acts = new ActsInTurn();
    const { act, end } = held();
    const once = acts.run({ path: 'go' }, act);
    expect(await acts.run({ path: 'go' }, act)).toBe(false);
    end(true);
    expect(await once).toBe(true);
    expect(act).toHaveBeenCalledTimes(1);
  });

  it('send nothing behind an act that failed, and go on afterwards', async () => {
    const acts = new ActsInTurn();
    const [first, second] = [held(), held()];
    const results = [acts.run('one', first.act), acts.run('two', second.act)];
    first.end(false);
    expect(await Promise.all(results)).toEqual([false, false]);
    expect(second.act).not.toHaveBeenCalled();
    expect(acts.problem()).not.toBeNull();
    second.end(true);
    expect(await acts.run('two', second.act)).toBe(true);
    expect(acts.problem()).toBeNull();
  });
});
