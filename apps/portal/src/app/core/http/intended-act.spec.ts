import { IntendedAct } from './intended-act';
import { Problem } from './problem';

describe('the key of an act', () => {
  it('stays over a retry whose outcome is unknown, so that the act is done once', () => {
    const act = new IntendedAct();
    const first = act.headers({ days: 7 });
    act.settle(new Problem('unreachable'));
    expect(act.headers({ days: 7 })).toEqual(first);
  });

  it('changes with the content, after success and after a refusal', () => {
    const act = new IntendedAct();
    const keys = [act.headers({ days: 7 }), act.headers({ days: 8 })];
    act.settle(null);
    keys.push(act.headers({ days: 8 }));
    act.settle(new Problem('homework_template_unknown'));
    keys.push(act.headers({ days: 8 }));
    expect(new Set(keys.map((key) => key['idempotency-key'])).size).toBe(4);
  });
});
