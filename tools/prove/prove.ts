import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkSteps } from './check-steps.ts';
import { emptyIsFailure, totalsByTier, type TimedOutcome } from './outcome.ts';
import { OUTPUT, stopEverything } from './run.ts';
import type { Step } from './step.ts';
import { appSteps, browserSteps, serverSteps, unitSteps } from './test-steps.ts';
import { chosenTiers } from './tiers.ts';

// The one command to prove it. A failure never stops the rest. Steps of one lane run one after the other, and lanes of one
// round at the same time: the browser keeps one processor busy, lint, types and the specs of the apps the other.

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const ofTier = (tier: Step['tier']): Step[] => checkSteps.filter((step) => step.tier === tier);
const rounds: readonly (readonly (readonly Step[])[])[] = [
  [ofTier('build')],
  [[...ofTier('lint'), ...ofTier('types'), ...appSteps], browserSteps],
  [[...unitSteps, ...serverSteps]],
];
/** The only step that may find nothing to do: there is no Redis on every machine. */
const MAY_BE_EMPTY = 'job suite on Redis';

async function proveStep(step: Step): Promise<TimedOutcome[]> {
  say(`\n== ${step.name} …`);
  const started = performance.now();
  const outcomes = await step
    .prove()
    .catch((error: unknown) => [{ tier: step.tier, passed: 0, failed: [`${step.name}: ${String(error)}`] }]);
  const seconds = (performance.now() - started) / 1000;
  const found =
    outcomes.length > 0 || step.name === MAY_BE_EMPTY
      ? outcomes
      : [emptyIsFailure({ tier: step.tier, passed: 0, failed: [] }, step.name)];
  const counted = found.map((outcome) => emptyIsFailure(outcome, step.name));
  const passed = counted.reduce((sum, one) => sum + one.passed, 0);
  const failed = counted.flatMap((one) => one.failed);
  for (const name of failed) say(`  failed: ${name}`);
  say(`   ${step.name}: ${passed} passed, ${failed.length} failed, ${seconds.toFixed(1)} s`);
  // The time of a step is counted once: in its own tier where it has an outcome there.
  const own = Math.max(
    0,
    counted.findIndex((outcome) => outcome.tier === step.tier),
  );
  return counted.map((outcome, at) => ({ ...outcome, seconds: at === own ? seconds : 0 }));
}

function conclude(outcomes: readonly TimedOutcome[]): number {
  const totals = totalsByTier(outcomes);
  const failed = outcomes.flatMap((outcome) => outcome.failed);
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
  mkdirSync(OUTPUT, { recursive: true });
  writeFileSync(
    join(OUTPUT, 'summary.json'),
    `${JSON.stringify({ tiers: totals, passed, failed }, null, 2)}\n`,
  );
  say('\ntier         passed  failed  seconds');
  for (const one of totals)
    say(
      `${one.tier.padEnd(12)} ${String(one.passed).padStart(6)}  ${String(one.failed).padStart(6)}  ${one.seconds.toFixed(1).padStart(7)}`,
    );
  if (failed.length > 0) say(`\nFailed:\n${failed.map((name) => `- ${name}`).join('\n')}`);
  say(`\n${passed} passed, ${failed.length} failed`);
  return failed.length === 0 ? 0 : 1;
}

async function main(): Promise<void> {
  const tiers = chosenTiers(process.argv.slice(2));
  if (typeof tiers === 'string') {
    say(tiers);
    process.exitCode = 2;
    return;
  }
  const outcomes: TimedOutcome[] = [];
  const proveLane = async (lane: readonly Step[]): Promise<void> => {
    for (const step of lane.filter((one) => tiers.includes(one.tier)))
      outcomes.push(...(await proveStep(step)));
  };
  for (const lanes of rounds) await Promise.all(lanes.map(proveLane));
  process.exitCode = conclude(outcomes);
}

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)
  process.on(signal, () => {
    stopEverything();
    process.exit(code);
  });

await main();
